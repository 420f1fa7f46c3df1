package lianlin.territory.building;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the buildings of grids (TER-01).
@Service
class BuildingDesk {
    private final BuildingStore store;
    private final Facts facts;
    private final Clock clock;

    BuildingDesk(BuildingStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    Building add(Acting acting, Area grid, BuildingStore.Content content) {
        store.mustHaveGrid(acting.scope(), grid);
        var id = Id.next();
        store.insert(List.of(store.row(id, grid, content, LocalDate.now(clock))));
        facts.publish(new BuildingAdded(header(acting, grid, id)));
        return store.get(acting.scope(), id);
    }

    @Transactional
    Building change(Acting acting, Id id, int version, Area stays, BuildingStore.Content content) {
        var grid = store.lock(acting.scope(), id, version);
        if (!grid.equals(stays)) {
            throw Problem.absent("grid", stays);
        }
        store.update(grid, id, content, version + 1);
        facts.publish(new BuildingChanged(header(acting, grid, id)));
        return store.get(acting.scope(), id);
    }

    /// It is gone from today on; what it was stays (TER-12).
    @Transactional
    void end(Acting acting, Id id, int version) {
        var grid = store.lock(acting.scope(), id, version);
        store.end(grid, id, LocalDate.now(clock), version + 1);
        facts.publish(new BuildingEnded(header(acting, grid, id)));
    }

    private static Fact.Header header(Acting acting, Area grid, Id id) {
        return acting.header(grid.county(), "building", id).area(grid);
    }

    record BuildingAdded(Fact.Header header) implements Fact {}

    record BuildingChanged(Fact.Header header) implements Fact {}

    record BuildingEnded(Fact.Header header) implements Fact {}
}
