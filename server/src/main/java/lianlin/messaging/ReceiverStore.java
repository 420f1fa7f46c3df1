package lianlin.messaging;

import static lianlin.kernel.Given.given;
import static lianlin.messaging.sql.Tables.MESSAGE;
import static lianlin.messaging.sql.Tables.RECEIVER;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.database.Columns;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of receipts (MSG-03).
@Repository
class ReceiverStore {
    /// Somebody to whom a notice is handed, with the message in his inbox.
    record Handed(Id notice, int jurisdiction, Audiences.Reached to, Id message) {}

    /// How many of an organization or a place have a notice, have read and have confirmed it.
    record UnitRate(@Nullable Id organization, Area area, String unit, int receivers, int read, int confirmed) {}

    /// Somebody in the list of receivers; his name is masked.
    record ReceiverLine(
            Id id,
            String name,
            String unit,
            @Nullable Instant read,
            @Nullable Instant confirmed) {}

    /// Which receivers a list asks for: those who have not read, those who have not confirmed, of one unit.
    record ReceiverFilter(
            @Nullable Missing missing,
            @Nullable Id organization,
            @Nullable Area area) {
        enum Missing {
            READ,
            CONFIRMED
        }
    }

    /// So many organizations and places are told apart.
    static final int MOST_UNITS = 500;

    private final DSLContext db;

    ReceiverStore(DSLContext db) {
        this.db = db;
    }

    /// Writes receivers down in one statement; the messages of those who were none yet.
    Set<Id> insert(List<Handed> receivers) {
        if (receivers.isEmpty()) {
            return Set.of();
        }
        var rows = Columns.of(receivers);
        return new HashSet<>(db.fetch(
                        """
                        INSERT INTO messaging.receiver
                               (jurisdiction, notice, account, name, organization, area, unit, message)
                        SELECT DISTINCT ON (c) a, b, c, d, e, f, g, h
                          FROM unnest({0}::int[], {1}::bigint[], {2}::bigint[], {3}::text[], {4}::bigint[], {5}::bigint[],
                                      {6}::text[], {7}::bigint[])
                               AS receiver (a, b, c, d, e, f, g, h)
                            ON CONFLICT DO NOTHING
                        RETURNING message
                        """,
                        rows.ints(Handed::jurisdiction),
                        rows.ids(Handed::notice),
                        rows.ids(each -> each.to().account()),
                        rows.texts(each -> each.to().name()),
                        rows.ids(each -> each.to().organization()),
                        rows.areas(each -> each.to().area()),
                        rows.texts(each -> each.to().unit()),
                        rows.ids(Handed::message))
                .map(row -> new Id(row.get(0, Long.class))));
    }

    /// Those who have not confirmed, after one of them in the order of accounts.
    List<Id> waiting(int jurisdiction, Id notice, Id after, int most) {
        return db.select(RECEIVER.ACCOUNT)
                .from(RECEIVER)
                .where(RECEIVER.JURISDICTION.eq(jurisdiction), RECEIVER.NOTICE.eq(notice))
                .and(RECEIVER.CONFIRMED.isNull())
                .and(RECEIVER.ACCOUNT.gt(after))
                .orderBy(RECEIVER.ACCOUNT)
                .limit(most)
                .fetch(RECEIVER.ACCOUNT);
    }

    /// Rates by organization or place, in the order of their names: nobody is ranked.
    List<UnitRate> rates(int jurisdiction, Id notice) {
        return db.select(
                        RECEIVER.ORGANIZATION,
                        RECEIVER.AREA,
                        RECEIVER.UNIT,
                        DSL.count(),
                        DSL.count(MESSAGE.READ),
                        DSL.count(RECEIVER.CONFIRMED))
                .from(RECEIVER)
                .join(MESSAGE)
                .on(MESSAGE.JURISDICTION.eq(RECEIVER.JURISDICTION), MESSAGE.ID.eq(RECEIVER.MESSAGE))
                .where(RECEIVER.JURISDICTION.eq(jurisdiction), RECEIVER.NOTICE.eq(notice))
                .groupBy(RECEIVER.ORGANIZATION, RECEIVER.AREA, RECEIVER.UNIT)
                .orderBy(RECEIVER.UNIT, RECEIVER.AREA)
                .limit(MOST_UNITS)
                .fetch(org.jooq.Records.mapping(UnitRate::new));
    }

    /// How many have read and how many have confirmed.
    record Sum(int read, int confirmed) {}

    Sum sum(int jurisdiction, Id notice) {
        return db.select(DSL.count(MESSAGE.READ), DSL.count(RECEIVER.CONFIRMED))
                .from(RECEIVER)
                .join(MESSAGE)
                .on(MESSAGE.JURISDICTION.eq(RECEIVER.JURISDICTION), MESSAGE.ID.eq(RECEIVER.MESSAGE))
                .where(RECEIVER.JURISDICTION.eq(jurisdiction), RECEIVER.NOTICE.eq(notice))
                .fetchSingle(org.jooq.Records.mapping(Sum::new));
    }

    /// Receivers in the order of their units.
    Page<ReceiverLine> list(int jurisdiction, Id notice, ReceiverFilter filter, Paging paging) {
        var query = db.select(RECEIVER.ACCOUNT, RECEIVER.NAME, RECEIVER.UNIT, MESSAGE.READ, RECEIVER.CONFIRMED)
                .from(RECEIVER)
                .join(MESSAGE)
                .on(MESSAGE.JURISDICTION.eq(RECEIVER.JURISDICTION), MESSAGE.ID.eq(RECEIVER.MESSAGE))
                .where(RECEIVER.JURISDICTION.eq(jurisdiction), RECEIVER.NOTICE.eq(notice))
                .and(missing(filter.missing()))
                .and(given(filter.organization(), RECEIVER.ORGANIZATION::eq))
                .and(given(filter.area(), area -> RECEIVER.ORGANIZATION.isNull().and(RECEIVER.AREA.eq(area))));
        return paging.fetch(query, org.jooq.Records.mapping(ReceiverLine::new), RECEIVER.UNIT, RECEIVER.ACCOUNT);
    }

    private static Condition missing(ReceiverFilter.@Nullable Missing missing) {
        return switch (missing) {
            case null -> DSL.noCondition();
            case READ -> MESSAGE.READ.isNull();
            case CONFIRMED -> RECEIVER.CONFIRMED.isNull();
        };
    }

    /// When somebody confirmed; empty where the notice is none of his.
    Optional<Receipt> receipt(Id account, Id notice) {
        return db.select(RECEIVER.CONFIRMED)
                .from(RECEIVER)
                .where(RECEIVER.ACCOUNT.eq(account), RECEIVER.NOTICE.eq(notice))
                .fetchOptional(row -> new Receipt(row.value1()));
    }

    record Receipt(@Nullable Instant confirmed) {}

    /// He has it; the first time counts. False where the notice is none of his.
    boolean confirm(Id account, Id notice, Instant now) {
        return db.update(RECEIVER)
                        .set(RECEIVER.CONFIRMED, DSL.coalesce(RECEIVER.CONFIRMED, DSL.val(now, RECEIVER.CONFIRMED)))
                        .where(RECEIVER.ACCOUNT.eq(account), RECEIVER.NOTICE.eq(notice))
                        .execute()
                > 0;
    }
}
