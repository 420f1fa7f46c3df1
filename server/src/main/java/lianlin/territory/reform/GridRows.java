package lianlin.territory.reform;

import static lianlin.territory.sql.Tables.BUILDING;
import static lianlin.territory.sql.Tables.DUTY_PATTERN;
import static lianlin.territory.sql.Tables.DUTY_SHIFT;
import static lianlin.territory.sql.Tables.DUTY_SWAP;
import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.GRID_LINE;
import static lianlin.territory.sql.Tables.GRID_PARTY;
import static lianlin.territory.sql.Tables.GRID_STAFF;
import static lianlin.territory.sql.Tables.PLACE;
import static lianlin.territory.sql.Tables.SUCCESSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.AreaFollowers;
import lianlin.territory.sql.GridRecord;
import lianlin.territory.sql.GridStaffRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of mergers and splits: grids that end and begin, and what of this module stands in them.
@Repository
class GridRows {
    private static final int LAST_NUMBER = 999;
    private static final Id NONE = new Id(0);

    private final DSLContext db;

    GridRows(DSLContext db) {
        this.db = db;
    }

    /// The grids of a scope that are there, locked when they are about to change.
    List<GridRecord> grids(Scope scope, Condition which, boolean locked) {
        var query = db.selectFrom(GRID)
                .where(scope.on(GRID.JURISDICTION, GRID.AREA), which, GRID.VALID_TO.isNull())
                .orderBy(GRID.AREA);
        return locked ? query.forUpdate().fetch() : query.fetch();
    }

    /// Codes after the last that was ever given in the community; null when they are used up.
    @Nullable
    List<Area> nextCodes(Area community, int many) {
        var last = db.select(DSL.max(GRID.AREA))
                .from(GRID)
                .where(GRID.JURISDICTION.eq(community.county()), GRID.COMMUNITY.eq(community))
                .fetchSingle()
                .value1();
        var first = last == null ? 1 : (int) (last.code() % 1000) + 1;
        if (first + many - 1 > LAST_NUMBER) {
            return null;
        }
        var codes = new ArrayList<Area>();
        for (var number = first; number < first + many; number++) {
            codes.add(community.grid(number));
        }
        return codes;
    }

    void insert(GridRecord grid) {
        db.insertInto(GRID).set(grid).execute();
    }

    /// A grid like another one, with a code of its own, from a day on.
    GridRecord like(GridRecord model, Area code, String name, LocalDate from) {
        var grid = db.newRecord(GRID);
        grid.from(model);
        grid.setArea(code);
        grid.setCommunity(code.community());
        grid.setName(name);
        grid.setValidFrom(from);
        grid.setVersion(1);
        return grid;
    }

    void end(GridRecord grid, LocalDate day, Area successor) {
        db.update(GRID)
                .set(GRID.VALID_TO, day)
                .set(GRID.REPLACED_BY, successor)
                .set(GRID.VERSION, grid.getVersion() + 1)
                .where(GRID.JURISDICTION.eq(grid.getJurisdiction()), GRID.AREA.eq(grid.getArea()))
                .execute();
    }

    void changed(GridRecord grid, @Nullable Integer households) {
        db.update(GRID)
                .set(GRID.HOUSEHOLDS, households)
                .set(GRID.VERSION, grid.getVersion() + 1)
                .where(GRID.JURISDICTION.eq(grid.getJurisdiction()), GRID.AREA.eq(grid.getArea()))
                .execute();
    }

    void succeed(Area before, Area after, String kind, LocalDate day, @Nullable String reason) {
        db.insertInto(SUCCESSION)
                .set(SUCCESSION.JURISDICTION, before.county())
                .set(SUCCESSION.AREA, before)
                .set(SUCCESSION.SUCCESSOR, after)
                .set(SUCCESSION.KIND, kind)
                .set(SUCCESSION.HELD_ON, day)
                .set(SUCCESSION.REASON, reason)
                .execute();
    }

    /// The business lines of the old grids; of one line that several carry, the first one's.
    void lines(Collection<Area> from, Area to) {
        db.insertInto(
                        GRID_LINE,
                        GRID_LINE.JURISDICTION,
                        GRID_LINE.AREA,
                        GRID_LINE.LINE,
                        GRID_LINE.LABEL,
                        GRID_LINE.RESPONSIBLE)
                .select(db.select(
                                GRID_LINE.JURISDICTION,
                                DSL.val(to, GRID_LINE.AREA.getDataType()),
                                GRID_LINE.LINE,
                                GRID_LINE.LABEL,
                                GRID_LINE.RESPONSIBLE)
                        .distinctOn(GRID_LINE.LINE, GRID_LINE.LABEL)
                        .from(GRID_LINE)
                        .where(GRID_LINE.JURISDICTION.eq(to.county()), GRID_LINE.AREA.in(from))
                        .orderBy(GRID_LINE.LINE, GRID_LINE.LABEL, GRID_LINE.AREA))
                .execute();
    }

