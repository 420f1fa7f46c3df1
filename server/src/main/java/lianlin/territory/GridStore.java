package lianlin.territory;

import static lianlin.kernel.Given.given;
import static lianlin.territory.sql.Tables.FORMER_NAME;
import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.GRID_LINE;
import static lianlin.territory.sql.Tables.GRID_STAFF;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of grids, their lines and their staff.
@Repository
class GridStore {
    /// Which grids a list asks for; what is null does not matter. `on` is a day in the past: the grids, the names and
    /// the staff of that day (TER-12).
    record Filter(
            @Nullable Area area,
            @Nullable String q,
            Grid.@Nullable Kind kind,
            @Nullable LocalDate on) {}

    /// A grid in a list: its head and the number of workers are those of today.
    record Listed(
            Area code,
            String name,
            Place community,
            Labelled kind,
            @Nullable Integer households,
            @Nullable String head,
            int workers,
            int version) {}

    /// A grid that lacks a head or a worker today (TER-09).
    record Gap(Area code, String name, Place community, boolean head, boolean worker) {}

    /// A business line as it is asked for.
    record Line(Grid.Line line, String label, String person) {}

    /// What of a grid may be written.
    record Content(
            String name,
            Grid.Kind kind,
            @Nullable Integer households,
            @Nullable String persons,
            @Nullable String duties,
            @Nullable String system,
            @Nullable String standards,
            @Nullable String externalCode,
            @Nullable String dutyPhone,
            List<Line> lines) {}

    private final DSLContext db;
    private final Areas areas;
    private final Words words;

    GridStore(DSLContext db, Areas areas, Words words) {
        this.db = db;
        this.areas = areas;
        this.words = words;
    }

    Page<Listed> list(Scope scope, Filter filter, Paging paging, LocalDate today) {
        var head = head(today);
        var workers = workers(today);
        var name = filter.on() == null ? GRID.NAME : then(filter.on());
        var then = called(filter.on());
        var query = db.select(GRID.AREA, name, GRID.COMMUNITY, GRID.KIND, GRID.HOUSEHOLDS, head, workers, GRID.VERSION)
                .from(GRID)
                .where(scope.on(GRID.JURISDICTION, GRID.AREA), valid(filter.on()))
                .and(given(filter.area(), area -> GRID.AREA.between(area, area.last())))
                .and(given(filter.q(), name::contains))
                .and(given(filter.kind(), kind -> GRID.KIND.eq(kind.name())));
        return paging.fetch(
                query,
                row -> new Listed(
                        row.value1(),
                        row.value2(),
                        then.apply(row.value3()),
                        words.of("Grid.Kind", row.value4()),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()),
                GRID.AREA);
    }

    Page<Gap> gaps(Scope scope, @Nullable Area within, Paging paging, LocalDate today) {
        var head = DSL.field(DSL.exists(serving(GridStaff.Role.GRID_HEAD, today)));
        var worker = DSL.field(DSL.exists(serving(GridStaff.Role.GRID_WORKER, today)));
        var query = db.select(GRID.AREA, GRID.NAME, GRID.COMMUNITY, head, worker)
                .from(GRID)
                .where(scope.on(GRID.JURISDICTION, GRID.AREA), GRID.VALID_TO.isNull(), gap(today))
                .and(given(within, area -> GRID.AREA.between(area, area.last())));
        return paging.fetch(
                query,
                row -> new Gap(row.value1(), row.value2(), areas.place(row.value3()), row.value4(), row.value5()),
                GRID.AREA);
    }

    long gapCount(Scope scope, LocalDate today) {
        return db.fetchCount(GRID, scope.on(GRID.JURISDICTION, GRID.AREA), GRID.VALID_TO.isNull(), gap(today));
    }

    private static Condition gap(LocalDate today) {
        return DSL.notExists(serving(GridStaff.Role.GRID_HEAD, today))
                .or(DSL.notExists(serving(GridStaff.Role.GRID_WORKER, today)));
    }

