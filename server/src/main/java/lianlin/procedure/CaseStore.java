package lianlin.procedure;

import static lianlin.kernel.Given.given;
import static lianlin.procedure.sql.Tables.CASE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Lamps;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Rows;
import lianlin.kernel.database.Subtree;
import lianlin.kernel.text.Finder;
import lianlin.kernel.text.Grams;
import lianlin.kernel.time.Lamp;
import lianlin.kernel.time.WorkCalendar;
import lianlin.procedure.sql.CaseRecord;
import org.jooq.Batch;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.InsertSetStep;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of cases. Every read says which scope it may see: a case is seen from its area, by the organization that
/// holds it, and by the one who asked for it.
@Repository
class CaseStore {
    /// Totals above this are not counted out.
    static final int COUNTED = 1_000;

    static final List<SelectField<?>> COLUMNS = List.of(
            CASE.JURISDICTION,
            CASE.ID,
            CASE.PROCEDURE,
            CASE.PROCEDURE_VERSION,
            CASE.STATE,
            CASE.NUMBER,
            CASE.TITLE,
            CASE.TOPIC,
            CASE.URGENT,
            CASE.AREA,
            CASE.REQUESTER,
            CASE.REQUESTER_NAME,
            CASE.HOLDER,
            CASE.HOLDER_PATH,
            CASE.HOLDER_NAME,
            CASE.OPENED,
            CASE.CLOCK_STARTED,
            CASE.DUE,
            CASE.PAUSED_SECONDS,
            CASE.PAUSED_SINCE,
            CASE.PAUSE_REASON,
            CASE.CLOSED,
            CASE.VERSION);

    /// The deadline; where no clock runs, the end of time.
    private static final Field<Instant> UNTIL =
            DSL.field("coalesce({0}, '9999-01-01 00:00:00+00'::timestamptz)", CASE.DUE.getDataType(), CASE.DUE);

    private final DSLContext db;
    private final Finder finder;
    private final WorkCalendar calendar;
    private final Lamps lamps;
    private final Clock clock;

    CaseStore(DSLContext db, Finder finder, WorkCalendar calendar, Lamps lamps, Clock clock) {
        this.db = db;
        this.finder = finder;
        this.calendar = calendar;
        this.lamps = lamps;
        this.clock = clock;
    }

    Page<Case> list(Scope scope, CaseFilter filter, Condition extra, CaseOrder order, Paging paging) {
        var query = db.select(COLUMNS)
                .select(CaseOrder.PRESSING)
                .from(CASE)
                .where(matching(scope, filter))
                .and(extra);
        return paging.fetch(query, CaseStore::thing, order.falls(), order.fields());
    }

    /// What somebody can act on, the most pressing first.
    Page<Case> queue(Scope scope, CaseFilter filter, Condition queue, Paging paging) {
        var query = db.select(COLUMNS)
                .select(UNTIL)
                .from(CASE)
                .where(matching(scope, filter))
                .and(queue)
                .and(CASE.CLOSED.isNull());
        return paging.fetch(query, CaseStore::thing, UNTIL, CASE.ID);
    }

    /// How many match; null where they are more than [#COUNTED].
    @Nullable
    Long count(Scope scope, CaseFilter filter, Condition extra) {
        var counted = db.fetchCount(db.selectOne()
                .from(CASE)
                .where(matching(scope, filter))
                .and(extra)
                .limit(COUNTED + 1));
        return counted > COUNTED ? null : (Long) (long) counted;
    }

    /// How many match, however many they are.
    long countAll(Scope scope, CaseFilter filter) {
        return db.fetchCount(CASE, matching(scope, filter));
    }

    Case get(Scope scope, Id id) {
        return find(scope, id).orElseThrow(() -> Problem.absent("case", id));
    }

    Optional<Case> find(Scope scope, Id id) {
        return db.select(COLUMNS)
                .from(CASE)
                .where(visible(scope))
                .and(CASE.ID.eq(id))
                .fetchOptional(CaseStore::thing);
    }

    /// Those of some cases that the scope shows, in the order of their ids.
    List<Case> some(Scope scope, List<Id> ids) {
        return db.select(COLUMNS)
                .from(CASE)
                .where(visible(scope))
                .and(CASE.ID.in(ids))
                .orderBy(CASE.ID)
                .fetch(CaseStore::thing);
    }

    Optional<Case> findByNumber(String number) {
        return db.select(COLUMNS).from(CASE).where(CASE.NUMBER.eq(number)).fetchOptional(CaseStore::thing);
    }

    /// The case at the version that the caller has seen, locked until the transaction ends.
    Case lock(Scope scope, Id id, @Nullable Integer version) {
        var thing = db.select(COLUMNS)
                .from(CASE)
                .where(visible(scope))
                .and(CASE.ID.eq(id))
                .forUpdate()
                .fetchOptional(CaseStore::thing)
                .orElseThrow(() -> Problem.absent("case", id));
        if (version != null && thing.version() != version) {
            throw Problem.stale("case", id);
        }
        return thing;
    }

