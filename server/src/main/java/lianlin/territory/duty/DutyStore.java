package lianlin.territory.duty;

import static lianlin.territory.sql.Tables.DUTY_PATTERN;
import static lianlin.territory.sql.Tables.DUTY_SHIFT;
import static lianlin.territory.sql.Tables.PLACE;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.time.WorkCalendar;
import lianlin.territory.Areas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of duty rosters.
@Repository
class DutyStore {
    /// A line of the usual week; the stand-in comes where the first one cannot.
    record Usual(
            DayOfWeek weekday,
            LocalTime starts,
            LocalTime ends,
            @Nullable Id account,
            String name,
            @Nullable Id standIn,
            @Nullable String standInName) {}

    private static final int COMMUNITY = 5;

    private static final List<SelectField<?>> COLUMNS = List.of(
            DUTY_SHIFT.JURISDICTION,
            DUTY_SHIFT.ID,
            DUTY_SHIFT.AREA,
            DUTY_SHIFT.PLACE,
            DUTY_SHIFT.HELD_ON,
            DUTY_SHIFT.STARTS,
            DUTY_SHIFT.ENDS,
            DUTY_SHIFT.ACCOUNT,
            DUTY_SHIFT.NAME,
            DUTY_SHIFT.PHONE,
            DUTY_SHIFT.VERSION);

    private final DSLContext db;
    private final Areas areas;

    DutyStore(DSLContext db, Areas areas) {
        this.db = db;
        this.areas = areas;
    }

    /// A place of the scope, or a community or grid of it.
    Point point(Scope scope, @Nullable Id place, @Nullable Area area) {
        if (place != null) {
            return db.select(PLACE.JURISDICTION, PLACE.AREA, PLACE.ID, PLACE.NAME, PLACE.PHONE)
                    .from(PLACE)
                    .where(scope.on(PLACE.JURISDICTION, PLACE.AREA), PLACE.ID.eq(place))
                    .fetchOptional(
                            row -> new Point(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()))
                    .orElseThrow(() -> Problem.absent("place", place));
        }
        if (area == null) {
            throw Problem.invalid("place", "duty.point");
        }
        areas.mustCover(scope, area);
        if (area.depth() < COMMUNITY) {
            throw Problem.invalid("area", "duty.point");
        }
        return new Point(area.county(), area, null, areas.path(area), null);
    }

    List<Shift> between(Point point, LocalDate from, LocalDate until) {
        return shifts(at(point).and(DUTY_SHIFT.HELD_ON.between(from, until)));
    }

    /// Who is on duty now: at the place, or in the grid or anywhere in the community.
    List<Shift> now(Scope scope, @Nullable Id place, @Nullable Area area, Instant now, int limit) {
        var where = place == null
                ? area == null ? scope.on(DUTY_SHIFT.JURISDICTION) : DUTY_SHIFT.AREA.between(area, area.last())
                : DUTY_SHIFT.PLACE.eq(place);
        return db.select(COLUMNS)
                .from(DUTY_SHIFT)
                .where(scope.on(DUTY_SHIFT.JURISDICTION, DUTY_SHIFT.AREA))
                .and(where)
                .and(DUTY_SHIFT.STARTS.le(now))
                .and(DUTY_SHIFT.ENDS.gt(now))
                .and(DUTY_SHIFT.HELD_ON.ge(
                        LocalDate.ofInstant(now, WorkCalendar.ZONE).minusDays(1)))
                .orderBy(DUTY_SHIFT.AREA, DUTY_SHIFT.STARTS, DUTY_SHIFT.ID)
                .limit(limit)
                .fetch(DutyStore::shift);
    }

    /// Where duty is stood, with the number of shifts.
    record Stand(@Nullable Id place, Area area, int shifts) {}