    /// The grid with its lines and the staff of the day, without warnings.
    Grid get(Scope scope, Area code, LocalDate today) {
        var lines = DSL.multiset(DSL.select(GRID_LINE.LINE, GRID_LINE.LABEL, GRID_LINE.RESPONSIBLE)
                        .from(GRID_LINE)
                        .where(GRID_LINE.JURISDICTION.eq(GRID.JURISDICTION), GRID_LINE.AREA.eq(GRID.AREA))
                        .orderBy(GRID_LINE.LINE, GRID_LINE.LABEL))
                .convertFrom(rows -> rows.map(row -> new Grid.Carried(
                        words.of("Grid.Line", row.value1()),
                        row.value2().isEmpty() ? null : row.value2(),
                        row.value3())));
        var row = db.select(
                        GRID.COMMUNITY,
                        GRID.NAME,
                        GRID.KIND,
                        GRID.HOUSEHOLDS,
                        GRID.PERSONS,
                        GRID.DUTIES,
                        GRID.SYSTEMS,
                        GRID.STANDARDS,
                        GRID.EXTERNAL_CODE,
                        GRID.DUTY_PHONE,
                        lines,
                        GRID.VALID_FROM,
                        GRID.VALID_TO,
                        GRID.REPLACED_BY,
                        GRID.VERSION)
                .from(GRID)
                .where(scope.on(GRID.JURISDICTION, GRID.AREA), GRID.AREA.eq(code))
                .fetchOptional()
                .orElseThrow(() -> Problem.absent("grid", code));
        return new Grid(
                code,
                areas.place(row.value1()),
                row.value2(),
                words.of("Grid.Kind", row.value3()),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8(),
                row.value9(),
                row.value10(),
                row.value11(),
                staff(code, today),
                row.value12(),
                row.value13(),
                row.value14() == null ? null : areas.place(row.value14()),
                row.value15(),
                List.of());
    }

