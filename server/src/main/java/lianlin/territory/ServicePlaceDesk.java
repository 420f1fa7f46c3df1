package lianlin.territory;

import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the places where people are served (TER-13).
@Service
class ServicePlaceDesk {
    private final ServicePlaceStore store;
    private final Areas areas;
    private final Facts facts;

    ServicePlaceDesk(ServicePlaceStore store, Areas areas, Facts facts) {
        this.store = store;
        this.areas = areas;
        this.facts = facts;
    }

    @Transactional
    ServicePlace add(Acting acting, ServicePlaceStore.Content content) {
        areas.mustCover(acting.scope(), content.area());
        var id = Id.next();
        store.insert(id, content);
        facts.publish(new ServicePlaceAdded(
                acting.header(content.area().county(), "place", id).area(content.area())));
        return store.get(acting.scope(), id);
    }

    @Transactional
    ServicePlace change(Acting acting, Id id, int version, ServicePlaceStore.Content content) {
        var jurisdiction = store.lock(acting.scope(), id, version);
        areas.mustCover(acting.scope(), content.area());
        if (content.area().county() != jurisdiction) {
            throw Problem.absent("area", content.area());
        }
        store.update(id, content, version + 1);
        facts.publish(
                new ServicePlaceChanged(acting.header(jurisdiction, "place", id).area(content.area())));
        return store.get(acting.scope(), id);
    }

    record ServicePlaceAdded(Fact.Header header) implements Fact {}

    record ServicePlaceChanged(Fact.Header header) implements Fact {}
}
