package lianlin.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import lianlin.identity.Acting;
import lianlin.identity.Places;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Forms party-building areas and changes who belongs to them. That a community belongs to one at a time is
/// kept by the table itself (TER-05).
@Service
class PartyAreaDesk {
    private final PartyAreaStore store;
    private final Areas areas;
    private final Places places;
    private final Facts facts;
    private final Clock clock;

    PartyAreaDesk(PartyAreaStore store, Areas areas, Places places, Facts facts, Clock clock) {
        this.store = store;
        this.areas = areas;
        this.places = places;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    PartyArea form(Acting acting, String name, PartyArea.Type type, @Nullable Id lead, Set<Area> divisions) {
        var area = around(acting, divisions);
        mustLead(acting, lead, null);
        var id = Id.next();
        var jurisdiction = area.county();
        var today = LocalDate.now(clock);
        store.insert(jurisdiction, id, name, type, lead, area);
        store.join(jurisdiction, id, new TreeSet<>(divisions), today);
        facts.publish(new PartyAreaFormed(
                acting.header(jurisdiction, "party-area", id).area(area)));
        return store.get(acting.scope(), id, today);
    }

    @Transactional
    PartyArea change(
            Acting acting,
            Id id,
            int version,
            String name,
            PartyArea.Type type,
            @Nullable Id lead,
            Set<Area> divisions) {
        var held = store.lock(acting.scope(), id, version);
        var jurisdiction = held.jurisdiction();
        var area = around(acting, divisions);
        if (area.county() != jurisdiction) {
            throw Problem.absent("area", area);
        }
        mustLead(acting, lead, held.lead());
        var today = LocalDate.now(clock);
        var before = store.members(jurisdiction, id);
        var leaving = new HashSet<>(before);
        leaving.removeAll(divisions);
        var joining = new TreeSet<>(divisions);
        joining.removeAll(before);
        store.leave(jurisdiction, id, leaving, today);
        store.join(jurisdiction, id, joining, today);
        store.update(jurisdiction, id, name, type, lead, area, version + 1);
        facts.publish(new PartyAreaChanged(
                acting.header(jurisdiction, "party-area", id).area(area)));
        return store.get(acting.scope(), id, today);
    }

    @Transactional
    void dissolve(Acting acting, Id id, int version) {
        var jurisdiction = store.lock(acting.scope(), id, version).jurisdiction();
        var today = LocalDate.now(clock);
        store.leave(jurisdiction, id, store.members(jurisdiction, id), today);
        store.dissolve(jurisdiction, id, today, version + 1);
        facts.publish(new PartyAreaDissolved(acting.header(jurisdiction, "party-area", id)));
    }

    /// An organization that the caller sees, or the one that leads already.
    private void mustLead(Acting acting, @Nullable Id lead, @Nullable Id before) {
        if (lead != null && !lead.equals(before)) {
            places.organization(acting.scope(), lead);
        }
    }

    /// The smallest place that holds all of them; each is a community inside the scope.
    private Area around(Acting acting, Set<Area> divisions) {
        if (divisions.isEmpty()) {
            throw Problem.invalid("divisions", "party-area.divisions");
        }
        var around = divisions.iterator().next();
        for (var division : divisions) {
            areas.mustCover(acting.scope(), division);
            if (division.depth() != DivisionLevel.COMMUNITY.ordinal() + 1) {
                throw Problem.invalid("divisions", "party-area.division", areas.name(division));
            }
            while (!around.contains(division)) {
                around = around.parent();
            }
        }
        if (!acting.scope().covers(around) || around.depth() < DivisionLevel.PREFECTURE.ordinal() + 1) {
            throw Problem.absent("area", around);
        }
        return around;
    }

    record PartyAreaFormed(Fact.Header header) implements Fact {}

    record PartyAreaChanged(Fact.Header header) implements Fact {}

    record PartyAreaDissolved(Fact.Header header) implements Fact {}
}