    /// Those who serve on a day.
    List<GridStaff> staff(Area grid, LocalDate today) {
        return db.select(
                        GRID_STAFF.ID,
                        GRID_STAFF.ROLE,
                        GRID_STAFF.NAME,
                        GRID_STAFF.ACCOUNT,
                        GRID_STAFF.STARTS,
                        GRID_STAFF.ENDS)
                .from(GRID_STAFF)
                .where(GRID_STAFF.JURISDICTION.eq(grid.county()), GRID_STAFF.AREA.eq(grid))
                .and(GRID_STAFF.ENDS.isNull().or(GRID_STAFF.ENDS.gt(today)))
                .orderBy(GRID_STAFF.ROLE, GRID_STAFF.STARTS, GRID_STAFF.ID)
                .fetch(row -> new GridStaff(
                        row.value1(),
                        words.of("GridStaff.Role", row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6()));
    }

    /// The version of a grid, locked until the transaction ends.
    void lock(Scope scope, Area code, @Nullable Integer version) {
        var found = db.select(GRID.VERSION)
                .from(GRID)
                .where(scope.on(GRID.JURISDICTION, GRID.AREA), GRID.AREA.eq(code), GRID.VALID_TO.isNull())
                .forUpdate()
                .fetchOptional(GRID.VERSION)
                .orElseThrow(() -> Problem.absent("grid", code));
        if (version != null && !found.equals(version)) {
            throw Problem.stale("grid", code);
        }
    }

    /// The number after the last that was given in a community, whose row the caller has locked.
    int nextNumber(Area community) {
        var last = db.select(DSL.max(GRID.AREA))
                .from(GRID)
                .where(GRID.JURISDICTION.eq(community.county()), GRID.COMMUNITY.eq(community))
                .fetchSingle()
                .value1();
        return last == null ? 1 : (int) (last.code() % 1000) + 1;
    }

    void insert(Area code, Content content, LocalDate from) {
        db.insertInto(GRID)
                .set(GRID.JURISDICTION, code.county())
                .set(GRID.AREA, code)
                .set(GRID.COMMUNITY, code.community())
                .set(GRID.NAME, content.name())
                .set(GRID.KIND, content.kind().name())
                .set(GRID.HOUSEHOLDS, content.households())
                .set(GRID.PERSONS, content.persons())
                .set(GRID.DUTIES, content.duties())
                .set(GRID.SYSTEMS, content.system())
                .set(GRID.STANDARDS, content.standards())
                .set(GRID.EXTERNAL_CODE, content.externalCode())
                .set(GRID.DUTY_PHONE, content.dutyPhone())
                .set(GRID.VALID_FROM, from)
                .execute();
        lines(code, content.lines());
    }

    void touch(Area code, int version) {
        db.update(GRID)
                .set(GRID.VERSION, version)
                .where(GRID.JURISDICTION.eq(code.county()), GRID.AREA.eq(code))
                .execute();
    }

    void update(Area code, Content content, int version) {
        db.update(GRID)
                .set(GRID.NAME, content.name())
                .set(GRID.KIND, content.kind().name())
                .set(GRID.HOUSEHOLDS, content.households())
                .set(GRID.PERSONS, content.persons())
                .set(GRID.DUTIES, content.duties())
                .set(GRID.SYSTEMS, content.system())
                .set(GRID.STANDARDS, content.standards())
                .set(GRID.EXTERNAL_CODE, content.externalCode())
                .set(GRID.DUTY_PHONE, content.dutyPhone())
                .set(GRID.VERSION, version)
                .where(GRID.JURISDICTION.eq(code.county()), GRID.AREA.eq(code))
                .execute();
        db.deleteFrom(GRID_LINE)
                .where(GRID_LINE.JURISDICTION.eq(code.county()), GRID_LINE.AREA.eq(code))
                .execute();
        lines(code, content.lines());
    }

    private void lines(Area code, List<Line> lines) {
        var records = new ArrayList<Record>();
        for (var line : lines) {
            var row = db.newRecord(GRID_LINE);
            row.setJurisdiction(code.county());
            row.setArea(code);
            row.setLine(line.line().name());
            row.setLabel(line.label());
            row.setResponsible(line.person());
            records.add(row);
        }
        if (!records.isEmpty()) {
            db.insertInto(GRID_LINE).set(records).execute();
        }
    }

    void appoint(
            Area grid,
            Id id,
            @Nullable Id account,
            String name,
            GridStaff.Role role,
            LocalDate starts,
            @Nullable LocalDate ends) {
        db.insertInto(GRID_STAFF)
                .set(GRID_STAFF.JURISDICTION, grid.county())
                .set(GRID_STAFF.ID, id)
                .set(GRID_STAFF.AREA, grid)
                .set(GRID_STAFF.ACCOUNT, account)
                .set(GRID_STAFF.NAME, name)
                .set(GRID_STAFF.ROLE, role.name())
                .set(GRID_STAFF.STARTS, starts)
                .set(GRID_STAFF.ENDS, ends)
                .execute();
    }

    /// Ends an appointment with the day before `day`; one that has not begun never begins.
    void end(Area grid, Id id, LocalDate day) {
        var ended = db.update(GRID_STAFF)
                .set(GRID_STAFF.ENDS, DSL.greatest(GRID_STAFF.STARTS, DSL.val(day)))
                .where(GRID_STAFF.JURISDICTION.eq(grid.county()), GRID_STAFF.AREA.eq(grid), GRID_STAFF.ID.eq(id))
                .and(GRID_STAFF.ENDS.isNull().or(GRID_STAFF.ENDS.gt(day)))
                .execute();
        if (ended == 0) {
            throw Problem.absent("staff", id);
        }
    }

    /// How many grids somebody serves on a day: by account where there is one, else by name within the community.
    int served(Area grid, @Nullable Id account, String name, LocalDate day) {
        var community = grid.community();
        return db.fetchCount(DSL.selectDistinct(GRID_STAFF.AREA)
                .from(GRID_STAFF)
                .where(GRID_STAFF.JURISDICTION.eq(grid.county()), on(day))
                .and(
                        account == null
                                ? GRID_STAFF.NAME.eq(name).and(GRID_STAFF.AREA.between(community, community.last()))
                                : GRID_STAFF.ACCOUNT.eq(account)));
    }

    /// On a day in the past, or now.
    private static Condition valid(@Nullable LocalDate on) {
        return on == null
                ? GRID.VALID_TO.isNull()
                : GRID.VALID_FROM.le(on).and(GRID.VALID_TO.isNull().or(GRID.VALID_TO.gt(on)));
    }

    /// What communities are called, or were on a day; the names of a county are looked up once.
    private Function<Area, Place> called(@Nullable LocalDate on) {
        if (on == null) {
            return areas::place;
        }
        var former = new HashMap<Integer, Map<Area, Areas.Called>>();
        return area -> areas.then(area, former.computeIfAbsent(area.county(), county -> areas.formerly(county, on)));
    }

    /// The name of a day.
    private static Field<String> then(LocalDate on) {
        return DSL.coalesce(
                DSL.field(DSL.select(FORMER_NAME.NAME)
                        .from(FORMER_NAME)
                        .where(
                                FORMER_NAME.JURISDICTION.eq(GRID.JURISDICTION),
                                FORMER_NAME.AREA.eq(GRID.AREA),
                                FORMER_NAME.STARTS.le(on),
                                FORMER_NAME.ENDS.gt(on))),
                GRID.NAME);
    }

    private static Condition on(LocalDate day) {
        return GRID_STAFF.STARTS.le(day).and(GRID_STAFF.ENDS.isNull().or(GRID_STAFF.ENDS.gt(day)));
    }

    private static org.jooq.Select<? extends Record> serving(GridStaff.Role role, LocalDate day) {
        return DSL.selectOne().from(GRID_STAFF).where(of(role, day));
    }

    private static Condition of(GridStaff.Role role, LocalDate day) {
        return GRID_STAFF
                .JURISDICTION
                .eq(GRID.JURISDICTION)
                .and(GRID_STAFF.AREA.eq(GRID.AREA))
                .and(GRID_STAFF.ROLE.eq(role.name()))
                .and(on(day));
    }

    private static Field<String> head(LocalDate day) {
        return DSL.field(DSL.select(GRID_STAFF.NAME)
                .from(GRID_STAFF)
                .where(of(GridStaff.Role.GRID_HEAD, day))
                .limit(1));
    }

    private static Field<Integer> workers(LocalDate day) {
        return DSL.field(DSL.selectCount().from(GRID_STAFF).where(of(GridStaff.Role.GRID_WORKER, day)));
    }
}
