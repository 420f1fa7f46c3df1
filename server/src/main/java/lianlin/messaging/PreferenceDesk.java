package lianlin.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.identity.Acting;
import lianlin.kernel.Labelled;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Words;
import lianlin.messaging.PreferenceStore.Choice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which messages somebody wants by which channel. The inbox has everything, and what belongs to a duty comes by every
/// channel of its kind.
@Service
class PreferenceDesk {
    /// A kind of message and its channels; `duty` says that none can be switched off.
    record Preference(Labelled kind, boolean duty, List<Switch> channels) {}

    /// A channel of a kind, and after how many minutes unread it is used.
    record Switch(Labelled channel, boolean wanted, boolean fixed, int minutes) {}

    private final PreferenceStore preferences;
    private final RuleStore rules;
    private final Words words;

    PreferenceDesk(PreferenceStore preferences, RuleStore rules, Words words) {
        this.preferences = preferences;
        this.rules = rules;
        this.words = words;
    }

    List<Preference> list(Acting acting) {
        var chosen = preferences.of(acting.account());
        var list = new ArrayList<Preference>();
        for (var kind : MessageKind.values()) {
            var switches = new ArrayList<Switch>();
            rules.routes(acting.jurisdiction(), kind)
                    .forEach((way, minutes) -> switches.add(new Switch(
                            words.of("Way", way.name()),
                            fixed(kind, way) || chosen.getOrDefault(new Choice(kind, way), true),
                            fixed(kind, way),
                            minutes)));
            list.add(new Preference(words.of("MessageKind", kind.name()), kind.duty(), switches));
        }
        return list;
    }

    @Transactional
    List<Preference> change(Acting acting, Map<Choice, Boolean> wishes) {
        wishes.forEach((choice, wanted) -> {
            if (fixed(choice.kind(), choice.channel()) && !wanted) {
                throw Problem.refused("preference.duty");
            }
            preferences.set(acting.home(), acting.account(), choice, wanted);
        });
        return list(acting);
    }

    private static boolean fixed(MessageKind kind, Way way) {
        return way == Way.IN_APP || kind.duty();
    }
}
