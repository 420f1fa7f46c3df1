package lianlin.procedure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The effects that modules have registered, by name.
@Component
class Effects {
    private final Map<String, Effect> byName;

    Effects(List<Effect> effects) {
        byName = effects.stream().collect(Collectors.toMap(Effect::name, Function.identity()));
    }

    Effect get(String name) {
        var effect = byName.get(name);
        if (effect == null) {
            throw new IllegalStateException("No module has registered the effect " + name);
        }
        return effect;
    }
}