    /// Those who serve on a day or are to serve after it.
    List<GridStaffRecord> staff(Collection<Area> grids, int jurisdiction, LocalDate day) {
        return db.selectFrom(GRID_STAFF)
                .where(GRID_STAFF.JURISDICTION.eq(jurisdiction), GRID_STAFF.AREA.in(grids))
                .and(GRID_STAFF.ENDS.isNull().or(GRID_STAFF.ENDS.gt(day)))
                .orderBy(GRID_STAFF.AREA, GRID_STAFF.ROLE, GRID_STAFF.STARTS, GRID_STAFF.ID)
                .fetch();
    }

    void endStaff(Collection<Id> appointments, int jurisdiction, LocalDate day) {
        db.update(GRID_STAFF)
                .set(GRID_STAFF.ENDS, DSL.greatest(GRID_STAFF.STARTS, DSL.val(day)))
                .where(GRID_STAFF.JURISDICTION.eq(jurisdiction), GRID_STAFF.ID.in(appointments))
                .execute();
    }

    Id appoint(Area grid, @Nullable Id account, String name, String role, LocalDate starts, @Nullable LocalDate ends) {
        var id = Id.next();
        db.insertInto(GRID_STAFF)
                .set(GRID_STAFF.JURISDICTION, grid.county())
                .set(GRID_STAFF.ID, id)
                .set(GRID_STAFF.AREA, grid)
                .set(GRID_STAFF.ACCOUNT, account)
                .set(GRID_STAFF.NAME, name)
                .set(GRID_STAFF.ROLE, role)
                .set(GRID_STAFF.STARTS, starts)
                .set(GRID_STAFF.ENDS, ends)
                .execute();
        return id;
    }

    /// What of this module stands at places: buildings, service places, shifts to come.
    List<AreaFollowers.Amount> standing(Collection<Area> areas, int jurisdiction, LocalDate day) {
        var amounts = new ArrayList<AreaFollowers.Amount>();
        add(amounts, "building", BUILDING.JURISDICTION, BUILDING.AREA, BUILDING.VALID_TO.isNull(), areas, jurisdiction);
        add(amounts, "place", PLACE.JURISDICTION, PLACE.AREA, DSL.noCondition(), areas, jurisdiction);
        add(amounts, "duty", DUTY_SHIFT.JURISDICTION, DUTY_SHIFT.AREA, DUTY_SHIFT.HELD_ON.ge(day), areas, jurisdiction);
        return amounts;
    }

    private void add(
            List<AreaFollowers.Amount> amounts,
            String kind,
            TableField<?, Integer> jurisdictions,
            TableField<?, Area> area,
            Condition open,
            Collection<Area> areas,
            int jurisdiction) {
        var row = db.select(DSL.count(), DSL.count().filterWhere(open))
                .from(area.getTable())
                .where(jurisdictions.eq(jurisdiction), area.in(areas))
                .fetchSingle();
        if (row.value1() > 0) {
            amounts.add(new AreaFollowers.Amount(kind, row.value2(), row.value1()));
        }
    }

    /// Everything of this module goes to another place. Names that would stand there twice say where they come from;
    /// shifts that are over stay where they were unless `past` ones go along, because nobody would find them there.
    void move(Area from, Area to, String formerName, LocalDate day, boolean past) {
        buildings(from, to, formerName, DSL.noCondition());
        places(from, to, formerName, DSL.noCondition());
        duty(from, to, past ? DSL.noCondition() : DUTY_SHIFT.HELD_ON.ge(day), DUTY_SHIFT.PLACE.isNull());
        parties(from, to, day, DSL.noCondition());
    }

    /// Buildings that stand, and with whole places those that are gone too.
    void buildings(Area from, Area to, String formerName, Condition which) {
        var there = BUILDING.as("there");
        var here = BUILDING.JURISDICTION.eq(from.county()).and(BUILDING.AREA.eq(from));
        db.update(BUILDING)
                .set(BUILDING.NAME, BUILDING.NAME.concat("（" + formerName + "）"))
                .where(here, which, BUILDING.VALID_TO.isNull())
                .and(DSL.exists(DSL.selectOne()
                        .from(there)
                        .where(
                                there.JURISDICTION.eq(from.county()),
                                there.AREA.eq(to),
                                there.VALID_TO.isNull(),
                                there.NAME.eq(BUILDING.NAME))))
                .execute();
        db.update(BUILDING)
                .set(BUILDING.AREA, to)
                .set(BUILDING.VERSION, BUILDING.VERSION.plus(1))
                .where(here, which)
                .execute();
    }

