package lianlin.territory;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.GRID;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to grids for modules above that bring many along (TER-06 to TER-09).
@Component
public class Grids {
    /// A basic grid with its number in the community, and who serves in it; lines have their responsible person.
    public record Registration(
            Area code,
            String name,
            int households,
            String persons,
            String duties,
            String system,
            String standards,
            String party,
            String safety,
            List<Staff> staff) {}

    /// A head or a worker, with an account or by name alone.
    public record Staff(boolean head, String name, @Nullable Id account) {}

    private final DSLContext db;
    private final GridStore grids;
    private final Areas areas;
    private final Facts facts;

    Grids(DSLContext db, GridStore grids, Areas areas, Facts facts) {
        this.db = db;
        this.grids = grids;
        this.areas = areas;
        this.facts = facts;
    }

    /// Writes down many grids of a county, and the households of communities as the sum of their grids'.
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(
            int jurisdiction, List<Registration> registrations, LocalDate since, UnaryOperator<Fact.Header> signed) {
        var told = new ArrayList<Fact>();
        for (var grid : registrations) {
            grids.insert(grid.code(), content(grid));
            told.add(new GridDesk.GridFounded(signed.apply(header(jurisdiction, grid.code()))));
            for (var one : grid.staff()) {
                var id = Id.next();
                var role = one.head() ? GridStaff.Role.GRID_HEAD : GridStaff.Role.GRID_WORKER;
                grids.appoint(grid.code(), id, one.account(), one.name(), role, since, null);
                told.add(new GridDesk.GridStaffAppointed(
                        signed.apply(header(jurisdiction, grid.code())), id, role, one.account()));
            }
        }
        facts.publish(told);
        sumHouseholds(jurisdiction);
        areas.forget(jurisdiction);
    }

    private void sumHouseholds(int jurisdiction) {
        var sum = DSL.field(DSL.select(DSL.sum(GRID.HOUSEHOLDS).cast(Integer.class))
                .from(GRID)
                .where(GRID.JURISDICTION.eq(AREA.JURISDICTION), GRID.COMMUNITY.eq(AREA.AREA_)));
        db.update(AREA)
                .set(AREA.HOUSEHOLDS, sum)
                .where(AREA.JURISDICTION.eq(jurisdiction), AREA.LEVEL.eq(DivisionLevel.COMMUNITY.name()))
                .execute();
    }

    private static GridStore.Content content(Registration grid) {
        return new GridStore.Content(
                grid.name(),
                Grid.Kind.BASIC,
                grid.households(),
                grid.persons(),
                grid.duties(),
                grid.system(),
                grid.standards(),
                null,
                List.of(
                        new GridStore.Line(Grid.Line.PARTY, "", grid.party()),
                        new GridStore.Line(Grid.Line.SAFETY, "", grid.safety())));
    }

    private static Fact.Header header(int jurisdiction, Area grid) {
        return Fact.Header.of(jurisdiction, "grid", new Id(grid.code())).area(grid);
    }
}