    /// The busiest first.
    List<Stand> stands(Scope scope, LocalDate from, LocalDate until, int limit) {
        var shifts = DSL.count();
        return db.select(DUTY_SHIFT.PLACE, DUTY_SHIFT.AREA, shifts)
                .from(DUTY_SHIFT)
                .where(scope.on(DUTY_SHIFT.JURISDICTION, DUTY_SHIFT.AREA))
                .and(DUTY_SHIFT.HELD_ON.between(from, until))
                .groupBy(DUTY_SHIFT.PLACE, DUTY_SHIFT.AREA)
                .orderBy(shifts.desc(), DUTY_SHIFT.AREA, DUTY_SHIFT.PLACE)
                .limit(limit)
                .fetch(row -> new Stand(row.value1(), row.value2(), row.value3()));
    }

    /// The shifts of a day in a place and what is below it; of a grid also those of its community.
    List<Shift> on(Scope scope, Area area, LocalDate day, int limit) {
        var there =
                area.isGrid() ? DUTY_SHIFT.AREA.in(area, area.community()) : DUTY_SHIFT.AREA.between(area, area.last());
        return db.select(COLUMNS)
                .from(DUTY_SHIFT)
                .where(scope.on(DUTY_SHIFT.JURISDICTION, DUTY_SHIFT.AREA), there, DUTY_SHIFT.HELD_ON.eq(day))
                .orderBy(DUTY_SHIFT.STARTS, DUTY_SHIFT.ID)
                .limit(limit)
                .fetch(DutyStore::shift);
    }

    /// What somebody has to stand from a day on.
    List<Shift> of(int jurisdiction, Id account, Instant from, int limit) {
        return db.select(COLUMNS)
                .from(DUTY_SHIFT)
                .where(
                        DUTY_SHIFT.JURISDICTION.eq(jurisdiction),
                        DUTY_SHIFT.ACCOUNT.eq(account),
                        DUTY_SHIFT.ENDS.gt(from))
                .orderBy(DUTY_SHIFT.STARTS, DUTY_SHIFT.ID)
                .limit(limit)
                .fetch(DutyStore::shift);
    }

    Optional<Shift> find(int jurisdiction, Id id) {
        return db.select(COLUMNS)
                .from(DUTY_SHIFT)
                .where(DUTY_SHIFT.JURISDICTION.eq(jurisdiction), DUTY_SHIFT.ID.eq(id))
                .fetchOptional(DutyStore::shift);
    }

    List<Shift> find(int jurisdiction, Collection<Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : shifts(DUTY_SHIFT.JURISDICTION.eq(jurisdiction).and(DUTY_SHIFT.ID.in(ids)));
    }

