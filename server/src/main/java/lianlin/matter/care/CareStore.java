package lianlin.matter.care;

import static lianlin.kernel.Given.given;
import static lianlin.matter.sql.Tables.CARE_PAIR;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of care pairs. Every read says by [Sight] whose they are.
@Repository
class CareStore {
    private static final String NAME = "matter.care_pair.contact_name";
    private static final String PHONE = "matter.care_pair.contact_phone";
    private static final String ADDRESS = "matter.care_pair.address";

    /// Totals above this are not counted out.
    private static final int COUNTED = 1_000;

    /// Whom to see and where, in the clear.
    record Contact(PersonName name, PhoneNumber phone, String address) {}

    /// Which pairs a list asks for; what is null does not matter. `late`: the next visit is over its day.
    record Filter(
            CarePair.@Nullable State state,
            @Nullable Boolean late,
            @Nullable Boolean open,
            @Nullable CareNeed need,
            @Nullable Id team,
            @Nullable Area area) {}

    private static final List<SelectField<?>> COLUMNS = List.of(
            CARE_PAIR.JURISDICTION,
            CARE_PAIR.ID,
            CARE_PAIR.AREA,
            CARE_PAIR.TEAM,
            CARE_PAIR.HELPER,
            CARE_PAIR.STAND_IN,
            CARE_PAIR.STAND_IN_FROM,
            CARE_PAIR.STAND_IN_UNTIL,
            CARE_PAIR.STATE,
            CARE_PAIR.NEEDS,
            CARE_PAIR.TIER,
            CARE_PAIR.SHOWN_NAME,
            CARE_PAIR.PERSON,
            CARE_PAIR.CONSENT,
            CARE_PAIR.CONSENTED,
            CARE_PAIR.CONSENT_NOTED_BY,
            CARE_PAIR.EVERY,
            CARE_PAIR.UNIT,
            CARE_PAIR.WEEKDAY,
            CARE_PAIR.STARTS_ON,
            CARE_PAIR.VISIT_FROM,
            CARE_PAIR.VISIT_UNTIL,
            CARE_PAIR.SETTLED_ON,
            CARE_PAIR.MOVED_TO,
            CARE_PAIR.DUE_ON,
            CARE_PAIR.ALARM_ON,
            CARE_PAIR.ALARMS,
            CARE_PAIR.END_REASON,
            CARE_PAIR.ENDED,
            CARE_PAIR.OPENED,
            CARE_PAIR.VERSION,
            CARE_PAIR.NEXT_ON);

    private final DSLContext db;
    private final Vault vault;

