package lianlin.messaging;

import static lianlin.messaging.sql.Tables.ROUTE;
import static lianlin.messaging.sql.Tables.RULE;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The SQL of rules and routes. What is newest counts, a district's own before the product's; a change counts within
/// five
/// seconds.
@Repository
class RuleStore {
    /// The product's own.
    static final int SHIPPED = 0;

    /// Everything that counts, by district.
    private record Known(
            Map<Integer, Map<Rule.Place, Rule>> rules, Map<Integer, Map<MessageKind, Map<Way, Route>>> routes) {}

    private final DSLContext db;
    private final LoadingCache<String, Known> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(4)).build(key -> load());

    RuleStore(DSLContext db) {
        this.db = db;
    }

    /// The kinds of facts that some rule names.
    Set<String> facts() {
        return known().rules().values().stream()
                .flatMap(places -> places.keySet().stream())
                .map(Rule.Place::fact)
                .collect(Collectors.toSet());
    }

    /// Who is told in a district when something has come to a state.
    List<Rule> rules(int jurisdiction, String fact, String state) {
        var own = known().rules().getOrDefault(jurisdiction, Map.of());
        var shipped = known().rules().getOrDefault(SHIPPED, Map.of());
        return java.util.stream.Stream.concat(
                        own.values().stream(), shipped.values().stream().filter(rule -> !own.containsKey(rule.place())))
                .filter(rule -> rule.kind() != null)
                .filter(rule -> rule.fact().equals(fact))
                .filter(rule -> rule.state().isEmpty() || rule.state().equals(state))
                .toList();
    }

    /// Every rule as it holds in a district, those that tell nobody included; in the order of facts.
    List<Rule> inForce(int jurisdiction) {
        var own = known().rules().getOrDefault(jurisdiction, Map.of());
        return known().rules().getOrDefault(SHIPPED, Map.of()).values().stream()
                .map(rule -> own.getOrDefault(rule.place(), rule))
                .toList();
    }

    /// The kind that the product has for a rule.
    @Nullable
    MessageKind shipped(Rule.Place place) {
        var rule = known().rules().getOrDefault(SHIPPED, Map.of()).get(place);
        return rule == null ? null : rule.kind();
    }

    /// One change of a district's rules after the other.
    void lock(int jurisdiction) {
        db.execute("SELECT pg_advisory_xact_lock(7310269, {0})", DSL.val(jurisdiction));
    }

    /// The newest of a district's own rules of a place, as the database has it now.
    Optional<Rule> own(int jurisdiction, Rule shipped) {
        return db.select(RULE.VERSION, RULE.KIND)
                .from(RULE)
                .where(RULE.JURISDICTION.eq(jurisdiction), RULE.FACT_KIND.eq(shipped.fact()))
                .and(RULE.TELL.eq(shipped.tell().name()))
                .and(RULE.STATE.eq(shipped.state()))
                .orderBy(RULE.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> shipped.of(
                        jurisdiction, row.value1(), row.value2() == null ? null : MessageKind.valueOf(row.value2())));
    }

    /// The newest of a district's own routes of a way, as the database has it now.
    Optional<Route> own(int jurisdiction, MessageKind kind, Way way) {
        return db.select(ROUTE.VERSION, ROUTE.MINUTES)
                .from(ROUTE)
                .where(ROUTE.JURISDICTION.eq(jurisdiction), ROUTE.KIND.eq(kind.name()))
                .and(ROUTE.CHANNEL.eq(way.name()))
                .orderBy(ROUTE.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> new Route(jurisdiction, kind, way, row.value1(), row.value2()));
    }

    /// The channels of a kind in a district with the minutes after which each is used.
    Map<Way, Integer> routes(int jurisdiction, MessageKind kind) {
        var minutes = new EnumMap<Way, Integer>(Way.class);
        for (var from : new TreeSet<>(List.of(SHIPPED, jurisdiction))) {
            known().routes()
                    .getOrDefault(from, Map.of())
                    .getOrDefault(kind, Map.of())
                    .forEach((way, route) -> {
                        minutes.remove(way);
                        if (route.minutes() != null) {
                            minutes.put(way, route.minutes());
                        }
                    });
        }
        return minutes;
    }

    void add(Collection<Rule> rules, Collection<Route> routes, Instant since) {
        for (var rule : rules) {
            db.insertInto(RULE)
                    .set(RULE.JURISDICTION, rule.jurisdiction())
                    .set(RULE.FACT_KIND, rule.fact())
                    .set(RULE.TELL, rule.tell().name())
                    .set(RULE.STATE, rule.state())
                    .set(RULE.VERSION, rule.version())
                    .set(RULE.PERMISSION, rule.permission())
                    .set(RULE.KIND, rule.kind() == null ? null : rule.kind().name())
                    .set(RULE.CODE, rule.text())
                    .set(RULE.SAID, rule.said().toArray(String[]::new))
                    .set(RULE.SINCE, since)
                    .onConflictDoNothing()
                    .execute();
        }
        for (var route : routes) {
            db.insertInto(ROUTE)
                    .set(ROUTE.JURISDICTION, route.jurisdiction())
                    .set(ROUTE.KIND, route.kind().name())
                    .set(ROUTE.CHANNEL, route.channel().name())
                    .set(ROUTE.VERSION, route.version())
                    .set(ROUTE.MINUTES, route.minutes())
                    .set(ROUTE.SINCE, since)
                    .onConflictDoNothing()
                    .execute();
        }
        forget();
    }

    /// What is known is looked up anew, once a transaction that changed it is committed.
    private void forget() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.invalidateAll();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidateAll();
            }
        });
    }

    private Known known() {
        return known.get("");
    }

    private Known load() {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var rules = new TreeMap<Integer, Map<Rule.Place, Rule>>();
            db.select(
                            RULE.JURISDICTION,
                            RULE.FACT_KIND,
                            RULE.TELL,
                            RULE.STATE,
                            RULE.VERSION,
                            RULE.PERMISSION,
                            RULE.KIND,
                            RULE.CODE,
                            RULE.SAID)
                    .from(RULE)
                    .orderBy(RULE.VERSION)
                    .fetch(row -> new Rule(
                            row.value1(),
                            row.value2(),
                            Rule.Tell.valueOf(row.value3()),
                            row.value4(),
                            row.value5(),
                            row.value6(),
                            row.value7() == null ? null : MessageKind.valueOf(row.value7()),
                            row.value8(),
                            List.of(row.value9())))
                    .forEach(rule -> rules.computeIfAbsent(rule.jurisdiction(), key -> new java.util.LinkedHashMap<>())
                            .put(rule.place(), rule));
            var routes = new TreeMap<Integer, Map<MessageKind, Map<Way, Route>>>();
            db.select(ROUTE.JURISDICTION, ROUTE.KIND, ROUTE.CHANNEL, ROUTE.VERSION, ROUTE.MINUTES)
                    .from(ROUTE)
                    .orderBy(ROUTE.VERSION)
                    .fetch(row -> new Route(
                            row.value1(),
                            MessageKind.valueOf(row.value2()),
                            Way.valueOf(row.value3()),
                            row.value4(),
                            row.value5()))
                    .forEach(route -> routes.computeIfAbsent(
                                    route.jurisdiction(), key -> new EnumMap<>(MessageKind.class))
                            .computeIfAbsent(route.kind(), key -> new EnumMap<>(Way.class))
                            .put(route.channel(), route));
            return new Known(rules, routes);
        });
    }
}
