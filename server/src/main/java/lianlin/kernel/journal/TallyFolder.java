package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.JOURNAL;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Folds the journal into counters. A row that says that a thing went from one state to another moves one
/// unit between the two states, at every node above the thing in both trees; what only goes to another place neither
/// arrives nor departs above both places. A row of kind `path-moved` says
/// that a subtree of organizations has a new path (from_path, path): its counters go along, and what is above
/// them is put right.
@Component
class TallyFolder implements Reader {
    static final String NAME = "tally";

    private final DSLContext db;

    TallyFolder(DSLContext db) {
        this.db = db;
    }

    @Override
    public String name() {
        return NAME;
    }

    /// All of it stays in the database: the more is behind, the fewer counters are written twice.
    @Override
    public int most() {
        return 200_000;
    }

    @Override
    public void read(Span span) {
        var moves = db.selectFrom(JOURNAL)
                .where(span.covers(), JOURNAL.KIND.eq("path-moved"))
                .orderBy(JOURNAL.XID, JOURNAL.ID)
                .fetch();
        var from = span.from();
        for (var move : moves) {
            var here = new Span.Position(move.getXid(), move.getId().value());
            fold(new Span(from, here));
            relocate(move.getJurisdiction(), move.getFromPath(), move.getPath());
            from = here;
        }
        fold(new Span(from, span.to()));
    }

    /// The nodes above are looked up once for each place that occurs, not once for each row: a batch has few places.
    private void fold(Span span) {
        db.execute("""
                WITH happened AS MATERIALIZED (
                    SELECT jurisdiction, subject, (at AT TIME ZONE 'Asia/Shanghai')::date AS day,
                           from_state, coalesce(from_area, 0) AS from_area, coalesce(from_path, '') AS from_path,
                           to_state, coalesce(area, 0) AS area, coalesce(path, '') AS path
                      FROM kernel.journal
                     WHERE {0} AND (from_state IS NOT NULL OR to_state IS NOT NULL)
                       AND (from_state, from_area, from_path) IS DISTINCT FROM (to_state, area, path)),
                step AS MATERIALIZED (
                    SELECT jurisdiction, subject, state, area, path, other_area, other_path, day,
                           sum(arrived)::int AS arrived, sum(departed)::int AS departed
                      FROM (SELECT jurisdiction, subject, to_state AS state, area, path, day, 1 AS arrived, 0 AS departed,
                                   CASE WHEN to_state = from_state THEN from_area ELSE 0 END AS other_area,
                                   CASE WHEN to_state = from_state THEN from_path ELSE '' END AS other_path
                              FROM happened WHERE to_state IS NOT NULL
                            UNION ALL
                            SELECT jurisdiction, subject, from_state, from_area, from_path, day, 0, 1,
                                   CASE WHEN to_state = from_state THEN area ELSE 0 END,
                                   CASE WHEN to_state = from_state THEN path ELSE '' END
                              FROM happened WHERE from_state IS NOT NULL) AS one
                     GROUP BY day, area, path, jurisdiction, state, subject, other_area, other_path),
                above AS MATERIALIZED (
                    SELECT area, path, node
                      FROM (SELECT DISTINCT area, path FROM step) AS place CROSS JOIN LATERAL kernel.nodes(area, path) AS node),
                moved AS MATERIALIZED (
                    SELECT jurisdiction, subject, state, node, day, sum(arrived)::int AS arrived, sum(departed)::int AS departed
                      FROM step JOIN above USING (area, path)
                     WHERE other_area = 0 AND other_path = ''
                        OR node NOT IN (SELECT kernel.nodes(other_area, other_path))
                     GROUP BY node, day, jurisdiction, state, subject),
                daily AS (
                    INSERT INTO kernel.tally_day AS d (jurisdiction, node, subject, day, state, arrived, departed)
                    SELECT jurisdiction, node, subject, day, state, arrived, departed FROM moved
                    ON CONFLICT (jurisdiction, node, subject, day, state)
                    DO UPDATE SET arrived = d.arrived + excluded.arrived, departed = d.departed + excluded.departed)
                INSERT INTO kernel.tally AS t (jurisdiction, node, subject, state, amount)
                SELECT jurisdiction, node, subject, state, sum(arrived - departed)
                  FROM moved GROUP BY node, jurisdiction, state, subject
                ON CONFLICT (jurisdiction, node, subject, state) DO UPDATE SET amount = t.amount + excluded.amount
                """, span.covers());
    }

    /// Takes a subtree's counters away from what is above the old path, adds them above the new one, and puts
    /// them at the new one, beside what may stand there already.
    private void relocate(int jurisdiction, String before, String after) {
        for (var table : new String[] {"kernel.tally", "kernel.tally_day"}) {
            var daily = table.endsWith("day");
            var key = daily ? "subject, day, state" : "subject, state";
            var sums = daily ? "arrived, departed" : "amount";
            var add = daily
                    ? "arrived = t.arrived + excluded.arrived, departed = t.departed + excluded.departed"
                    : "amount = t.amount + excluded.amount";
            var minus = daily ? "-s.arrived, -s.departed" : "-s.amount";
            var plus = daily ? "s.arrived, s.departed" : "s.amount";
            shift(table, key, sums, minus, add, jurisdiction, before, before);
            shift(table, key, sums, plus, add, jurisdiction, before, after);
            db.execute(
                    "INSERT INTO " + table + " AS t (jurisdiction, node, " + key + ", " + sums + ") "
                            + "SELECT s.jurisdiction, 'O' || {0} || substr(s.node, {1}), " + prefixed(key) + ", " + plus
                            + " FROM " + table + " s WHERE s.jurisdiction = {2} AND s.node >= 'O' || {3} "
                            + "AND s.node < 'O' || {3} || '~' "
                            + "ON CONFLICT (jurisdiction, node, " + key + ") DO UPDATE SET " + add,
                    DSL.val(after),
                    DSL.val(before.length() + 2),
                    DSL.val(jurisdiction),
                    DSL.val(before));
            db.execute(
                    "DELETE FROM " + table + " WHERE jurisdiction = {0} AND node >= 'O' || {1} "
                            + "AND node < 'O' || {1} || '~'",
                    DSL.val(jurisdiction),
                    DSL.val(before));
        }
    }

    private void shift(
            String table,
            String key,
            String sums,
            String signed,
            String add,
            int jurisdiction,
            String moved,
            String above) {
        db.execute(
                "INSERT INTO " + table + " AS t (jurisdiction, node, " + key + ", " + sums + ") "
                        + "SELECT s.jurisdiction, n.node, " + prefixed(key) + ", " + signed + " FROM " + table + " s "
                        + "CROSS JOIN LATERAL kernel.nodes(NULL, {0}) AS n (node) "
                        + "WHERE s.jurisdiction = {1} AND s.node = 'O' || {2} "
                        + "ON CONFLICT (jurisdiction, node, " + key + ") DO UPDATE SET " + add,
                DSL.val(above.substring(0, above.length() - 6)),
                DSL.val(jurisdiction),
                DSL.val(moved));
    }

    private static String prefixed(String columns) {
        return "s." + columns.replace(", ", ", s.");
    }
}
