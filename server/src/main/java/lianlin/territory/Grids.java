package lianlin.territory;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.GRID_LINE;
import static lianlin.territory.sql.Tables.GRID_STAFF;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.territory.sql.GridLineRecord;
import lianlin.territory.sql.GridRecord;
import lianlin.territory.sql.GridStaffRecord;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
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
            String dutyPhone,
            List<Staff> staff) {}

    /// A head or a worker, with an account or by name alone.
    public record Staff(boolean head, String name, @Nullable Id account) {}

    private static final int AT_ONCE = 1_000;

    private final DSLContext db;
    private final Areas areas;
    private final Facts facts;

    Grids(DSLContext db, Areas areas, Facts facts) {
        this.db = db;
        this.areas = areas;
        this.facts = facts;
    }

    /// Writes down many grids of a county, and the households of communities as the sum of their grids'.
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(
            int jurisdiction, List<Registration> registrations, LocalDate since, UnaryOperator<Fact.Header> signed) {
        var told = new ArrayList<Fact>();
        var rows = new ArrayList<GridRecord>();
        var lines = new ArrayList<GridLineRecord>();
        var staff = new ArrayList<GridStaffRecord>();
        for (var grid : registrations) {
            rows.add(row(grid, since));
            lines.add(line(grid.code(), Grid.Line.PARTY, grid.party()));
            lines.add(line(grid.code(), Grid.Line.SAFETY, grid.safety()));
            told.add(new GridDesk.GridFounded(signed.apply(header(jurisdiction, grid.code()))));
            for (var one : grid.staff()) {
                var appointed = staff(grid.code(), one, since);
                staff.add(appointed);
                told.add(new GridDesk.GridStaffAppointed(
                        signed.apply(header(jurisdiction, grid.code())),
                        appointed.getId(),
                        GridStaff.Role.valueOf(appointed.getRole()),
                        one.account()));
            }
        }
        insert(GRID, rows);
        insert(GRID_LINE, lines);
        insert(GRID_STAFF, staff);
        facts.publish(told);
        sumHouseholds(jurisdiction);
        areas.forget(jurisdiction);
    }

    private <R extends Record> void insert(Table<R> table, List<R> rows) {
        for (var begin = 0; begin < rows.size(); begin += AT_ONCE) {
            db.insertInto(table)
                    .set(rows.subList(begin, Math.min(rows.size(), begin + AT_ONCE)))
                    .execute();
        }
    }

    private GridRecord row(Registration grid, LocalDate since) {
        var row = db.newRecord(GRID);
        row.setJurisdiction(grid.code().county());
        row.setArea(grid.code());
        row.setCommunity(grid.code().community());
        row.setName(grid.name());
        row.setKind(Grid.Kind.BASIC.name());
        row.setHouseholds(grid.households());
        row.setPersons(grid.persons());
        row.setDuties(grid.duties());
        row.setSystems(grid.system());
        row.setStandards(grid.standards());
        row.setDutyPhone(grid.dutyPhone());
        row.setValidFrom(since);
        row.setVersion(1);
        return row;
    }

    private GridLineRecord line(Area grid, Grid.Line line, String responsible) {
        var row = db.newRecord(GRID_LINE);
        row.setJurisdiction(grid.county());
        row.setArea(grid);
        row.setLine(line.name());
        row.setLabel("");
        row.setResponsible(responsible);
        return row;
    }

    private GridStaffRecord staff(Area grid, Staff one, LocalDate since) {
        var row = db.newRecord(GRID_STAFF);
        row.setJurisdiction(grid.county());
        row.setId(Id.next());
        row.setArea(grid);
        row.setAccount(one.account());
        row.setName(one.name());
        row.setRole((one.head() ? GridStaff.Role.GRID_HEAD : GridStaff.Role.GRID_WORKER).name());
        row.setStarts(since);
        return row;
    }

    private void sumHouseholds(int jurisdiction) {
        var sum = DSL.field(DSL.select(DSL.sum(GRID.HOUSEHOLDS).cast(Integer.class))
                .from(GRID)
                .where(GRID.JURISDICTION.eq(AREA.JURISDICTION), GRID.COMMUNITY.eq(AREA.AREA_), GRID.VALID_TO.isNull()));
        db.update(AREA)
                .set(AREA.HOUSEHOLDS, sum)
                .where(AREA.JURISDICTION.eq(jurisdiction), AREA.LEVEL.eq(DivisionLevel.COMMUNITY.name()))
                .execute();
    }

    private static Fact.Header header(int jurisdiction, Area grid) {
        return Fact.Header.of(jurisdiction, "grid", new Id(grid.code())).area(grid);
    }
}
