package lianlin.territory;

import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Searching;
import lianlin.kernel.Paging;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Places that serve people by a part of their name, as their list finds them.
@Component
@Order(5)
class PlaceSearch implements Searching {
    private final ServicePlaceStore places;

    PlaceSearch(ServicePlaceStore places) {
        this.places = places;
    }

    @Override
    public String kind() {
        return "place";
    }

    @Override
    public List<Found> search(Acting acting, String typed, int most) {
        if (!acting.may("place.read")) {
            return List.of();
        }
        var filter = new ServicePlaceStore.Filter(typed, null, null);
        return places.list(acting.scope(), filter, new Paging(null, most)).items().stream()
                .map(place -> new Found(place.id(), place.name(), place.area().name()))
                .toList();
    }
}
