package lianlin.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Founds grids, keeps what they are about, and says who serves in them (TER-06 to TER-09).
@Service
class GridDesk {
    /// More grids than these at once are unusual for one person (TER-09).
    private static final int MANY_GRIDS = 3;

    private static final int LAST_NUMBER = 999;

    /// Somebody appointed, and what is unusual about it.
    record Appointed(GridStaff staff, List<Warning> warnings) {}

    private final GridStore grids;
    private final AreaStore areaStore;
    private final Areas areas;
    private final Naming naming;
    private final Actors actors;
    private final Facts facts;
    private final Sentences sentences;
    private final Households households;
    private final Clock clock;

    GridDesk(
            GridStore grids,
            AreaStore areaStore,
            Areas areas,
            Naming naming,
            Actors actors,
            Facts facts,
            Sentences sentences,
            Households households,
            Clock clock) {
        this.grids = grids;
        this.areaStore = areaStore;
        this.areas = areas;
        this.naming = naming;
        this.actors = actors;
        this.facts = facts;
        this.sentences = sentences;
        this.households = households;
        this.clock = clock;
    }

    Grid get(Scope scope, Area code) {
        var grid = grids.get(scope, code, today());
        return new Grid(
                grid.code(),
                grid.community(),
                grid.name(),
                grid.kind(),
                grid.households(),
                grid.persons(),
                grid.duties(),
                grid.system(),
                grid.standards(),
                grid.externalCode(),
                grid.dutyPhone(),
                grid.lines(),
                grid.staff(),
                grid.validFrom(),
                grid.validTo(),
                grid.replacedBy(),
                grid.version(),
                grid.validTo() == null ? warnings(grid) : List.of());
    }

    @Transactional
    Grid found(Acting acting, Area community, GridStore.Content content) {
        areas.mustCover(acting.scope(), community);
        if (community.depth() != DivisionLevel.COMMUNITY.ordinal() + 1) {
            throw Problem.invalid("community", "grid.place");
        }
        areaStore.lock(acting.scope(), community);
        var number = grids.nextNumber(community);
        if (number > LAST_NUMBER) {
            throw Problem.refused("grid.full");
        }
        var code = community.grid(number);
        grids.insert(code, content, today());
        facts.publish(new GridFounded(header(acting, code)));
        areas.forget(code.county());
        return get(acting.scope(), code);
    }

    @Transactional
    Grid change(Acting acting, Area code, int version, GridStore.Content content) {
        grids.lock(acting.scope(), code, version);
        naming.rename(acting, code, content.name(), content.name(), null, null);
        grids.update(code, content, version + 1);
        facts.publish(new GridChanged(header(acting, code)));
        areas.forget(code.county());
        return get(acting.scope(), code);
    }

    /// Another name from a day on (TER-12).
    @Transactional
    Grid rename(Acting acting, Area code, int version, String name, @Nullable LocalDate from, @Nullable String reason) {
        grids.lock(acting.scope(), code, version);
        naming.rename(acting, code, name, name, from, reason);
        grids.touch(code, version + 1);
        return get(acting.scope(), code);
    }

    /// Appoints an account, or somebody without one by name. The table itself keeps a grid from having two heads.
    @Transactional
    Appointed appoint(
            Acting acting,
            Area code,
            @Nullable Id account,
            @Nullable String name,
            GridStaff.Role role,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {
        grids.lock(acting.scope(), code, null);
        var who = account == null ? name : nameOf(account);
        if (who == null || who.isBlank()) {
            throw Problem.invalid(account == null ? "person" : "account", "grid.staff.name");
        }
        var id = Id.next();
        var first = starts == null ? today() : starts;
        grids.appoint(code, id, account, who.strip(), role, first, ends);
        facts.publish(new GridStaffAppointed(header(acting, code), id, role, account));
        var staff = grids.staff(code, today()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.absent("staff", id));
        var served = grids.served(code, account, who.strip(), first);
        return new Appointed(
                staff,
                served <= MANY_GRIDS
                        ? List.of()
                        : List.of(
                                new Warning("grid.many", sentences.of("grid.many", staff.name(), served, MANY_GRIDS))));
    }

    @Transactional
    void end(Acting acting, Area code, Id id) {
        grids.lock(acting.scope(), code, null);
        grids.end(code, id, today());
        facts.publish(new GridStaffEnded(header(acting, code), id));
    }

    private @Nullable String nameOf(Id account) {
        Map<Id, String> names = actors.accountNames(List.of(account));
        return names.get(account);
    }

    private List<Warning> warnings(Grid grid) {
        var warnings = new ArrayList<Warning>();
        if (grid.kind().code().equals(Grid.Kind.BASIC.name())) {
            households.ofGrid(grid.code().county(), grid.households()).ifPresent(warnings::add);
        }
        if (lacks(grid, GridStaff.Role.GRID_HEAD)) {
            warnings.add(new Warning("grid.no-head", sentences.of("grid.no-head")));
        }
        if (lacks(grid, GridStaff.Role.GRID_WORKER)) {
            warnings.add(new Warning("grid.no-worker", sentences.of("grid.no-worker")));
        }
        return warnings;
    }

    /// Whether nobody serves in the role today.
    private boolean lacks(Grid grid, GridStaff.Role role) {
        return grid.staff().stream()
                .noneMatch(one ->
                        one.role().code().equals(role.name()) && !one.starts().isAfter(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Fact.Header header(Acting acting, Area grid) {
        return acting.header(grid.county(), "grid", new Id(grid.code())).area(grid);
    }

    record GridFounded(Fact.Header header) implements Fact {}

    record GridChanged(Fact.Header header) implements Fact {}

    record GridStaffAppointed(
            Fact.Header header,
            Id staff,
            GridStaff.Role role,
            @Nullable Id account) implements Fact {}

    record GridStaffEnded(Fact.Header header, Id staff) implements Fact {}
}
