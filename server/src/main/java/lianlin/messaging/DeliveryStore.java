package lianlin.messaging;

import static lianlin.kernel.Given.given;
import static lianlin.messaging.sql.Tables.DELIVERY;
import static lianlin.messaging.sql.Tables.MESSAGE;
import static lianlin.messaging.sql.Tables.PREFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Columns;
import lianlin.kernel.http.Words;
import lianlin.messaging.Delivery.State;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of deliveries.
@Repository
class DeliveryStore {
    /// A line of the log: no receiver, no text (MSG-02).
    record DeliveryLine(
            Id id,
            Labelled kind,
            Labelled channel,
            Labelled state,
            String subject,
            Instant created,
            Instant due,
            int attempts,
            @Nullable Instant sent,
            @Nullable Labelled reason,
            @Nullable Instant read) {}

    /// Which deliveries the log asks for.
    record DeliveryFilter(@Nullable Way channel, @Nullable State state) {}

    /// What a node has taken to send, at which try.
    record Claimed(
            int jurisdiction,
            Id id,
            int attempts,
            Id account,
            MessageKind kind,
            String code,
            List<String> said,
            String subject,
            Id subjectId,
            boolean read,
            boolean wanted) {}

    private final DSLContext db;
    private final Words words;

    DeliveryStore(DSLContext db, Words words) {
        this.db = db;
        this.words = words;
    }

    /// Writes deliveries in one statement.
    void insert(List<Delivery> deliveries) {
        var rows = Columns.of(deliveries);
        db.execute(
                """
                INSERT INTO messaging.delivery
                       (jurisdiction, id, message, channel, state, created, due, attempts, sent, reason)
                SELECT a, b, c, d, e, f::timestamptz, g::timestamptz, h, i::timestamptz, j
                  FROM unnest({0}::int[], {1}::bigint[], {2}::bigint[], {3}::text[], {4}::text[], {5}::text[],
                              {6}::text[], {7}::int[], {8}::text[], {9}::text[])
                       AS delivery (a, b, c, d, e, f, g, h, i, j)
                """,
                rows.ints(Delivery::jurisdiction),
                rows.ids(Delivery::id),
                rows.ids(Delivery::message),
                rows.texts(Delivery::channel),
                rows.texts(Delivery::state),
                rows.texts(delivery -> delivery.created().atOffset(ZoneOffset.UTC)),
                rows.texts(delivery -> delivery.due().atOffset(ZoneOffset.UTC)),
                rows.ints(Delivery::attempts),
                rows.texts(delivery ->
                        delivery.sent() == null ? null : delivery.sent().atOffset(ZoneOffset.UTC)),
                rows.texts(Delivery::reason));
    }

    /// Takes what is due for one channel; another node passes over it. Whoever takes a delivery has it until `lease`:
    /// if he dies, it is due again.
    List<Claimed> claim(Way channel, Instant now, Instant lease, int most) {
        var taken = db.select(
                        DELIVERY.JURISDICTION,
                        DELIVERY.ID,
                        DELIVERY.ATTEMPTS.plus(1),
                        MESSAGE.ACCOUNT,
                        MESSAGE.KIND,
                        MESSAGE.CODE,
                        MESSAGE.SAID,
                        MESSAGE.SUBJECT,
                        MESSAGE.SUBJECT_ID,
                        DSL.field(MESSAGE.READ.isNotNull()),
                        DSL.coalesce(PREFERENCE.WANTED, DSL.inline(true)))
                .from(DELIVERY)
                .join(MESSAGE)
                .on(MESSAGE.JURISDICTION.eq(DELIVERY.JURISDICTION), MESSAGE.ID.eq(DELIVERY.MESSAGE))
                .leftJoin(PREFERENCE)
                .on(
                        PREFERENCE.ACCOUNT.eq(MESSAGE.ACCOUNT),
                        PREFERENCE.KIND.eq(MESSAGE.KIND),
                        PREFERENCE.CHANNEL.eq(DELIVERY.CHANNEL))
                .where(
                        DELIVERY.CHANNEL.eq(channel.name()),
                        DELIVERY.STATE.in(DSL.inline(State.WAITING.name()), DSL.inline(State.FAILED.name())),
                        DELIVERY.DUE.le(now))
                .orderBy(DELIVERY.DUE)
                .limit(most)
                .forUpdate()
                .of(DELIVERY)
                .skipLocked()
                .fetch(row -> new Claimed(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        MessageKind.valueOf(row.value5()),
                        row.value6(),
                        List.of(row.value7()),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11()));
        if (!taken.isEmpty()) {
            db.update(DELIVERY)
                    .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                    .set(DELIVERY.DUE, lease)
                    .where(DSL.row(DELIVERY.JURISDICTION, DELIVERY.ID)
                            .in(taken.stream()
                                    .map(each -> DSL.row(each.jurisdiction(), each.id()))
                                    .toList()))
                    .execute();
        }
        return taken;
    }

