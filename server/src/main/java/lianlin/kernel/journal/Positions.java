package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.LISTENER;

import java.util.Optional;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Span.Position;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// How far each reader of the journal has come.
@Repository
class Positions {
    private final DSLContext db;

    Positions(DSLContext db) {
        this.db = db;
    }

    void register(String reader) {
        db.insertInto(LISTENER).set(LISTENER.NAME, reader).onConflictDoNothing().execute();
    }

    /// The position, the beginning where the reader has none yet.
    Position find(String reader) {
        return db.select(LISTENER.XID, LISTENER.ID)
                .from(LISTENER)
                .where(LISTENER.NAME.eq(reader))
                .fetchOptional(row -> new Position(row.value1(), row.value2().value()))
                .orElse(Position.START);
    }

    /// The position, locked; empty while another node reads under this name, unless one waits for it.
    Optional<Position> take(String reader, boolean waiting) {
        var query = db.select(LISTENER.XID, LISTENER.ID)
                .from(LISTENER)
                .where(LISTENER.NAME.eq(reader))
                .forUpdate();
        return (waiting ? query : query.skipLocked())
                .fetchOptional(row -> new Position(row.value1(), row.value2().value()));
    }

    /// The position of the last of at most `most` rows that no open transaction can still precede.
    Optional<Position> next(Position from, int most) {
        return db.resultQuery("""
                        SELECT xid, id FROM (
                            SELECT xid, id FROM kernel.journal
                             WHERE (xid, id) > ({0}, {1})
                               AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint + kernel.era()
                             ORDER BY xid, id LIMIT {2}) AS row
                         ORDER BY xid DESC, id DESC LIMIT 1
                        """, DSL.val(from.xid()), DSL.val(from.id()), DSL.val(most))
                .fetchOptional(row -> new Position(row.get(0, long.class), row.get(1, long.class)));
    }

    /// The readers before whom there is something that no open transaction can still precede.
    Set<String> behind() {
        return db.resultQuery("""
                        SELECT l.name FROM kernel.listener l, (
                            SELECT xid, id FROM kernel.journal
                             WHERE xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint + kernel.era()
                             ORDER BY xid DESC, id DESC LIMIT 1) AS newest
                         WHERE (l.xid, l.id) < (newest.xid, newest.id)
                        """).fetchSet(0, String.class);
    }

    void store(String reader, Position position) {
        db.update(LISTENER)
                .set(LISTENER.XID, position.xid())
                .set(LISTENER.ID, new Id(position.id()))
                .where(LISTENER.NAME.eq(reader))
                .execute();
    }
}
