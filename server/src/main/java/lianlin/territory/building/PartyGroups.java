package lianlin.territory.building;

import static lianlin.territory.sql.Tables.BUILDING;
import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.GRID_PARTY;
import static org.jooq.Records.mapping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Places;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links party groups to grids and buildings; what was linked stays in the history (TER-10).
@Service
class PartyGroups {
    record Linked(
            Id organization,
            @Nullable Id building,
            @Nullable LocalDate starts) {}

    private final DSLContext db;
    private final Places places;
    private final Facts facts;
    private final Clock clock;

    PartyGroups(DSLContext db, Places places, Facts facts, Clock clock) {
        this.db = db;
        this.places = places;
        this.facts = facts;
        this.clock = clock;
    }

    /// Those of now first, then what was.
    List<PartyGroup> list(Scope scope, Area grid) {
        mustSee(scope, grid);
        return db.select(
                        GRID_PARTY.ID,
                        GRID_PARTY.ORGANIZATION,
                        GRID_PARTY.NAME,
                        GRID_PARTY.BUILDING,
                        DSL.field(DSL.select(BUILDING.NAME)
                                .from(BUILDING)
                                .where(
                                        BUILDING.JURISDICTION.eq(GRID_PARTY.JURISDICTION),
                                        BUILDING.ID.eq(GRID_PARTY.BUILDING))),
                        GRID_PARTY.STARTS,
                        GRID_PARTY.ENDS)
                .from(GRID_PARTY)
                .where(GRID_PARTY.JURISDICTION.eq(grid.county()), GRID_PARTY.AREA.eq(grid))
                .orderBy(GRID_PARTY.ENDS.desc().nullsFirst(), GRID_PARTY.STARTS.desc(), GRID_PARTY.ID)
                .limit(100)
                .fetch(mapping(PartyGroup::new));
    }

    @Transactional
    List<PartyGroup> link(Acting acting, Area grid, Linked wanted) {
        mustSee(acting.scope(), grid);
        var organization = places.organization(acting.scope(), wanted.organization());
        var building = wanted.building();
        if (building != null
                && !db.fetchExists(
                        BUILDING,
                        BUILDING.JURISDICTION.eq(grid.county()),
                        BUILDING.ID.eq(building),
                        BUILDING.AREA.eq(grid))) {
            throw Problem.absent("building", building);
        }
        var id = Id.next();
        db.insertInto(GRID_PARTY)
                .set(GRID_PARTY.JURISDICTION, grid.county())
                .set(GRID_PARTY.ID, id)
                .set(GRID_PARTY.AREA, grid)
                .set(GRID_PARTY.BUILDING, building)
                .set(GRID_PARTY.ORGANIZATION, wanted.organization())
                .set(GRID_PARTY.NAME, organization.name())
                .set(GRID_PARTY.STARTS, wanted.starts() == null ? LocalDate.now(clock) : wanted.starts())
                .execute();
        facts.publish(new PartyGroupLinked(header(acting, grid), id, wanted.organization()));
        return list(acting.scope(), grid);
    }

    /// Ends with today; one that has not begun never begins.
    @Transactional
    void end(Acting acting, Area grid, Id id) {
        mustSee(acting.scope(), grid);
        var today = LocalDate.now(clock);
        var ended = db.update(GRID_PARTY)
                .set(GRID_PARTY.ENDS, DSL.greatest(GRID_PARTY.STARTS, DSL.val(today)))
                .where(GRID_PARTY.JURISDICTION.eq(grid.county()), GRID_PARTY.AREA.eq(grid), GRID_PARTY.ID.eq(id))
                .and(GRID_PARTY.ENDS.isNull().or(GRID_PARTY.ENDS.gt(today)))
                .execute();
        if (ended == 0) {
            throw Problem.absent("party-group", id);
        }
        facts.publish(new PartyGroupEnded(header(acting, grid), id));
    }

    private void mustSee(Scope scope, Area grid) {
        if (!db.fetchExists(GRID, scope.on(GRID.JURISDICTION, GRID.AREA), GRID.AREA.eq(grid), GRID.VALID_TO.isNull())) {
            throw Problem.absent("grid", grid);
        }
    }

    private static Fact.Header header(Acting acting, Area grid) {
        return acting.header(grid.county(), "grid", new Id(grid.code())).area(grid);
    }

    record PartyGroupLinked(Fact.Header header, Id link, Id organization) implements Fact {}

    record PartyGroupEnded(Fact.Header header, Id link) implements Fact {}
}
