package lianlin.matter.menu;

import lianlin.kernel.journal.PathFollower;
import org.springframework.stereotype.Component;

/// Keeps the place of the providers right when a subtree of organizations moves.
@Component
class ItemsFollowProviders implements PathFollower {
    private final ServiceItemStore items;

    ItemsFollowProviders(ServiceItemStore items) {
        this.items = items;
    }

    @Override
    public String name() {
        return "menu-follows-providers";
    }

    @Override
    public void relocate(int jurisdiction, String before, String after) {
        items.relocate(jurisdiction, before, after);
    }
}
