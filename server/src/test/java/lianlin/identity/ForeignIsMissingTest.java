package lianlin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lianlin.kernel.Id;
import lianlin.kernel.crypto.Vault;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every endpoint that names a thing, by every role, for the thing of the own community, of the neighbour in the same
/// street, of another street and of another district: what the role is not meant to see is answered like what is not
/// there, and nothing changes by trying.
@ServerTest
@Tag("S1")
class ForeignIsMissingTest {
    /// Lists that show what everybody may know, and why.
    static final Map<String, String> PUBLIC = Map.of(
            "/api/service-menu", "the published menu is there for everybody",
            "/api/stations", "places that are open to the public are there for everybody",
            "/api/outlines", "where communities end is public",
            "/api/duty/on-call", "who is on duty hangs at the door",
            "/api/divisions", "the official divisions are public, and so is where the platform works",
            "/api/demo/logins", "there are none outside the demo",
            "/api/demo/inbox", "there are none outside the demo");

    /// Things of the same district that are named although the caller does not see them.
    private static final Map<String, Thing> ACROSS_THE_DISTRICT = Map.of(
            "get /api/service-orders/{id}/takers", Thing.TEAM, // the teams of the street are suggested
            "post /api/cases/{id}/steps", Thing.TEAM, // the team of another community may be asked to help
            "post /api/teams/{id}/members", Thing.ACCOUNT, // people join teams elsewhere than where they live
            "post /api/grids/{code}/staff", Thing.ACCOUNT); // and serve in grids there

    /// Parameters of queries that name nothing.
    private static final Set<String> NAMELESS = Set.of(
            "after",
            "limit",
            "q",
            "role",
            "state",
            "status",
            "kind",
            "type",
            "level",
            "count",
            "procedure",
            "topic",
            "lamp",
            "open",
            "mine",
            "skill",
            "category",
            "phone",
            "identity",
            "subject",
            "from",
            "to",
            "code",
            "name",
            "unread",
            "on",
            "lng",
            "lat",
            "late",
            "monday",
            "need",
            "mend",
            "shift",
            "today",
            "sort",
            "missing",
            "district",
            "channel");

    /// A phone or an identity number that is not masked, or what opens an account or a session.
    private static final Pattern SECRET =
            Pattern.compile("[^0-9]1[3-9][0-9]{9}[^0-9]|[0-9]{17}[0-9X]" + "|\"(initialPassword|csrf|password)\"");

    private final Map<String, String> wrong = new TreeMap<>();

    @Test
    void everyVariableHasASampleAndEveryBodyIsKnown(World world) {
        var unknown = new TreeSet<String>();
        for (var endpoint : Endpoint.all(world)) {
            endpoint.variables().stream()
                    .filter(variable -> !Thing.IN_PATHS.containsKey(variable))
                    .filter(variable -> !Thing.OF_NO_DISTRICT.containsKey(variable))
                    .forEach(unknown::add);
            endpoint.queries().stream()
                    .filter(query -> Thing.inQuery(endpoint.path(), query).isEmpty() && !NAMELESS.contains(query))
                    .forEach(query -> unknown.add(endpoint + "?" + query));
            if (endpoint.hasBody() && !Bodies.has(endpoint) && !Bodies.NAMELESS.containsKey(endpoint.toString())) {
                unknown.add(endpoint + " has no body in Bodies");
            }
        }

        assertThat(unknown)
                .as("say in Thing, Samples and Bodies what these are, or why they are of no district")
                .isEmpty();
    }

