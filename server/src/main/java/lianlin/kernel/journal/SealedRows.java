package lianlin.kernel.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lianlin.kernel.crypto.TreeHash;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of the journal in the form in which they are sealed: every column as text, in the reading order.
@Repository
class SealedRows {
    /// A row by its place in the reading order, and its canonical bytes.
    record Row(Span.Position position, byte[] canonical) {}

    private static final String ROWS = """
            SELECT xid, id, jurisdiction::text, id::text, xid::text,
                   (extract(epoch FROM at) * 1000000)::bigint::text, (extract(epoch FROM recorded) * 1000000)::bigint::text,
                   kind, subject, subject_id::text, from_state, to_state, from_area::text, area::text, from_path, path,
                   organization::text, actor::text, post::text, reason, payload::text, address, request
              FROM kernel.journal
             WHERE (xid, id) > (?, ?) AND (xid, id) <= (?, ?)
             ORDER BY journal.xid, journal.id
            """;
    private static final int FIRST_COLUMN = 3;
    private static final int LAST_COLUMN = 23;
    private static final int AT_A_TIME = 5_000;

    private final DSLContext db;

    SealedRows(DSLContext db) {
        this.db = db;
    }

    /// The rows after `from` up to `to`, one by one; inside a transaction they are not all in memory at once.
    void each(Span.Position from, Span.Position to, Consumer<Row> taken) {
        db.connection(connection -> {
            try (var statement = connection.prepareStatement(ROWS)) {
                statement.setFetchSize(AT_A_TIME);
                statement.setLong(1, from.xid());
                statement.setLong(2, from.id());
                statement.setLong(3, to.xid());
                statement.setLong(4, to.id());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taken.accept(row(rows));
                    }
                }
            }
        });
    }

    List<Row> within(Span.Position from, Span.Position to) {
        var rows = new ArrayList<Row>();
        each(from, to, rows::add);
        return rows;
    }

    private static Row row(ResultSet rows) throws SQLException {
        var fields = new ArrayList<@Nullable String>(LAST_COLUMN);
        for (var column = FIRST_COLUMN; column <= LAST_COLUMN; column++) {
            fields.add(rows.getString(column));
        }
        return new Row(new Span.Position(rows.getLong(1), rows.getLong(2)), TreeHash.canonical(fields));
    }
}
