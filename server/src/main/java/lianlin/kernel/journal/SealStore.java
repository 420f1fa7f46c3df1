package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.SEAL;

import java.util.List;
import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// The SQL of seals.
@Repository
class SealStore {
    private static final List<SelectField<?>> COLUMNS = List.of(
            SEAL.NUMBER,
            SEAL.SEALED,
            SEAL.ROWS,
            SEAL.FROM_XID,
            SEAL.FROM_ID,
            SEAL.TO_XID,
            SEAL.TO_ID,
            SEAL.ROOT,
            SEAL.CHAINED,
            SEAL.PRINTS);

    private final DSLContext db;

    SealStore(DSLContext db) {
        this.db = db;
    }

    void insert(Seal seal) {
        db.insertInto(SEAL)
                .set(SEAL.NUMBER, seal.number())
                .set(SEAL.SEALED, seal.sealed())
                .set(SEAL.ROWS, seal.rows())
                .set(SEAL.FROM_XID, seal.from().xid())
                .set(SEAL.FROM_ID, seal.from().id())
                .set(SEAL.TO_XID, seal.to().xid())
                .set(SEAL.TO_ID, seal.to().id())
                .set(SEAL.ROOT, seal.root())
                .set(SEAL.CHAINED, seal.chained())
                .set(SEAL.PRINTS, seal.prints())
                .execute();
    }

    Optional<Seal> last() {
        return db.select(COLUMNS)
                .from(SEAL)
                .orderBy(SEAL.NUMBER.desc())
                .limit(1)
                .fetchOptional(SealStore::seal);
    }

    Optional<Seal> find(long number) {
        return db.select(COLUMNS).from(SEAL).where(SEAL.NUMBER.eq(number)).fetchOptional(SealStore::seal);
    }

    /// At most `most` seals after a number, in their order.
    List<Seal> after(long number, int most) {
        return db.select(COLUMNS)
                .from(SEAL)
                .where(SEAL.NUMBER.gt(number))
                .orderBy(SEAL.NUMBER)
                .limit(most)
                .fetch(SealStore::seal);
    }

    /// The seal over a place in the reading order, where there is one yet.
    Optional<Seal> over(Span.Position position) {
        return db.select(COLUMNS)
                .from(SEAL)
                .where(DSL.row(SEAL.TO_XID, SEAL.TO_ID).ge(position.xid(), position.id()))
                .and(DSL.row(SEAL.FROM_XID, SEAL.FROM_ID).lt(position.xid(), position.id()))
                .fetchOptional(SealStore::seal);
    }

    /// How many rows the seals after a number hold, up to another.
    long rows(long after, long upTo) {
        return db.select(DSL.coalesce(DSL.sum(SEAL.ROWS), 0).cast(Long.class))
                .from(SEAL)
                .where(SEAL.NUMBER.gt(after), SEAL.NUMBER.le(upTo))
                .fetchSingle()
                .value1();
    }

    /// Newest first.
    Page<Seal> list(Paging paging) {
        var query = db.select(COLUMNS).from(SEAL).where(DSL.noCondition());
        return paging.fetchDescending(query, SealStore::seal, SEAL.NUMBER);
    }

    private static Seal seal(Record row) {
        return new Seal(
                row.get(SEAL.NUMBER),
                row.get(SEAL.SEALED),
                row.get(SEAL.ROWS),
                new Span.Position(row.get(SEAL.FROM_XID), number(row.get(SEAL.FROM_ID))),
                new Span.Position(row.get(SEAL.TO_XID), number(row.get(SEAL.TO_ID))),
                row.get(SEAL.ROOT),
                row.get(SEAL.CHAINED),
                row.get(SEAL.PRINTS));
    }

    private static long number(Object id) {
        return id instanceof Id known ? known.value() : (Long) id;
    }
}