    @Test
    void whatIsForeignIsAnsweredLikeWhatIsMissingAndStaysAsItIs(World world) {
        var own = new Samples(world.community("东街街道", "滨江"));
        var all = List.of(
                own,
                new Samples(world.community("东街街道", "东湖")),
                new Samples(world.community("西街街道", "西湖")),
                new Samples(world.neighbour().community("南湖")));
        all.forEach(samples -> samples.world().catchUp());
        var standings = Standing.all(own);
        var endpoints = Endpoint.all(world);

        var before = Prints.rows(all);
        for (var standing : standings) {
            endpoints.stream().filter(standing::may).forEach(endpoint -> {
                paths(standing, endpoint, all);
                bodies(standing, endpoint, all);
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(Prints.rows(all)).isEqualTo(before);

        for (var standing : standings) {
            endpoints.stream().filter(standing::may).filter(Endpoint::lists).forEach(endpoint -> {
                if (!PUBLIC.containsKey(endpoint.path())) {
                    shows(standing, endpoint, Told.text(standing.person().get(endpoint.path())), all);
                }
                queries(standing, endpoint, all);
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(neverDone(standings, endpoints)).isEmpty();
        assertThat(keptAlthoughSecret(world, standings)).isEmpty();
    }

    /// What the path names: 200 where it is to be seen, else the same as for what is missing. Where it names two
    /// things, also the own first one with a foreign second one.
    private void paths(Standing standing, Endpoint endpoint, List<Samples> all) {
        if (!endpoint.names()) {
            return;
        }
        var things = endpoint.things();
        var here = standing.here();
        var body = Bodies.of(endpoint, here);
        var version = endpoint.version(here);
        var foreign = new LinkedHashMap<Samples, Supplier<Told>>();
        for (var samples : all) {
            if (things.stream().noneMatch(thing -> standing.sees(thing, samples))) {
                foreign.put(samples, () -> standing.asks(endpoint, samples::id, body, endpoint.version(samples)));
            } else if (endpoint.reads()) {
                var told = standing.asks(endpoint, samples::id, null, 1);
                judge(told.status() == 200, standing, endpoint, samples, () -> told + ", meant to be seen");
                shows(standing, endpoint, told.body(), all);
            }
        }
        same(
                standing,
                endpoint,
                foreign,
                () -> standing.asks(endpoint, thing -> thing.missing(here.world()), body, version));
        if (things.size() == 2 && standing.sees(things.getFirst(), here)) {
            var mixed = new LinkedHashMap<Samples, Supplier<Told>>();
            foreign.keySet()
                    .forEach(samples -> mixed.put(samples, () -> {
                        Function<Thing, String> ids = thing -> (thing == things.getLast() ? samples : here).id(thing);
                        return standing.asks(endpoint, ids, body, version);
                    }));
            Function<Thing, String> ids =
                    thing -> thing == things.getLast() ? thing.missing(here.world()) : here.id(thing);
            same(standing, endpoint, mixed, () -> standing.asks(endpoint, ids, body, version));
        }
    }

    /// What the body names, with a path to the own thing.
    private void bodies(Standing standing, Endpoint endpoint, List<Samples> all) {
        var here = standing.here();
        var body = Bodies.of(endpoint, here);
        if (body == null || !endpoint.things().stream().allMatch(thing -> standing.sees(thing, here))) {
            return;
        }
        var version = endpoint.version(here);
        for (var thing : Thing.values()) {
            if (!Bodies.names(body, here.id(thing))) {
                continue;
            }
            var foreign = new LinkedHashMap<Samples, Supplier<Told>>();
            for (var samples : all) {
                if (samples != here && !hears(standing, endpoint, thing, samples)) {
                    var id = samples.id(thing);
                    var with = Bodies.instead(body, here.id(thing), id);
                    foreign.put(
                            samples,
                            () -> standing.asks(endpoint, here::id, with, version)
                                    .without(id));
                }
            }
            var nowhere = thing.missing(here.world());
            var missing = Bodies.instead(body, here.id(thing), nowhere);
            same(
                    standing,
                    endpoint,
                    foreign,
                    () -> standing.asks(endpoint, here::id, missing, version).without(nowhere));
        }
    }

    /// Each is refused with the same words after the same work.
    private void same(
            Standing standing, Endpoint endpoint, Map<Samples, Supplier<Told>> foreign, Supplier<Told> missing) {
        if (foreign.isEmpty()) {
            return;
        }
        var other = missing.get();
        foreign.forEach((samples, ask) -> {
            var one = ask.get();
            judge(
                    one.isRefused() && one.sameAs(other),
                    standing,
                    endpoint,
                    samples,
                    () -> one + "\n  missing: " + other);
            judge(
                    one.statements() == other.statements() || isSameWork(ask, missing),
                    standing,
                    endpoint,
                    samples,
                    () -> one.statements() + " statements, missing: " + other.statements());
        });
    }

    /// Session and roles are looked up anew every few seconds, so a difference counts when it stays.
    private static boolean isSameWork(Supplier<Told> one, Supplier<Told> other) {
        return IntStream.range(0, 4)
                .anyMatch(round -> one.get().statements() == other.get().statements());
    }

    /// An answer names nothing that the role is not meant to hear of.
    private void shows(Standing standing, Endpoint endpoint, String text, List<Samples> all) {
        for (var samples : all) {
            for (var thing : Thing.values()) {
                judge(
                        !text.contains('"' + samples.id(thing) + '"') || hears(standing, endpoint, thing, samples),
                        standing,
                        endpoint,
                        samples,
                        () -> "shows " + thing);
            }
            judge(
                    !text.contains(samples.mark())
                            || hears(standing, endpoint, Thing.TEAM, samples)
                            || hears(standing, endpoint, Thing.ORGANIZATION, samples),
                    standing,
                    endpoint,
                    samples,
                    () -> "names what is called " + samples.mark());
        }
    }

    private static boolean hears(Standing standing, Endpoint endpoint, Thing thing, Samples of) {
        var across = of.world() == standing.here().world() && ACROSS_THE_DISTRICT.get(endpoint.toString()) == thing;
        return across || standing.hearsOf(thing, of);
    }

    /// A list narrowed to what is foreign is the one narrowed to what is missing. Exports are few a day, and show what
    /// lists show.
    private void queries(Standing standing, Endpoint endpoint, List<Samples> all) {
        if (PUBLIC.containsKey(endpoint.path()) || endpoint.path().endsWith("/export")) {
            return;
        }
        for (var query : endpoint.queries()) {
            Thing.inQuery(endpoint.path(), query).ifPresent(thing -> {
                var nowhere = thing.missing(standing.here().world());
                var missing = narrowed(standing, endpoint, query, nowhere);
                for (var samples : all) {
                    if (!standing.hearsOf(thing, samples)) {
                        var one = narrowed(standing, endpoint, query, samples.id(thing));
                        judge(
                                one.sameAs(missing),
                                standing,
                                endpoint,
                                samples,
                                () -> query + ": " + one + "\n  missing: " + missing);
                    }
                }
            });
        }
    }

    private static Told narrowed(Standing standing, Endpoint endpoint, String query, String value) {
        return Told.of(standing.person().get(endpoint.path() + "?" + query + "=" + value))
                .without(value);
    }

    /// Each thing that can be done was done to the own thing by somebody: otherwise the refusals prove nothing.
    private static List<String> neverDone(List<Standing> standings, List<Endpoint> endpoints) {
        var never = new ArrayList<String>();
        endpoints.stream()
                .filter(endpoint -> !endpoint.reads() && (endpoint.names() || Bodies.has(endpoint)))
                .sorted(Comparator.comparing(ForeignIsMissingTest::rank))
                .forEach(endpoint -> {
                    var answers = new LinkedHashMap<String, String>();
                    var done = standings.stream()
                            .filter(one -> one.mayToTheOwn(endpoint))
                            .anyMatch(standing -> {
                                var here = standing.here();
                                var body = Bodies.of(endpoint, here);
                                var told = standing.asks(endpoint, here::id, body, endpoint.version(here));
                                answers.put(standing.toString(), told.toString());
                                return told.status() < 300;
                            });
                    if (!done) {
                        never.add(endpoint + " " + answers);
                    }
                });
        return never;
    }

    /// Of all that was done so far, the kept answers that hold a secret, or personal data that no page shows (IDN-13):
    /// such an answer is not even kept encrypted. No other lies in the clear.
    private static List<String> keptAlthoughSecret(World world, List<Standing> standings) {
        var vault = world.bean(Vault.class);
        return world
                .server()
                .owner()
                .fetch("SELECT actor, key, sealed, length(body) FROM kernel.answered WHERE actor = ANY (?)", (Object)
                        standings.stream()
                                .map(standing -> standing.person().account().value())
                                .toArray(Long[]::new))
                .stream()
                .peek(row -> assertThat(row.get(3, Integer.class)).isZero())
                .filter(row -> row.get(2) != null)
                .map(row -> new String(
                        vault.openBytes(
                                "kernel.answered.sealed:" + row.get(1, String.class),
                                new Id(row.get(0, Long.class)),
                                0,
                                row.get(2, byte[].class)),
                        UTF_8))
                .filter(SECRET.asPredicate())
                .toList();
    }

    /// What calls a thing off or ends it comes late, and last a second party area, for which the first is in the way.
    private static int rank(Endpoint endpoint) {
        if (endpoint.path().equals("/api/party-areas")) {
            return 4;
        }
        if (endpoint.path().matches(".*/(split|grid-mergers|merger)")) {
            return endpoint.path().endsWith("split") ? 5 : endpoint.path().endsWith("mergers") ? 6 : 7;
        }
        if (endpoint.path().startsWith("/api/care-pairs/") && endpoint.path().matches(".*/(end|withdrawal)")) {
            return 3;
        }
        if (SampleSections.ORDER.containsKey(endpoint.path())) {
            return SampleSections.ORDER.get(endpoint.path());
        }
        return switch (endpoint.method()) {
            case "post" -> endpoint.path().endsWith("/steps") ? 2 : 0;
            case "put" -> 1;
            default -> 3;
        };
    }

    private void judge(
            boolean right, Standing standing, Endpoint endpoint, Samples samples, Supplier<String> otherwise) {
        if (!right) {
            wrong.put(endpoint + " by " + standing + " for " + samples.place().name(), otherwise.get());
        }
    }
}