    /// Two nodes write one roster one after the other.
    void lock(Point point) {
        db.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended('duty ' || {0}, {1}))",
                DSL.val(point.area().code()), DSL.val(point.jurisdiction()).cast(Long.class));
    }

    void delete(Collection<Id> ids, int jurisdiction) {
        if (!ids.isEmpty()) {
            db.deleteFrom(DUTY_SHIFT)
                    .where(DUTY_SHIFT.JURISDICTION.eq(jurisdiction), DUTY_SHIFT.ID.in(ids))
                    .execute();
        }
    }

    void insert(Collection<Shift> shifts) {
        var rows = shifts.stream()
                .map(shift -> {
                    var row = db.newRecord(DUTY_SHIFT);
                    row.setJurisdiction(shift.jurisdiction());
                    row.setId(shift.id());
                    row.setArea(shift.area());
                    row.setPlace(shift.place());
                    row.setHeldOn(shift.heldOn());
                    row.setStarts(shift.starts());
                    row.setEnds(shift.ends());
                    row.setAccount(shift.account());
                    row.setName(shift.name());
                    row.setWho(Shift.who(shift.area(), shift.account(), shift.name()));
                    row.setPhone(shift.phone());
                    row.setVersion(shift.version());
                    return row;
                })
                .toList();
        if (!rows.isEmpty()) {
            db.insertInto(DUTY_SHIFT).set(rows).execute();
        }
    }

    /// Whether somebody stands elsewhere at that time.
    boolean busy(int jurisdiction, String who, Instant starts, Instant ends) {
        return db.fetchExists(
                DUTY_SHIFT,
                DUTY_SHIFT.JURISDICTION.eq(jurisdiction),
                DUTY_SHIFT.WHO.eq(who),
                DUTY_SHIFT.STARTS.lt(ends),
                DUTY_SHIFT.ENDS.gt(starts));
    }

    void give(Shift shift, Id account, String name) {
        db.update(DUTY_SHIFT)
                .set(DUTY_SHIFT.ACCOUNT, account)
                .set(DUTY_SHIFT.NAME, name)
                .set(DUTY_SHIFT.WHO, Shift.who(shift.area(), account, name))
                .set(DUTY_SHIFT.VERSION, shift.version() + 1)
                .where(DUTY_SHIFT.JURISDICTION.eq(shift.jurisdiction()), DUTY_SHIFT.ID.eq(shift.id()))
                .execute();
    }

    /// Two shifts change hands in one statement's time: the constraint looks at the end of the transaction.
    void defer() {
        db.execute("SET CONSTRAINTS territory.duty_overlap DEFERRED");
    }

    /// Looks now.
    void check() {
        db.execute("SET CONSTRAINTS territory.duty_overlap IMMEDIATE");
    }

    List<Usual> pattern(Point point) {
        return db.select(
                        DUTY_PATTERN.WEEKDAY,
                        DUTY_PATTERN.STARTS,
                        DUTY_PATTERN.ENDS,
                        DUTY_PATTERN.ACCOUNT,
                        DUTY_PATTERN.NAME,
                        DUTY_PATTERN.STAND_IN,
                        DUTY_PATTERN.STAND_IN_NAME)
                .from(DUTY_PATTERN)
                .where(usual(point))
                .orderBy(DUTY_PATTERN.WEEKDAY, DUTY_PATTERN.STARTS, DUTY_PATTERN.ID)
                .fetch(row -> new Usual(
                        DayOfWeek.of(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    void pattern(Point point, List<Usual> lines) {
        db.deleteFrom(DUTY_PATTERN).where(usual(point)).execute();
        var rows = lines.stream()
                .map(line -> {
                    var row = db.newRecord(DUTY_PATTERN);
                    row.setJurisdiction(point.jurisdiction());
                    row.setId(Id.next());
                    row.setArea(point.area());
                    row.setPlace(point.place());
                    row.setWeekday(line.weekday().getValue());
                    row.setStarts(line.starts());
                    row.setEnds(line.ends());
                    row.setAccount(line.account());
                    row.setName(line.name());
                    row.setStandIn(line.standIn());
                    row.setStandInName(line.standInName());
                    return row;
                })
                .toList();
        if (!rows.isEmpty()) {
            db.insertInto(DUTY_PATTERN).set(rows).execute();
        }
    }

    private static Condition at(Point point) {
        return DUTY_SHIFT
                .JURISDICTION
                .eq(point.jurisdiction())
                .and(
                        point.place() == null
                                ? DUTY_SHIFT.AREA.eq(point.area()).and(DUTY_SHIFT.PLACE.isNull())
                                : DUTY_SHIFT.PLACE.eq(point.place()));
    }

    private static Condition usual(Point point) {
        return DUTY_PATTERN
                .JURISDICTION
                .eq(point.jurisdiction())
                .and(
                        point.place() == null
                                ? DUTY_PATTERN.AREA.eq(point.area()).and(DUTY_PATTERN.PLACE.isNull())
                                : DUTY_PATTERN.PLACE.eq(point.place()));
    }

    private List<Shift> shifts(Condition condition) {
        return db.select(COLUMNS)
                .from(DUTY_SHIFT)
                .where(condition)
                .orderBy(DUTY_SHIFT.STARTS, DUTY_SHIFT.ID)
                .fetch(DutyStore::shift);
    }

    private static Shift shift(Record row) {
        return new Shift(
                row.get(DUTY_SHIFT.JURISDICTION),
                row.get(DUTY_SHIFT.ID),
                row.get(DUTY_SHIFT.AREA),
                row.get(DUTY_SHIFT.PLACE),
                row.get(DUTY_SHIFT.HELD_ON),
                row.get(DUTY_SHIFT.STARTS),
                row.get(DUTY_SHIFT.ENDS),
                row.get(DUTY_SHIFT.ACCOUNT),
                row.get(DUTY_SHIFT.NAME),
                row.get(DUTY_SHIFT.PHONE),
                row.get(DUTY_SHIFT.VERSION));
    }
}