    /// Cases whose clock has run out in one of some states, the oldest first.
    List<Case> overdue(String procedure, List<String> states, Instant now, int most) {
        return db.select(COLUMNS)
                .from(CASE)
                .where(CASE.PROCEDURE.eq(procedure), CASE.STATE.in(states), CASE.CLOSED.isNull(), CASE.DUE.le(now))
                .and(CASE.PAUSED_SINCE.isNull())
                .orderBy(CASE.DUE)
                .limit(most)
                .fetch(CaseStore::thing);
    }

    /// Running cases of a scope whose time is over, the longest over first.
    List<Case> late(Scope scope, String procedure, int most) {
        return db.select(COLUMNS)
                .from(CASE)
                .where(visible(scope), CASE.PROCEDURE.eq(procedure), LampStore.lit(Lamp.RED, clock.instant()))
                .orderBy(CASE.DUE, CASE.ID)
                .limit(most)
                .fetch(CaseStore::thing);
    }

    /// How many running cases of a scope are over their time, by the place where each one is.
    Map<Area, Long> late(Scope scope, String procedure) {
        return db.select(CASE.AREA, DSL.count().cast(Long.class))
                .from(CASE)
                .where(visible(scope), CASE.PROCEDURE.eq(procedure), LampStore.lit(Lamp.RED, clock.instant()))
                .groupBy(CASE.AREA)
                .fetchMap(Record2::value1, Record2::value2);
    }

    /// Ids rise with the moment of opening: the primary key finds the young ones.
    NavigableMap<LocalDate, Map<String, Long>> opened(Scope scope, String procedure, LocalDate first) {
        var day = DSL.field("({0} AT TIME ZONE 'Asia/Shanghai')::date", LocalDate.class, CASE.OPENED);
        var begin = Id.at(first.atStartOfDay(WorkCalendar.ZONE).toInstant(), 0);
        var days = new TreeMap<LocalDate, Map<String, Long>>();
        db.select(day, CASE.STATE, DSL.count().cast(Long.class))
                .from(CASE)
                .where(visible(scope), CASE.PROCEDURE.eq(procedure), CASE.ID.ge(begin))
                .groupBy(day, CASE.STATE)
                .forEach(row -> days.computeIfAbsent(row.value1(), key -> new HashMap<>())
                        .put(row.value2(), row.value3()));
        return days;
    }

    int open(int jurisdiction, String procedure, Id requester) {
        db.execute("SELECT pg_advisory_xact_lock({0})", DSL.val(requester.value()));
        return db.fetchCount(
                CASE,
                CASE.JURISDICTION.eq(jurisdiction),
                CASE.REQUESTER.eq(requester),
                CASE.PROCEDURE.eq(procedure),
                CASE.CLOSED.isNull());
    }

    int nextNumber() {
        return db.resultQuery("SELECT nextval('procedure.case_sequence')::int")
                .fetchOptionalInto(Integer.class)
                .orElseThrow();
    }

    /// As many numbers as asked for, in rising order.
    List<Integer> nextNumbers(int many) {
        return db
                .resultQuery(
                        "SELECT nextval('procedure.case_sequence')::int FROM generate_series(1, {0})", DSL.val(many))
                .fetch(0, Integer.class)
                .stream()
                .sorted()
                .toList();
    }

    void insert(Case thing) {
        row(db.insertInto(CASE), thing, lamps.yellow(thing.jurisdiction())).execute();
    }

    /// Cases with a past, ready to be written: holder, clock and end as they are by now. Lamps turn when they usually
    /// do: what is set is not read here, this needs no connection.
    Batch ready(List<Case> things) {
        return Rows.ready(db, CASE, things, (into, thing) -> row(into, thing, Lamps.USUAL));
    }

