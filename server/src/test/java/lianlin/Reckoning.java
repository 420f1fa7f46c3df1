package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the database of a test holds of orders, looked at as its owner: each wanted one is there once, in every table
/// that knows it, and the counters are those of a recount.
record Reckoning(Connection database, int all, long seed) {
    /// An order as it was asked for and answered.
    record Placed(String key, String title, String id) {}

    void holds(List<Placed> placed) throws Exception {
        var ids = new HashSet<>(placed.stream().map(Placed::id).toList());
        once("answers", placed.stream().map(Placed::id).toList(), ids);
        once("cases", texts("SELECT id FROM procedure.\"case\""), ids);
        once("orders", texts("SELECT id FROM matter.service_order"), ids);
        once("facts", texts("""
                SELECT subject_id FROM kernel.journal
                 WHERE subject = 'service-order' AND from_state IS NULL AND to_state = 'SUBMITTED'
                """), ids);
        once("keys", texts("""
                SELECT key FROM kernel.answered AS a WHERE EXISTS (
                    SELECT FROM procedure."case" AS c JOIN identity.account AS o ON o.person = c.requester
                     WHERE o.id = a.actor)
                """), new HashSet<>(placed.stream().map(Placed::key).toList()));
        var titles = pairs("SELECT id, title FROM procedure.\"case\"");
        assertThat(placed).allMatch(order -> order.title().equals(titles.get(order.id())));
        countersAreThoseOfARecount();
    }

    /// Each of the wanted is there, and there once.
    private void once(String what, List<String> found, Set<String> wanted) {
        var missing = new HashSet<>(wanted);
        found.forEach(missing::remove);
        assertThat(missing).as("lost %s, seed %d", what, seed).isEmpty();
        assertThat(found.size()).as("number of %s, seed %d", what, seed).isEqualTo(all);
    }

    private void countersAreThoseOfARecount() throws Exception {
        var behind = """
                SELECT count(*) FROM kernel.listener l WHERE EXISTS (
                    SELECT FROM kernel.journal j WHERE (j.xid, j.id) > (l.xid, l.id))
                """;
        for (var tries = 0; !texts(behind).equals(List.of("0")) && tries < 600; tries++) {
            Thread.sleep(50);
        }
        assertThat(texts(behind)).as("readers of the journal that are behind").containsExactly("0");
        var counted = pairs("""
                SELECT node || ' ' || state, amount FROM kernel.tally WHERE subject = 'service-order' AND amount <> 0
                """);
        assertThat(counted)
                .containsEntry("A440604 SUBMITTED", Integer.toString(all))
                .isEqualTo(pairs("""
                        SELECT node || ' ' || state, count(*)
                          FROM procedure."case" CROSS JOIN LATERAL kernel.nodes(area, NULL) AS n (node) GROUP BY 1
                        """));
        assertThat(pairs("""
                        SELECT node || ' ' || state, sum(arrived - departed) FROM kernel.tally_day
                         WHERE subject = 'service-order' GROUP BY 1
                        """)).isEqualTo(counted);
    }

    private List<String> texts(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }

    private Map<String, String> pairs(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            var pairs = new HashMap<String, String>();
            while (found.next()) {
                pairs.put(found.getString(1), found.getString(2));
            }
            return pairs;
        }
    }
}
