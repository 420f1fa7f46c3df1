package lianlin.kernel.journal;

import java.util.List;
import org.jooq.DSLContext;

/// Adds the journal up anew, as far as it is folded, and compares the sums with the counters of the provinces, to which
/// everything below them was added.
public final class CounterVerification {
    private CounterVerification() {}

    /// What does not agree, at most a hundred sentences. The connection sees all districts.
    public static List<String> differences(DSLContext db) {
        return db.fetch("""
                        WITH folded AS (
                            SELECT xid, id FROM kernel.listener WHERE name = 'tally'),
                        moved AS (
                            SELECT jurisdiction, left(lpad(area::text, 15, '0'), 2) AS province, subject,
                                   to_state AS state, 1 AS amount
                              FROM kernel.journal
                             WHERE to_state IS NOT NULL AND area > 0
                               AND (xid, id) <= (SELECT xid, id FROM folded)
                            UNION ALL
                            SELECT jurisdiction, left(lpad(from_area::text, 15, '0'), 2), subject, from_state, -1
                              FROM kernel.journal
                             WHERE from_state IS NOT NULL AND from_area > 0
                               AND (xid, id) <= (SELECT xid, id FROM folded)),
                        summed AS (
                            SELECT jurisdiction, 'A' || province AS node, subject, state, sum(amount) AS amount
                              FROM moved GROUP BY 1, 2, 3, 4)
                        SELECT 'counter of ' || subject || ' ' || state || ' in ' || jurisdiction || ': '
                               || coalesce(t.amount, 0) || ', the journal says ' || coalesce(s.amount, 0)
                          FROM summed s
                          FULL JOIN (SELECT * FROM kernel.tally WHERE length(node) = 3 AND node LIKE 'A%') t
                         USING (jurisdiction, node, subject, state)
                         WHERE coalesce(t.amount, 0) <> coalesce(s.amount, 0)
                         LIMIT 100
                        """).getValues(0, String.class);
    }
}
