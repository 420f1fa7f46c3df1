package lianlin.kernel.journal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianlin.kernel.measure.Measured;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// How far each reader of the journal is behind: the counters (`tally`), the seals (`seal`), whoever listens; in rows,
/// at most ten thousand, and in seconds since the first of them.
@Component
class JournalFigures implements Measured {
    private static final int MOST = 10_000;

    private final DSLContext db;
    private final Clock clock;

    JournalFigures(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Figure> figures() {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var figures = new ArrayList<Figure>();
        db.resultQuery("""
                        SELECT l.name,
                               (SELECT count(*) FROM (SELECT FROM kernel.journal j WHERE (j.xid, j.id) > (l.xid, l.id)
                                                       LIMIT {0}) AS few)::float8,
                               coalesce((SELECT extract(epoch FROM {1}::timestamptz - j.recorded)
                                           FROM kernel.journal j WHERE (j.xid, j.id) > (l.xid, l.id)
                                          ORDER BY j.xid, j.id LIMIT 1), 0)::float8
                          FROM kernel.listener l
                        """, DSL.val(MOST), DSL.val(now)).fetch().forEach(row -> {
            var reader = Map.of("reader", Objects.requireNonNull(row.get(0, String.class)));
            figures.add(new Figure("lianlin_journal_unread_rows", reader, row.get(1, double.class)));
            figures.add(new Figure("lianlin_journal_unread_seconds", reader, Math.max(0, row.get(2, double.class))));
        });
        return figures;
    }
}