    CareStore(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /// The next visit first, so that late ones stand before those of today; pairs without one at the end.
    Page<CarePair> list(Condition sight, Filter filter, LocalDate today, Paging paging) {
        return paging.fetch(
                db.select(COLUMNS).from(CARE_PAIR).where(sight).and(matching(filter, today)),
                CareStore::pair,
                CARE_PAIR.NEXT_ON,
                CARE_PAIR.ID);
    }

    /// How many match; null where they are more than 1,000.
    @Nullable
    Long count(Condition sight, Filter filter, LocalDate today) {
        long found = db.fetchCount(db.selectOne()
                .from(CARE_PAIR)
                .where(sight)
                .and(matching(filter, today))
                .limit(COUNTED + 1));
        return found > COUNTED ? null : (Long) found;
    }

    private static Condition matching(Filter filter, LocalDate today) {
        return given(filter.state(), state -> CARE_PAIR.STATE.eq(state.name()))
                .and(given(filter.late(), late -> late ? late(today) : DSL.not(late(today))))
                .and(given(
                        filter.open(),
                        open -> open
                                ? CARE_PAIR.STATE.ne(CarePair.State.ENDED.name())
                                : CARE_PAIR.STATE.eq(CarePair.State.ENDED.name())))
                .and(given(filter.need(), need -> CARE_PAIR.NEEDS.contains(new String[] {need.name()})))
                .and(given(filter.team(), CARE_PAIR.TEAM::eq))
                .and(given(filter.area(), area -> CARE_PAIR.AREA.between(area, area.last())));
    }

    private static Condition late(LocalDate today) {
        return CARE_PAIR.ALARM_ON.isNotNull().and(CARE_PAIR.ALARMS.gt(0).or(CARE_PAIR.ALARM_ON.le(today)));
    }

    /// The states of what somebody sees, and how many visits are late.
    Map<String, Long> states(Condition sight) {
        var states = new TreeMap<String, Long>();
        db.select(CARE_PAIR.STATE, DSL.count().cast(Long.class))
                .from(CARE_PAIR)
                .where(sight)
                .groupBy(CARE_PAIR.STATE)
                .forEach(row -> states.put(row.value1(), row.value2()));
        return states;
    }

    /// How many visits are late at or below each of some places: numbers alone, for those above the community.
    long late(Scope scope, Area area, LocalDate today) {
        return db.fetchCount(
                CARE_PAIR, scope.on(CARE_PAIR.JURISDICTION), CARE_PAIR.AREA.between(area, area.last()), late(today));
    }

    CarePair get(Condition sight, Id id) {
        return db.select(COLUMNS)
                .from(CARE_PAIR)
                .where(sight, CARE_PAIR.ID.eq(id))
                .fetchOptional(CareStore::pair)
                .orElseThrow(() -> Problem.absent("care-pair", id));
    }

    /// The pair at the version that the caller has seen, locked until the transaction ends.
    CarePair lock(Condition sight, Id id, int version) {
        var pair = lock(sight, id);
        if (pair.version() != version) {
            throw Problem.stale("care-pair", id);
        }
        return pair;
    }

    CarePair lock(Condition sight, Id id) {
        return db.select(COLUMNS)
                .from(CARE_PAIR)
                .where(sight, CARE_PAIR.ID.eq(id))
                .forUpdate()
                .fetchOptional(CareStore::pair)
                .orElseThrow(() -> Problem.absent("care-pair", id));
    }

    /// Pairs whose alarm is due, the oldest first.
    List<Id> alarms(Scope scope, LocalDate today, int limit) {
        return db.select(CARE_PAIR.ID)
                .from(CARE_PAIR)
                .where(scope.on(CARE_PAIR.JURISDICTION), CARE_PAIR.ALARM_ON.le(today))
                .orderBy(CARE_PAIR.ALARM_ON, CARE_PAIR.ID)
                .limit(limit)
                .fetch(CARE_PAIR.ID);
    }

    void insert(CarePair pair, Contact contact) {
        insert(List.of(new Entry(pair, contact)));
    }

    /// A pair with whom to see; an ended one has nobody any more.
    record Entry(CarePair pair, @Nullable Contact contact) {}

    void insert(List<Entry> entries) {
        var rows = entries.stream()
                .map(entry -> {
                    var pair = entry.pair();
                    var contact = entry.contact();
                    var row = db.newRecord(CARE_PAIR);
                    row.setJurisdiction(pair.jurisdiction());
                    row.setId(pair.id());
                    row.setArea(pair.area());
                    row.setTeam(pair.team());
                    row.setNeeds(pair.needs().stream().map(Enum::name).toArray(String[]::new));
                    row.setShownName(pair.shownName());
                    row.setPerson(pair.person());
                    row.setOpened(pair.opened());
                    row.setVersion(pair.version());
                    if (contact != null) {
                        row.setContactName(vault.seal(NAME, pair.id(), pair.jurisdiction(), contact.name()));
                        row.setContactPhone(vault.seal(PHONE, pair.id(), pair.jurisdiction(), contact.phone()));
                        row.setAddress(vault.seal(ADDRESS, pair.id(), pair.jurisdiction(), contact.address()));
                    }
                    changeable(pair).forEach((field, value) -> set(row, field, value));
                    return row;
                })
                .toList();
        db.insertInto(CARE_PAIR).set(rows).execute();
    }

    @SuppressWarnings("unchecked")
    private static <T> void set(Record row, Field<T> field, @Nullable Object value) {
        row.set(field, (T) value);
    }

    void update(CarePair pair) {
        db.update(CARE_PAIR)
                .set(changeable(pair))
                .set(CARE_PAIR.VERSION, pair.version())
                .where(CARE_PAIR.JURISDICTION.eq(pair.jurisdiction()), CARE_PAIR.ID.eq(pair.id()))
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> changeable(CarePair pair) {
        var values = new java.util.LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(CARE_PAIR.HELPER, pair.helper());
        var instead = pair.standIn();
        values.put(CARE_PAIR.STAND_IN, instead == null ? null : instead.account());
        values.put(CARE_PAIR.STAND_IN_FROM, instead == null ? null : instead.from());
        values.put(CARE_PAIR.STAND_IN_UNTIL, instead == null ? null : instead.until());
        values.put(CARE_PAIR.STATE, pair.state().name());
        values.put(CARE_PAIR.TIER, pair.tier());
        values.put(CARE_PAIR.SHOWN_NAME, pair.shownName());
        var consent = pair.consent();
        values.put(CARE_PAIR.CONSENT, consent == null ? null : consent.how().name());
        values.put(CARE_PAIR.CONSENTED, consent == null ? null : consent.at());
        values.put(CARE_PAIR.CONSENT_NOTED_BY, consent == null ? null : consent.notedBy());
        var plan = pair.plan();
        values.put(CARE_PAIR.EVERY, plan == null ? null : plan.every());
        values.put(CARE_PAIR.UNIT, plan == null ? null : plan.unit().name());
        values.put(CARE_PAIR.WEEKDAY, plan == null ? null : plan.weekday());
        values.put(CARE_PAIR.STARTS_ON, plan == null ? null : plan.startsOn());
        values.put(CARE_PAIR.VISIT_FROM, plan == null ? null : plan.from());
        values.put(CARE_PAIR.VISIT_UNTIL, plan == null ? null : plan.until());
        var due = pair.due();
        values.put(CARE_PAIR.SETTLED_ON, due.settledOn());
        values.put(CARE_PAIR.MOVED_TO, due.movedTo());
        values.put(CARE_PAIR.DUE_ON, due.on());
        values.put(CARE_PAIR.ALARM_ON, due.alarmOn());
        values.put(CARE_PAIR.ALARMS, due.alarms());
        values.put(
                CARE_PAIR.END_REASON,
                pair.endReason() == null ? null : pair.endReason().name());
        values.put(CARE_PAIR.ENDED, pair.ended());
        if (pair.state() == CarePair.State.ENDED) {
            values.put(CARE_PAIR.CONTACT_NAME, null);
            values.put(CARE_PAIR.CONTACT_PHONE, null);
            values.put(CARE_PAIR.ADDRESS, null);
        }
        return values;
    }

    /// In the clear; gone when the pair has ended.
    Contact contact(int jurisdiction, Id id) {
        return db.select(CARE_PAIR.CONTACT_NAME, CARE_PAIR.CONTACT_PHONE, CARE_PAIR.ADDRESS)
                .from(CARE_PAIR)
                .where(CARE_PAIR.JURISDICTION.eq(jurisdiction), CARE_PAIR.ID.eq(id), CARE_PAIR.CONTACT_NAME.isNotNull())
                .fetchOptional(row -> new Contact(
                        PersonName.parse(opened(NAME, id, jurisdiction, row.value1())),
                        PhoneNumber.parse(opened(PHONE, id, jurisdiction, row.value2())),
                        opened(ADDRESS, id, jurisdiction, row.value3())))
                .orElseThrow(() -> Problem.refused("care.contact"));
    }

    private String opened(String column, Id row, int jurisdiction, byte @Nullable [] stored) {
        var value = vault.open(column, row, jurisdiction, stored);
        if (value == null) {
            throw new IllegalStateException(column + " is missing");
        }
        return value;
    }

    private static CarePair pair(Record row) {
        var standIn = row.get(CARE_PAIR.STAND_IN);
        var consent = row.get(CARE_PAIR.CONSENT);
        var every = row.get(CARE_PAIR.EVERY);
        var reason = row.get(CARE_PAIR.END_REASON);
        return new CarePair(
                row.get(CARE_PAIR.JURISDICTION),
                row.get(CARE_PAIR.ID),
                row.get(CARE_PAIR.AREA),
                row.get(CARE_PAIR.TEAM),
                row.get(CARE_PAIR.HELPER),
                standIn == null
                        ? null
                        : new CarePair.StandIn(
                                standIn, row.get(CARE_PAIR.STAND_IN_FROM), row.get(CARE_PAIR.STAND_IN_UNTIL)),
                CarePair.State.valueOf(row.get(CARE_PAIR.STATE)),
                Arrays.stream(row.get(CARE_PAIR.NEEDS)).map(CareNeed::valueOf).toList(),
                row.get(CARE_PAIR.TIER),
                row.get(CARE_PAIR.SHOWN_NAME),
                row.get(CARE_PAIR.PERSON),
                consent == null
                        ? null
                        : new CarePair.Consent(
                                CarePair.Given.valueOf(consent),
                                row.get(CARE_PAIR.CONSENTED),
                                row.get(CARE_PAIR.CONSENT_NOTED_BY)),
                every == null
                        ? null
                        : new VisitPlan(
                                every,
                                VisitPlan.Unit.valueOf(row.get(CARE_PAIR.UNIT)),
                                row.get(CARE_PAIR.WEEKDAY),
                                row.get(CARE_PAIR.STARTS_ON),
                                row.get(CARE_PAIR.VISIT_FROM),
                                row.get(CARE_PAIR.VISIT_UNTIL)),
                new CarePair.Due(
                        row.get(CARE_PAIR.SETTLED_ON),
                        row.get(CARE_PAIR.MOVED_TO),
                        row.get(CARE_PAIR.DUE_ON),
                        row.get(CARE_PAIR.ALARM_ON),
                        row.get(CARE_PAIR.ALARMS)),
                reason == null ? null : CarePair.EndReason.valueOf(reason),
                row.get(CARE_PAIR.ENDED),
                row.get(CARE_PAIR.OPENED),
                row.get(CARE_PAIR.VERSION));
    }
}