    /// Service places with their duty.
    void places(Area from, Area to, String formerName, Condition which) {
        var there = PLACE.as("there");
        var here = PLACE.JURISDICTION.eq(from.county()).and(PLACE.AREA.eq(from));
        db.update(PLACE)
                .set(PLACE.NAME, PLACE.NAME.concat("（" + formerName + "）"))
                .where(here, which)
                .and(DSL.exists(DSL.selectOne()
                        .from(there)
                        .where(there.JURISDICTION.eq(from.county()), there.AREA.eq(to), there.NAME.eq(PLACE.NAME))))
                .execute();
        var moved = db.update(PLACE)
                .set(PLACE.AREA, to)
                .set(PLACE.VERSION, PLACE.VERSION.plus(1))
                .where(here, which)
                .returningResult(PLACE.ID)
                .fetch(PLACE.ID);
        if (!moved.isEmpty()) {
            duty(from, to, DSL.noCondition(), DUTY_SHIFT.PLACE.in(moved));
            db.update(DUTY_PATTERN)
                    .set(DUTY_PATTERN.AREA, to)
                    .where(DUTY_PATTERN.JURISDICTION.eq(from.county()), DUTY_PATTERN.PLACE.in(moved))
                    .execute();
        }
    }

    private void duty(Area from, Area to, Condition when, Condition where) {
        var shifts = db.update(DUTY_SHIFT)
                .set(DUTY_SHIFT.AREA, to)
                .set(DUTY_SHIFT.VERSION, DUTY_SHIFT.VERSION.plus(1))
                .where(DUTY_SHIFT.JURISDICTION.eq(from.county()), DUTY_SHIFT.AREA.eq(from))
                .and(when)
                .and(where)
                .returningResult(DUTY_SHIFT.ID)
                .fetch(DUTY_SHIFT.ID);
        db.update(DUTY_SWAP)
                .set(DUTY_SWAP.AREA, to)
                .where(DUTY_SWAP.JURISDICTION.eq(from.county()), DUTY_SWAP.SHIFT.in(shifts))
                .execute();
    }

    void usualWeeks(Area from, Area to) {
        db.update(DUTY_PATTERN)
                .set(DUTY_PATTERN.AREA, to)
                .where(DUTY_PATTERN.JURISDICTION.eq(from.county()), DUTY_PATTERN.AREA.eq(from))
                .execute();
    }

    /// Party groups keep their grid of today in the history and are linked to the new one, each once (TER-10).
    void parties(Area from, Area to, LocalDate day, Condition which) {
        var here = GRID_PARTY
                .JURISDICTION
                .eq(from.county())
                .and(GRID_PARTY.AREA.eq(from))
                .and(GRID_PARTY.ENDS.isNull().or(GRID_PARTY.ENDS.gt(day)))
                .and(which);
        var linked = db.selectFrom(GRID_PARTY).where(here).fetch();
        db.update(GRID_PARTY)
                .set(GRID_PARTY.ENDS, DSL.greatest(GRID_PARTY.STARTS, DSL.val(day)))
                .where(here)
                .execute();
        var there = db.select(GRID_PARTY.ORGANIZATION, building())
                .from(GRID_PARTY)
                .where(GRID_PARTY.JURISDICTION.eq(to.county()), GRID_PARTY.AREA.eq(to))
                .and(GRID_PARTY.ENDS.isNull().or(GRID_PARTY.ENDS.gt(day)))
                .fetchSet(row -> Map.entry(row.value1(), row.value2()));
        for (var link : linked) {
            var building = link.getBuilding() == null ? NONE : link.getBuilding();
            if (there.contains(Map.entry(link.getOrganization(), building))) {
                continue;
            }
            var again = db.newRecord(GRID_PARTY);
            again.from(link);
            again.setId(Id.next());
            again.setArea(to);
            again.setStarts(link.getStarts().isAfter(day) ? link.getStarts() : day);
            db.insertInto(GRID_PARTY).set(again).execute();
        }
    }

    private static Field<Id> building() {
        return DSL.coalesce(GRID_PARTY.BUILDING, DSL.inline(NONE, GRID_PARTY.BUILDING.getDataType()));
    }

    /// The buildings and service places of a grid that have a point, as (id, longitude, latitude, households).
    List<Point> buildings(Area grid) {
        return db.select(BUILDING.ID, BUILDING.LNG, BUILDING.LAT, BUILDING.HOUSEHOLDS)
                .from(BUILDING)
                .where(BUILDING.JURISDICTION.eq(grid.county()), BUILDING.AREA.eq(grid), BUILDING.VALID_TO.isNull())
                .and(BUILDING.LNG.isNotNull())
                .fetch(row -> new Point(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    List<Point> places(Area grid) {
        return db.select(PLACE.ID, PLACE.LNG, PLACE.LAT)
                .from(PLACE)
                .where(PLACE.JURISDICTION.eq(grid.county()), PLACE.AREA.eq(grid), PLACE.LNG.isNotNull())
                .fetch(row -> new Point(row.value1(), row.value2(), row.value3(), null));
    }

    record Point(Id id, double lng, double lat, @Nullable Integer households) {}
}
