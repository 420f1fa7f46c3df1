package lianlin.matter.menu;

import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Searching;
import lianlin.kernel.Paging;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Services of the menu by a part of their text, as their list finds them.
@Component
@Order(4)
class ItemSearch implements Searching {
    private final ServiceItems items;

    ItemSearch(ServiceItems items) {
        this.items = items;
    }

    @Override
    public String kind() {
        return "service-item";
    }

    @Override
    public List<Found> search(Acting acting, String typed, int most) {
        if (!acting.may("item.read")) {
            return List.of();
        }
        var filter = new ServiceItemStore.Filter(typed, null, null, null);
        return items.list(acting, filter, new Paging(null, most)).items().stream()
                .map(line -> new Found(line.id(), line.title(), line.provider().name()))
                .toList();
    }
}
