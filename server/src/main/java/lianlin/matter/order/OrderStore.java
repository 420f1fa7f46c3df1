package lianlin.matter.order;

import static lianlin.matter.sql.Tables.ORDER_ASSIGNMENT;
import static lianlin.matter.sql.Tables.SERVICE_ORDER;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.database.Rows;
import lianlin.matter.menu.PriorityGroup;
import lianlin.matter.menu.ServiceChannel;
import lianlin.matter.menu.ServiceKind;
import lianlin.matter.sql.ServiceOrderRecord;
import org.jooq.Batch;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.InsertSetStep;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of service orders. Whoever asks has shown already that he may see the case of the same id.
@Repository
class OrderStore {
    private static final String NAME = "matter.service_order.contact_name";
    private static final String PHONE = "matter.service_order.contact_phone";
    private static final String ADDRESS = "matter.service_order.address";
    private static final String CODE = "matter.service_order.code";

    /// Whom the order is for, in the clear.
    record Contact(
            PersonName name, PhoneNumber phone, @Nullable String address) {}

    /// How a team has done with the orders it was given since a moment: still open, all, rated and their mean.
    record Done(int open, int month, int rated, double mean) {}

    private static final List<SelectField<?>> COLUMNS = List.of(
            SERVICE_ORDER.JURISDICTION,
            SERVICE_ORDER.ID,
            SERVICE_ORDER.ITEM,
            SERVICE_ORDER.PRIORITY,
            SERVICE_ORDER.KIND,
            SERVICE_ORDER.CHANNEL,
            SERVICE_ORDER.DETAIL,
            SERVICE_ORDER.WANTED_ON,
            SERVICE_ORDER.PERSONS,
            SERVICE_ORDER.BEHALF_CONSENT,
            SERVICE_ORDER.PLACED_BY,
            SERVICE_ORDER.NEXT_TAKER,
            SERVICE_ORDER.REFUSALS,
            SERVICE_ORDER.BOUNCES,
            SERVICE_ORDER.ACCEPTED_BY,
            SERVICE_ORDER.MINUTES,
            SERVICE_ORDER.HELPERS,
            SERVICE_ORDER.STARS,
            SERVICE_ORDER.RATED,
            SERVICE_ORDER.REOPENED);

    private final DSLContext db;
    private final Vault vault;

    OrderStore(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /// An order as it is written down first: where it was placed, whom to call on, the code to follow it with.
    record Placed(ServiceOrder order, Area area, Contact contact, String code) {}

    void insert(Placed placed) {
        row(db.insertInto(SERVICE_ORDER), placed).execute();
    }

    /// Orders of the past, ready to be written.
    Batch ready(List<Placed> placed) {
        return Rows.ready(db, SERVICE_ORDER, placed, this::row);
    }

    private InsertSetMoreStep<ServiceOrderRecord> row(InsertSetStep<ServiceOrderRecord> into, Placed placed) {
        var order = placed.order();
        var contact = placed.contact();
        var row = order.id();
        var district = order.jurisdiction();
        return into.set(SERVICE_ORDER.JURISDICTION, district)
                .set(SERVICE_ORDER.ID, row)
                .set(SERVICE_ORDER.AREA, placed.area())
                .set(SERVICE_ORDER.ITEM, order.item())
                .set(
                        SERVICE_ORDER.PRIORITY,
                        order.priority() == null ? null : order.priority().name())
                .set(SERVICE_ORDER.KIND, order.kind().name())
                .set(SERVICE_ORDER.CHANNEL, order.channel().name())
                .set(SERVICE_ORDER.DETAIL, order.detail())
                .set(SERVICE_ORDER.WANTED_ON, order.wantedOn())
                .set(SERVICE_ORDER.PERSONS, order.persons())
                .set(SERVICE_ORDER.CONTACT_NAME, vault.seal(NAME, row, district, contact.name()))
                .set(SERVICE_ORDER.CONTACT_PHONE, vault.seal(PHONE, row, district, contact.phone()))
                .set(SERVICE_ORDER.ADDRESS, vault.seal(ADDRESS, row, district, contact.address()))
                .set(
                        SERVICE_ORDER.BEHALF_CONSENT,
                        order.consent() == null ? null : order.consent().name())
                .set(SERVICE_ORDER.PLACED_BY, order.placedBy())
                .set(SERVICE_ORDER.CODE_INDEX, codeIndex(row, placed.code()))
                .set(SERVICE_ORDER.NEXT_TAKER, order.nextTaker())
                .set(SERVICE_ORDER.REFUSALS, order.refusals())
                .set(SERVICE_ORDER.BOUNCES, order.bounces())
                .set(SERVICE_ORDER.ACCEPTED_BY, order.acceptedBy())
                .set(SERVICE_ORDER.MINUTES, order.minutes())
                .set(SERVICE_ORDER.HELPERS, order.helpers())
                .set(SERVICE_ORDER.STARS, order.stars())
                .set(SERVICE_ORDER.RATED, order.rated())
                .set(SERVICE_ORDER.REOPENED, order.reopened());
    }

    ServiceOrder get(int jurisdiction, Id id) {
        return db.select(COLUMNS)
                .from(SERVICE_ORDER)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(id))
                .fetchOptional(OrderStore::order)
                .orElseThrow(() -> Problem.absent("case", id));
    }