    private InsertSetMoreStep<CaseRecord> row(InsertSetStep<CaseRecord> into, Case thing, int yellow) {
        var pause = thing.clock() == null ? null : thing.clock().pause();
        var holder = thing.holder();
        @Nullable Instant since = pause == null ? null : pause.since();
        @Nullable String reason = pause == null ? null : pause.reason().name();
        @Nullable Id held = holder == null ? null : holder.id();
        @Nullable String path = holder == null ? null : holder.path();
        @Nullable String name = holder == null ? null : holder.name();
        return into.set(CASE.JURISDICTION, thing.jurisdiction())
                .set(CASE.ID, thing.id())
                .set(CASE.PROCEDURE, thing.procedure())
                .set(CASE.PROCEDURE_VERSION, thing.procedureVersion())
                .set(CASE.STATE, thing.state())
                .set(CASE.NUMBER, thing.number())
                .set(CASE.TITLE, thing.title())
                .set(CASE.TOPIC, thing.topic())
                .set(CASE.URGENT, thing.urgent())
                .set(CASE.AREA, thing.area())
                .set(CASE.REQUESTER, thing.requester())
                .set(CASE.REQUESTER_NAME, thing.requesterName())
                .set(CASE.HOLDER, held)
                .set(CASE.HOLDER_PATH, path)
                .set(CASE.HOLDER_NAME, name)
                .set(CASE.OPENED, thing.opened())
                .set(CASE.CLOCK_STARTED, thing.started())
                .set(CASE.DUE, thing.due())
                .set(CASE.TURNS, thing.turns(calendar, yellow))
                .set(
                        CASE.PAUSED_SECONDS,
                        thing.clock() == null ? 0L : thing.clock().paused().toSeconds())
                .set(CASE.PAUSED_SINCE, since)
                .set(CASE.PAUSE_REASON, reason)
                .set(CASE.CLOSED, thing.closed())
                .set(CASE.VERSION, thing.version())
                .set(CASE.GRAMS, Grams.vector(thing.number() + " " + thing.title()));
    }

    void update(Case thing) {
        var running = thing.clock();
        var pause = running == null ? null : running.pause();
        @Nullable Instant since = pause == null ? null : pause.since();
        @Nullable String reason = pause == null ? null : pause.reason().name();
        var holder = thing.holder();
        @Nullable Id held = holder == null ? null : holder.id();
        @Nullable String path = holder == null ? null : holder.path();
        @Nullable String name = holder == null ? null : holder.name();
        db.update(CASE)
                .set(CASE.STATE, thing.state())
                .set(CASE.HOLDER, held)
                .set(CASE.HOLDER_PATH, path)
                .set(CASE.HOLDER_NAME, name)
                .set(CASE.CLOCK_STARTED, thing.started())
                .set(CASE.DUE, thing.due())
                .set(CASE.TURNS, thing.turns(calendar, lamps.yellow(thing.jurisdiction())))
                .set(
                        CASE.PAUSED_SECONDS,
                        running == null ? 0L : running.paused().toSeconds())
                .set(CASE.PAUSED_SINCE, since)
                .set(CASE.PAUSE_REASON, reason)
                .set(CASE.CLOSED, thing.closed())
                .set(CASE.VERSION, thing.version())
                .where(CASE.JURISDICTION.eq(thing.jurisdiction()), CASE.ID.eq(thing.id()))
                .execute();
    }

    /// What a holder has in hand keeps its name and place when the organization changes.
    void relocateHolders(int jurisdiction, String before, String after) {
        Subtree.move(db, CASE.JURISDICTION, CASE.HOLDER_PATH, jurisdiction, before, after);
    }

    private Condition matching(Scope scope, CaseFilter filter) {
        return visible(scope)
                .and(given(filter.procedure(), CASE.PROCEDURE::eq))
                .and(given(filter.state(), CASE.STATE::eq))
                .and(given(filter.topic(), CASE.TOPIC::eq))
                .and(given(filter.area(), place -> CASE.AREA.between(place, place.last())))
                .and(given(filter.holder(), CASE.HOLDER::eq))
                .and(given(filter.open(), open -> open ? CASE.CLOSED.isNull() : CASE.CLOSED.isNotNull()))
                .and(given(filter.lamp(), lamp -> LampStore.lit(lamp, clock.instant())))
                .and(given(filter.q(), typed -> finder.called(CASE.ID, CASE.GRAMS, typed)));
    }

    private static Condition visible(Scope scope) {
        return scope.on(CASE.JURISDICTION, CASE.AREA, CASE.HOLDER_PATH, CASE.REQUESTER);
    }

    static Case thing(Record row) {
        var holder = row.get(CASE.HOLDER);
        return new Case(
                row.get(CASE.JURISDICTION),
                row.get(CASE.ID),
                row.get(CASE.PROCEDURE),
                row.get(CASE.PROCEDURE_VERSION),
                row.get(CASE.STATE),
                row.get(CASE.NUMBER),
                row.get(CASE.TITLE),
                row.get(CASE.TOPIC),
                row.get(CASE.URGENT),
                row.get(CASE.AREA),
                row.get(CASE.REQUESTER),
                row.get(CASE.REQUESTER_NAME),
                holder == null ? null : new Holder(holder, row.get(CASE.HOLDER_PATH), row.get(CASE.HOLDER_NAME)),
                row.get(CASE.OPENED),
                Case.clock(
                        row.get(CASE.CLOCK_STARTED),
                        row.get(CASE.DUE),
                        row.get(CASE.PAUSED_SECONDS),
                        row.get(CASE.PAUSED_SINCE),
                        row.get(CASE.PAUSE_REASON)),
                row.get(CASE.CLOSED),
                row.get(CASE.VERSION));
    }
}
