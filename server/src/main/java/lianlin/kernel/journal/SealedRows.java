package lianlin.kernel.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import lianlin.kernel.crypto.TreeHash;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of the journal in the form in which they are sealed: every column as text, in the reading order.
@Repository
class SealedRows {
    /// A row by its place in the reading order, and its canonical bytes.
    record Row(Span.Position position, byte[] canonical) {}

    private static final String ROWS = """
            SELECT j.xid, j.id, j.jurisdiction::text, j.id::text, j.xid::text,
                   (extract(epoch FROM j.at) * 1000000)::bigint::text,
                   (extract(epoch FROM j.recorded) * 1000000)::bigint::text,
                   j.kind, j.subject, j.subject_id::text, j.from_state, j.to_state, j.from_area::text, j.area::text,
                   j.from_path, j.path, j.organization::text, j.actor::text, j.post::text, j.reason, j.payload::text,
                   j.address, j.request
              FROM kernel.journal AS j
             WHERE (j.xid, j.id) > ({0}, {1}) AND (j.xid, j.id) <= ({2}, {3})
             ORDER BY j.xid, j.id
            """;
    private static final int FIRST = 2;
    private static final int AT_A_TIME = 5_000;

    private final DSLContext db;

    SealedRows(DSLContext db) {
        this.db = db;
    }

    /// The rows after `from` up to `to`, one by one; inside a transaction they are not all in memory at once.
    void each(Span.Position from, Span.Position to, Consumer<Row> taken) {
        var query = db.resultQuery(ROWS, DSL.val(from.xid()), DSL.val(from.id()), DSL.val(to.xid()), DSL.val(to.id()))
                .fetchSize(AT_A_TIME);
        try (var rows = query.fetchLazy()) {
            for (var row : rows) {
                taken.accept(row(row));
            }
        }
    }

    List<Row> within(Span.Position from, Span.Position to) {
        var rows = new ArrayList<Row>();
        each(from, to, rows::add);
        return rows;
    }

    private static Row row(Record row) {
        var fields = new ArrayList<@Nullable String>(row.size());
        for (var column = FIRST; column < row.size(); column++) {
            fields.add((String) row.get(column));
        }
        return new Row(new Span.Position(number(row, 0), number(row, 1)), TreeHash.canonical(fields));
    }

    private static long number(Record row, int column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