    /// An order and the phone of whom it is for, of which its view shows a part.
    record Shown(ServiceOrder order, PhoneNumber phone) {}

    Shown shown(int jurisdiction, Id id) {
        return db.select(COLUMNS)
                .select(SERVICE_ORDER.CONTACT_PHONE)
                .from(SERVICE_ORDER)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(id))
                .fetchOptional(row -> new Shown(
                        order(row),
                        PhoneNumber.parse(opened(PHONE, id, jurisdiction, row.get(SERVICE_ORDER.CONTACT_PHONE)))))
                .orElseThrow(() -> Problem.absent("case", id));
    }

    Contact contact(int jurisdiction, Id id) {
        return db.select(SERVICE_ORDER.CONTACT_NAME, SERVICE_ORDER.CONTACT_PHONE, SERVICE_ORDER.ADDRESS)
                .from(SERVICE_ORDER)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(id))
                .fetchOptional(row -> new Contact(
                        PersonName.parse(opened(NAME, id, jurisdiction, row.value1())),
                        PhoneNumber.parse(opened(PHONE, id, jurisdiction, row.value2())),
                        vault.open(ADDRESS, id, jurisdiction, row.value3())))
                .orElseThrow(() -> Problem.absent("case", id));
    }

    /// Whether the code belongs to the order.
    boolean fits(int jurisdiction, Id id, String code) {
        return db.fetchExists(
                SERVICE_ORDER,
                SERVICE_ORDER.JURISDICTION.eq(jurisdiction),
                SERVICE_ORDER.ID.eq(id),
                SERVICE_ORDER.CODE_INDEX.eq(codeIndex(id, code)));
    }

    /// Given to a team; what follows if it does not take the order.
    void assign(int jurisdiction, Id order, Id taker, @Nullable Id next, Instant now) {
        db.insertInto(ORDER_ASSIGNMENT)
                .set(ORDER_ASSIGNMENT.JURISDICTION, jurisdiction)
                .set(ORDER_ASSIGNMENT.ID, Id.next())
                .set(ORDER_ASSIGNMENT.SERVICE_ORDER, order)
                .set(ORDER_ASSIGNMENT.TAKER, taker)
                .set(ORDER_ASSIGNMENT.GIVEN, now)
                .execute();
        db.update(SERVICE_ORDER)
                .set(SERVICE_ORDER.NEXT_TAKER, next)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(order))
                .execute();
    }

    /// Assignments of the past with their answers, ready to be written.
    Batch assigned(List<OrderLife.Assignment> assignments) {
        return Rows.ready(
                db,
                ORDER_ASSIGNMENT,
                assignments,
                (into, one) -> into.set(ORDER_ASSIGNMENT.JURISDICTION, one.jurisdiction)
                        .set(ORDER_ASSIGNMENT.ID, Id.next())
                        .set(ORDER_ASSIGNMENT.SERVICE_ORDER, one.order)
                        .set(ORDER_ASSIGNMENT.TAKER, one.taker)
                        .set(ORDER_ASSIGNMENT.GIVEN, one.given)
                        .set(ORDER_ASSIGNMENT.ANSWERED, one.answered)
                        .set(ORDER_ASSIGNMENT.ANSWER, one.answer));
    }

    /// The answer of the team that has the order now.
    void answer(int jurisdiction, Id order, String answer, Instant now) {
        db.update(ORDER_ASSIGNMENT)
                .set(ORDER_ASSIGNMENT.ANSWER, answer)
                .set(ORDER_ASSIGNMENT.ANSWERED, now)
                .where(ORDER_ASSIGNMENT.JURISDICTION.eq(jurisdiction), ORDER_ASSIGNMENT.SERVICE_ORDER.eq(order))
                .and(ORDER_ASSIGNMENT.ANSWER.isNull().or(ORDER_ASSIGNMENT.ANSWER.eq("ACCEPTED")))
                .execute();
    }

    void refusals(int jurisdiction, Id order, int refusals) {
        db.update(SERVICE_ORDER)
                .set(SERVICE_ORDER.REFUSALS, refusals)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(order))
                .execute();
    }

    /// The order comes back to the dispatcher once more; how many times now.
    int bounced(int jurisdiction, Id order) {
        return db.update(SERVICE_ORDER)
                .set(SERVICE_ORDER.BOUNCES, SERVICE_ORDER.BOUNCES.plus(1))
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(order))
                .returningResult(SERVICE_ORDER.BOUNCES)
                .fetchSingle()
                .value1();
    }

    /// To be done again; what was done counts no more.
    void reopened(int jurisdiction, Id order, Instant now) {
        db.update(SERVICE_ORDER)
                .set(SERVICE_ORDER.REOPENED, now)
                .setNull(SERVICE_ORDER.MINUTES)
                .setNull(SERVICE_ORDER.HELPERS)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(order))
                .execute();
    }

    void accepted(int jurisdiction, Id order, @Nullable Id account) {
        db.update(SERVICE_ORDER)
                .set(SERVICE_ORDER.ACCEPTED_BY, account)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(order))
                .execute();
    }

    void done(int jurisdiction, Id order, int minutes, int helpers) {
        db.update(SERVICE_ORDER)
                .set(SERVICE_ORDER.MINUTES, minutes)
                .set(SERVICE_ORDER.HELPERS, helpers)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(order))
                .execute();
    }

    void rated(int jurisdiction, Id order, int stars, Instant now) {
        db.update(SERVICE_ORDER)
                .set(SERVICE_ORDER.STARS, stars)
                .set(SERVICE_ORDER.RATED, now)
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(order))
                .execute();
    }

    void supplement(int jurisdiction, Id order, String more) {
        db.update(SERVICE_ORDER)
                .set(SERVICE_ORDER.DETAIL, DSL.concat(SERVICE_ORDER.DETAIL, DSL.val("\n" + more)))
                .where(SERVICE_ORDER.JURISDICTION.eq(jurisdiction), SERVICE_ORDER.ID.eq(order))
                .execute();
    }

    /// How teams have done since a moment.
    Map<Id, Done> records(int jurisdiction, Collection<Id> takers, Instant since) {
        var open = DSL.count()
                .filterWhere(SERVICE_ORDER
                        .MINUTES
                        .isNull()
                        .and(ORDER_ASSIGNMENT.ANSWER.isNull().or(ORDER_ASSIGNMENT.ANSWER.eq("ACCEPTED"))));
        var rated = DSL.count(SERVICE_ORDER.STARS).filterWhere(ORDER_ASSIGNMENT.ANSWER.eq("ACCEPTED"));
        var mean = DSL.avg(SERVICE_ORDER.STARS)
                .filterWhere(ORDER_ASSIGNMENT.ANSWER.eq("ACCEPTED"))
                .cast(Double.class);
        var records = new HashMap<Id, Done>();
        db.select(ORDER_ASSIGNMENT.TAKER, open, DSL.count(), rated, mean)
                .from(ORDER_ASSIGNMENT)
                .join(SERVICE_ORDER)
                .on(
                        SERVICE_ORDER.JURISDICTION.eq(ORDER_ASSIGNMENT.JURISDICTION),
                        SERVICE_ORDER.ID.eq(ORDER_ASSIGNMENT.SERVICE_ORDER))
                .where(
                        ORDER_ASSIGNMENT.JURISDICTION.eq(jurisdiction),
                        ORDER_ASSIGNMENT.TAKER.in(takers),
                        ORDER_ASSIGNMENT.GIVEN.ge(since))
                .groupBy(ORDER_ASSIGNMENT.TAKER)
                .forEach(row -> records.put(
                        row.value1(),
                        new Done(row.value2(), row.value3(), row.value4(), row.value5() == null ? 0 : row.value5())));
        return records;
    }

    private byte[] codeIndex(Id order, String code) {
        return vault.require(CODE, order + ":" + code);
    }

    private String opened(String column, Id row, int jurisdiction, byte[] stored) {
        var value = vault.open(column, row, jurisdiction, stored);
        if (value == null) {
            throw new IllegalStateException(column + " is missing");
        }
        return value;
    }

    private static ServiceOrder order(Record row) {
        var consent = row.get(SERVICE_ORDER.BEHALF_CONSENT);
        var priority = row.get(SERVICE_ORDER.PRIORITY);
        return new ServiceOrder(
                row.get(SERVICE_ORDER.JURISDICTION),
                row.get(SERVICE_ORDER.ID),
                row.get(SERVICE_ORDER.ITEM),
                priority == null ? null : PriorityGroup.valueOf(priority),
                ServiceKind.valueOf(row.get(SERVICE_ORDER.KIND)),
                ServiceChannel.valueOf(row.get(SERVICE_ORDER.CHANNEL)),
                row.get(SERVICE_ORDER.DETAIL),
                row.get(SERVICE_ORDER.WANTED_ON),
                row.get(SERVICE_ORDER.PERSONS),
                consent == null ? null : ServiceOrder.Consent.valueOf(consent),
                row.get(SERVICE_ORDER.PLACED_BY),
                row.get(SERVICE_ORDER.NEXT_TAKER),
                row.get(SERVICE_ORDER.REFUSALS),
                row.get(SERVICE_ORDER.BOUNCES),
                row.get(SERVICE_ORDER.ACCEPTED_BY),
                row.get(SERVICE_ORDER.MINUTES),
                row.get(SERVICE_ORDER.HELPERS),
                row.get(SERVICE_ORDER.STARS),
                row.get(SERVICE_ORDER.RATED),
                row.get(SERVICE_ORDER.REOPENED));
    }
}
