package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.JOURNAL;
import static lianlin.kernel.sql.Tables.LISTENER;

import java.util.Optional;
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
        var rows = db.select(JOURNAL.XID, JOURNAL.ID)
                .from(JOURNAL)
                .where("({0}, {1}) > ({2}, {3})", JOURNAL.XID, JOURNAL.ID, DSL.val(from.xid()), DSL.val(from.id()))
                .and("{0} < pg_snapshot_xmin(pg_current_snapshot())::text::bigint", JOURNAL.XID)
                .orderBy(JOURNAL.XID, JOURNAL.ID)
                .limit(most)
                .asTable("rows");
        return db.select(rows.field(JOURNAL.XID), rows.field(JOURNAL.ID))
                .from(rows)
                .orderBy(rows.field(JOURNAL.XID).desc(), rows.field(JOURNAL.ID).desc())
                .limit(1)
                .fetchOptional(row -> new Position(row.value1(), row.value2().value()));
    }

    void store(String reader, Position position) {
        db.update(LISTENER)
                .set(LISTENER.XID, position.xid())
                .set(LISTENER.ID, new Id(position.id()))
                .where(LISTENER.NAME.eq(reader))
                .execute();
    }
}
