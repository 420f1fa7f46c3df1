package lianlin.matter.menu;

import java.util.List;
import java.util.Set;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Listener;
import org.springframework.stereotype.Component;

/// Keeps the place of the providers right when a subtree of organizations moves.
@Component
class ItemsFollowProviders implements Listener {
    private final ServiceItemStore items;

    ItemsFollowProviders(ServiceItemStore items) {
        this.items = items;
    }

    @Override
    public String name() {
        return "menu-follows-providers";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("path-moved");
    }

    @Override
    public void hear(List<Happened> facts) {
        for (var fact : facts) {
            var before = fact.text("before");
            var after = fact.path();
            if (before != null && after != null) {
                items.relocate(fact.jurisdiction(), before, after);
            }
        }
    }
}
