package lianlin.bench;

import java.sql.SQLException;

/// Whether every counter says what there is: at every node of both trees, in every state.
final class Counters {
    private static final String DIFFERENT = """
            WITH place AS MATERIALIZED (
                SELECT area, path, state, count(*) AS amount FROM (%s) AS thing GROUP BY area, path, state),
            real AS (
                SELECT node, state, sum(amount) AS amount
                  FROM place CROSS JOIN LATERAL kernel.nodes(area, path) AS node GROUP BY node, state),
            told AS (
                SELECT node, state, amount FROM kernel.tally WHERE subject = '%s' AND amount <> 0 AND node LIKE '%s')
            SELECT count(*) FROM real FULL JOIN told USING (node, state) WHERE real.amount IS DISTINCT FROM told.amount
            """;

    private Counters() {}

    /// A sentence with the sums; an exception where a counter is wrong.
    static String check(Database database) throws SQLException {
        require(database, "member", "%", "SELECT area, path, status AS state FROM people.member");
        require(database, "organization", "%", "SELECT area, path, status AS state FROM organization.organization");
        // the path of an order is its holder's, who changes; its place does not
        require(
                database,
                "service-order",
                "A%",
                "SELECT area, NULL AS path, state FROM procedure.\"case\" WHERE procedure = 'service-order'");
        return "Every counter is right at every node of both trees: %,d organizations, %,d members, %,d orders, %,d rows in the journal."
                .formatted(
                        database.one(Long.class, "SELECT count(*) FROM organization.organization"),
                        database.one(Long.class, "SELECT count(*) FROM people.member"),
                        database.one(Long.class, "SELECT count(*) FROM procedure.\"case\""),
                        database.one(Long.class, "SELECT count(*) FROM kernel.journal"));
    }

    private static void require(Database database, String subject, String nodes, String things) throws SQLException {
        var different = database.one(Long.class, DIFFERENT.formatted(things, subject, nodes));
        if (different > 0) {
            throw new IllegalStateException("%d counters of «%s» are wrong".formatted(different, subject));
        }
    }
}