    /// What became of a try; nothing where somebody else has taken it since.
    void end(Claimed claimed, State state, Instant due, @Nullable Instant sent, @Nullable String reason) {
        db.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .set(DELIVERY.DUE, due)
                .set(DELIVERY.SENT, sent)
                .set(DELIVERY.REASON, reason)
                .where(
                        DELIVERY.JURISDICTION.eq(claimed.jurisdiction()),
                        DELIVERY.ID.eq(claimed.id()),
                        DELIVERY.ATTEMPTS.eq(claimed.attempts()))
                .execute();
    }

    /// Gives back what was not tried: it is due later and has cost no try.
    void later(Claimed claimed, Instant due) {
        db.update(DELIVERY)
                .set(DELIVERY.DUE, due)
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.minus(1))
                .where(
                        DELIVERY.JURISDICTION.eq(claimed.jurisdiction()),
                        DELIVERY.ID.eq(claimed.id()),
                        DELIVERY.ATTEMPTS.eq(claimed.attempts()))
                .execute();
    }

    /// The log of a scope, newest first.
    Page<DeliveryLine> list(Scope scope, DeliveryFilter filter, Paging paging) {
        var query = db.select(
                        DELIVERY.ID,
                        MESSAGE.KIND,
                        DELIVERY.CHANNEL,
                        DELIVERY.STATE,
                        MESSAGE.SUBJECT,
                        DELIVERY.CREATED,
                        DELIVERY.DUE,
                        DELIVERY.ATTEMPTS,
                        DELIVERY.SENT,
                        DELIVERY.REASON,
                        MESSAGE.READ)
                .from(DELIVERY)
                .join(MESSAGE)
                .on(MESSAGE.JURISDICTION.eq(DELIVERY.JURISDICTION), MESSAGE.ID.eq(DELIVERY.MESSAGE))
                .where(scope.on(DELIVERY.JURISDICTION))
                .and(given(filter.channel(), way -> DELIVERY.CHANNEL.eq(way.name())))
                .and(given(filter.state(), state -> DELIVERY.STATE.eq(state.name())));
        return paging.fetchDescending(
                query,
                row -> new DeliveryLine(
                        row.value1(),
                        words.of("MessageKind", row.value2()),
                        words.of("Way", row.value3()),
                        words.of("Delivery.State", row.value4()),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10() == null ? null : words.of("delivery", row.value10()),
                        row.value11()),
                DELIVERY.ID);
    }

    /// Takes away what is older than a moment, at most so many at a time; how many these were.
    int forget(Instant before, int most) {
        return db.deleteFrom(DELIVERY)
                .where(DSL.row(DELIVERY.JURISDICTION, DELIVERY.ID)
                        .in(DSL.select(DELIVERY.JURISDICTION, DELIVERY.ID)
                                .from(DELIVERY)
                                .where(
                                        DELIVERY.CREATED.lt(before),
                                        DELIVERY.STATE.notIn(State.WAITING.name(), State.FAILED.name()))
                                .limit(most)))
                .execute();
    }

    /// How long the log is kept (MSG-02): six months.
    static final Duration KEPT = Duration.ofDays(184);
}
