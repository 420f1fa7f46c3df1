package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.TALLY_DAY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// How many things stand in which state below a node of the two trees: exact at once, because what is written
/// but not yet folded is added.
@Repository
public class Tally {
    private final DSLContext db;

    Tally(DSLContext db) {
        this.db = db;
    }

    /// The states of one kind of thing in the whole scope and how many stand in each.
    public Map<String, Long> states(Scope scope, String subject) {
        var node = node(scope);
        return byNode(scope, subject, List.of(node), null).getOrDefault(node, Map.of());
    }

    /// The same for several places at once, by the leading digits of each.
    public Map<Area, Map<String, Long>> states(Scope scope, String subject, Collection<Area> places) {
        return states(scope, subject, places, null);
    }

    /// The same as it stood at the end of a day in the past (TER-12).
    public Map<Area, Map<String, Long>> states(
            Scope scope, String subject, Collection<Area> places, @Nullable LocalDate on) {
        var nodes = new HashMap<String, Area>();
        places.forEach(place -> nodes.put("A" + place.digits(), place));
        var counted = new HashMap<Area, Map<String, Long>>();
        byNode(scope, subject, nodes.keySet(), on).forEach((node, states) -> {
            var place = nodes.get(node);
            if (place != null) {
                counted.put(place, states);
            }
        });
        return counted;
    }

    /// The same for several organizations at once, by their paths.
    public Map<String, Map<String, Long>> statesByPath(Scope scope, String subject, Collection<String> paths) {
        var counted = new HashMap<String, Map<String, Long>>();
        byNode(scope, subject, paths.stream().map(path -> "O" + path).toList(), null)
                .forEach((node, states) -> counted.put(node.substring(1), states));
        return counted;
    }

    /// How many came to each state on each day from `from` on: state, day, number; days without any are left out.
    public Map<String, NavigableMap<LocalDate, Long>> arrivals(Scope scope, String subject, LocalDate from) {
        var states = new HashMap<String, NavigableMap<LocalDate, Long>>();
        db.select(TALLY_DAY.STATE, TALLY_DAY.DAY, DSL.sum(TALLY_DAY.ARRIVED).cast(Long.class))
                .from(TALLY_DAY)
                .where(scope.on(TALLY_DAY.JURISDICTION))
                .and(TALLY_DAY.NODE.eq(node(scope)))
                .and(TALLY_DAY.SUBJECT.eq(subject))
                .and(TALLY_DAY.DAY.ge(from))
                .groupBy(TALLY_DAY.STATE, TALLY_DAY.DAY)
                .forEach(row -> states.computeIfAbsent(row.value1(), state -> new TreeMap<>())
                        .put(row.value2(), row.value3()));
        return states;
    }

    private Map<String, Map<String, Long>> byNode(
            Scope scope, String subject, Collection<String> nodes, @Nullable LocalDate on) {
        if (nodes.isEmpty() || scope.reach() == Scope.Reach.SYSTEM) {
            return Map.of();
        }
        var rows = db.resultQuery(
                """
                SELECT node, state, sum(amount) FROM (
                    SELECT node, state, amount FROM kernel.tally
                     WHERE {2} AND node = ANY ({3}) AND subject = {0}
                    {4}
                    UNION ALL
                    SELECT n.node, u.state, u.amount
                      FROM kernel.listener AS l CROSS JOIN kernel.journal AS j
                     CROSS JOIN LATERAL (VALUES (j.to_state, j.area, j.path, 1),
                                                (j.from_state, j.from_area, j.from_path, -1)) AS u (state, area, path, amount)
                     CROSS JOIN LATERAL kernel.nodes(u.area, u.path) AS n (node)
                     WHERE l.name = 'tally' AND {1} AND (j.xid, j.id) > (l.xid, l.id) AND j.subject = {0}
                       AND u.state IS NOT NULL AND n.node = ANY ({3}) {5}
                ) AS counted GROUP BY node, state
                """,
                DSL.val(subject),
                scope.on(DSL.field("j.jurisdiction", Integer.class)),
                scope.on(DSL.field("jurisdiction", Integer.class)),
                DSL.val(nodes.toArray(String[]::new)),
                on == null
                        ? DSL.raw("")
                        : DSL.sql(
                                """
                        UNION ALL
                        SELECT node, state, departed - arrived FROM kernel.tally_day
                         WHERE {0} AND node = ANY ({1}) AND subject = {2} AND day > {3}
                        """,
                                scope.on(DSL.field("jurisdiction", Integer.class)),
                                DSL.val(nodes.toArray(String[]::new)),
                                DSL.val(subject),
                                DSL.val(on)),
                on == null
                        ? DSL.raw("")
                        : DSL.sql("AND (j.at AT TIME ZONE 'Asia/Shanghai')::date <= {0}", DSL.val(on)));
        var counted = new HashMap<String, Map<String, Long>>();
        rows.fetch().forEach(row -> {
            var amount = row.get(2, Long.class);
            if (amount != null && amount != 0) {
                counted.computeIfAbsent(row.get(0, String.class), key -> new HashMap<>())
                        .put(row.get(1, String.class), amount);
            }
        });
        return counted;
    }

    private static String node(Scope scope) {
        return scope.reach() == Scope.Reach.ORGANIZATION && scope.path() != null
                ? "O" + scope.path()
                : "A" + scope.area().digits();
    }

    /// Whether the counters answer for this scope: an own scope has none.
    public static boolean knows(Scope scope) {
        return scope.reach() != Scope.Reach.OWN;
    }
}
