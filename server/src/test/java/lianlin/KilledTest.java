package lianlin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lianlin.kernel.Id;
import lianlin.testing.Application;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was answered is there, once, although the application is killed in the middle of it again and again, at
/// times together with its database (promise 1, R1, R2). All over HTTP, as the residents' phones would do it:
/// whoever gets no answer asks again with the same key.
class KilledTest {
    /// Each client is a household with an address of its own, from which twenty may sign up in an hour.
    private static final int RESIDENTS = 20;

    private static final int ORDERS = 5;
    private static final int CLIENTS = Boolean.getBoolean("lianlin.test.long") ? 100 : 10;
    private static final int KILLS = Boolean.getBoolean("lianlin.test.long") ? 5 : 3;
    private static final int ALL = CLIENTS * RESIDENTS * ORDERS;
    private static final String COUNTY = "440604000000";
    private static final JsonMapper JSON = new JsonMapper();

    /// Somebody who is signed in.
    private record Signed(HttpClient client, String cookie, String csrf) {}

    /// What was asked for under a key, and the id of the order that was answered.
    private record Placed(Signed by, String key, String title, String id) {}

    @TempDir
    Path data;

    private final long seed = Long.getLong("lianlin.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger hungUp = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private Application application;

    @Test
    @Tag("R1")
    @Tag("R2")
    void everyOrderIsThereOnceAlthoughTheApplicationIsKilledAgainAndAgain() throws Exception {
        try (var started = new Application(data);
                var threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            application = started;
            application.start("--no-demo");
            openTheCounty();
            application.kill();
            // the county is open, hence nothing is made up; the demo's inbox stands for the phones
            application.start();
            var communities = communities();
            var signed = all(threads, client -> () -> residents(client, communities.get(client % communities.size())));

            var readyAgain = threads.submit(this::killInTheMiddle);
            var placed = all(threads, client -> () -> place(client, signed.get(client))).stream()
                    .flatMap(List::stream)
                    .toList();
            var times = readyAgain.get();
            holds(placed);
            sayAgain(placed.subList(0, Math.min(200, placed.size())));
            holds(placed);
            sealsHold();

            System.out.printf(
                    "seed %d: %d orders by %d clients, killed %d times, ready again after %s; "
                            + "%d hung up, %d got no answer, of both %d had happened; 0 lost, 0 doubled%n",
                    seed, ALL, CLIENTS, KILLS, times, hungUp.get(), unanswered.get(), kept.get());
            assertThat(times).allMatch(start -> within(20, start.time()) || within(20, start.computing()));
            assertThat(unanswered).as("the kills hit nothing, seed " + seed).hasPositiveValue();
        }
    }

    /// Waits for random moments in the middle, kills, and starts again; how long each start took.
    private List<Application.Start> killInTheMiddle() throws Exception {
        var times = new ArrayList<Application.Start>();
        for (var kill = 1; kill <= KILLS; kill++) {
            var from = ALL * kill / (KILLS + 2);
            var moment = from + random.nextInt(ALL / (KILLS + 2));
            while (answered.get() < moment) {
                Thread.sleep(1);
            }
            Thread.sleep(0, random.nextInt(999_999));
            if (kill % 2 == 0) {
                application.killWithDatabase();
            } else {
                application.kill();
            }
            times.add(application.start());
        }
        return times;
    }

    private static boolean within(int seconds, Duration time) {
        return time.compareTo(Duration.ofSeconds(seconds)) <= 0;
    }

    private void openTheCounty() throws Exception {
        var administrator = administrator("sysadmin");
        var opened = post(administrator, "/api/jurisdictions", Map.of("code", COUNTY));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    }

    private List<String> communities() throws Exception {
        var client = client(0);
        var codes = new ArrayList<String>();
        for (var street : below(client, COUNTY)) {
            codes.addAll(below(client, street));
        }
        return codes;
    }

    private List<String> below(HttpClient client, String parent) throws Exception {
        var found = get(client, "/api/divisions?parent=" + parent);
        return found.at("/items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    /// Signs up the residents of one household.
    private List<Signed> residents(int number, String community) throws Exception {
        var client = client(number);
        var signed = new ArrayList<Signed>();
        for (var resident = 0; resident < RESIDENTS; resident++) {
            var phone = "139%08d".formatted(number * 1_000 + resident);
            send(client, "/api/session/codes", Map.of("phone", phone));
            var text = get(client, "/api/demo/inbox?phone=" + phone)
                    .at("/items/0/text")
                    .asString();
            var code = text.replaceAll("(?s).*?(\\d{6}).*", "$1");
            signed.add(signed(
                    client,
                    send(
                            client,
                            "/api/residents",
                            Map.of("phone", phone, "code", code, "name", "李梅", "area", community))));
        }
        return signed;
    }

    /// Five orders for each resident, which is as many as may be open: one that happened twice would be refused.
    private List<Placed> place(int client, List<Signed> residents) throws Exception {
        var placed = new ArrayList<Placed>();
        var keys = new Random(seed + client);
        for (var order = 0; order < ORDERS; order++) {
            for (var resident = 0; resident < residents.size(); resident++) {
                var title = "代购药品 %d-%d-%d".formatted(client, resident, order);
                var key = new UUID(keys.nextLong(), keys.nextLong()).toString();
                placed.add(place(residents.get(resident), key, title));
            }
        }
        return placed;
    }

    /// Asks until there is an answer; one in twenty hangs up on the first.
    private Placed place(Signed by, String key, String title) throws Exception {
        var order = order(by, key, title);
        var missed = Math.floorMod(key.hashCode(), 20) == 0;
        if (missed) {
            hungUp.incrementAndGet();
            var going = by.client().sendAsync(order, BodyHandlers.ofString());
            Thread.sleep(Math.floorMod(key.hashCode(), 13));
            going.cancel(true);
        }
        for (var tries = 0; tries < 1_000; tries++) {
            try {
                var answer = by.client().send(order, BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    answered.incrementAndGet();
                    if (missed
                            && answer.headers().firstValue("Idempotent-Replay").isPresent()) {
                        kept.incrementAndGet();
                    }
                    return new Placed(by, key, title, id(answer));
                }
                if (answer.body().contains("once.unkept")) {
                    // it has happened, and who asked finds it among his own
                    answered.incrementAndGet();
                    kept.incrementAndGet();
                    return new Placed(by, key, title, found(by, title));
                }
                // the database was gone, or the first try is still being taken back
                assertThat(answer.statusCode()).as(answer.body()).isIn(503, 409);
            } catch (IOException e) {
                unanswered.addAndGet(missed ? 0 : 1);
            }
            missed = true;
            Thread.sleep(200);
        }
        throw new AssertionError("no answer to " + title + ", seed " + seed);
    }

    /// The id of an order as the database keeps it.
    private static String id(HttpResponse<String> answer) {
        return id(JSON.readTree(answer.body()).at("/order"));
    }

    private static String id(JsonNode order) {
        return Long.toString(Id.parse(order.path("id").asString()).value());
    }

    /// The one order with this title in the list of the resident.
    private String found(Signed by, String title) throws Exception {
        var request = HttpRequest.newBuilder(application.address("/api/service-orders"))
                .header("Cookie", by.cookie())
                .build();
        var list = by.client().send(request, BodyHandlers.ofString());
        var ids = JSON.readTree(list.body())
                .at("/items")
                .valueStream()
                .filter(order -> order.path("title").asString().equals(title))
                .map(KilledTest::id)
                .toList();
        assertThat(ids).as(list.body()).hasSize(1);
        return ids.getFirst();
    }

    /// Orders, cases, stored answers, journal and counters say the same: each key has one order.
    private void holds(List<Placed> placed) throws Exception {
        var ids = placed.stream().map(Placed::id).collect(toSet());
        try (var connection = application.database()) {
            once("answers", placed.stream().map(Placed::id).toList(), ids);
            once("cases", texts(connection, "SELECT id FROM procedure.\"case\""), ids);
            once("orders", texts(connection, "SELECT id FROM matter.service_order"), ids);
            once("facts", texts(connection, """
                    SELECT subject_id FROM kernel.journal
                     WHERE subject = 'service-order' AND from_state IS NULL AND to_state = 'SUBMITTED'
                    """), ids);
            once(
                    "keys",
                    texts(connection, """
                            SELECT key FROM kernel.answered AS a WHERE NOT kept AND EXISTS (
                                SELECT FROM procedure."case" AS c JOIN identity.account AS o ON o.person = c.requester
                                 WHERE o.id = a.actor)
                            """),
                    placed.stream().map(Placed::key).collect(toSet()));
            var titles = pairs(connection, "SELECT id, title FROM procedure.\"case\"");
            assertThat(placed).allMatch(order -> order.title().equals(titles.get(order.id())));
            countersAreThoseOfARecount(connection);
        }
    }

    /// Each of the wanted is there, and there once.
    private void once(String what, List<String> found, Set<String> wanted) {
        var missing = new HashSet<>(wanted);
        found.forEach(missing::remove);
        assertThat(missing).as("lost %s, seed %d", what, seed).isEmpty();
        assertThat(found.size()).as("number of %s, seed %d", what, seed).isEqualTo(ALL);
    }

    private void countersAreThoseOfARecount(Connection connection) throws Exception {
        var behind = """
                SELECT count(*) FROM kernel.listener l WHERE EXISTS (
                    SELECT FROM kernel.journal j WHERE (j.xid, j.id) > (l.xid, l.id))
                """;
        for (var tries = 0; number(connection, behind) > 0 && tries < 400; tries++) {
            Thread.sleep(50);
        }
        assertThat(number(connection, behind)).as("readers of the journal").isZero();
        var counted = pairs(connection, """
                        SELECT node || ' ' || state, amount FROM kernel.tally
                         WHERE subject = 'service-order' AND amount <> 0
                        """);
        assertThat(counted)
                .containsEntry("A440604 SUBMITTED", Integer.toString(ALL))
                .isEqualTo(pairs(connection, """
                                SELECT node || ' ' || state, count(*)
                                  FROM procedure."case" CROSS JOIN LATERAL kernel.nodes(area, NULL) AS n (node) GROUP BY 1
                                """));
        assertThat(pairs(connection, """
                                SELECT node || ' ' || state, sum(arrived - departed) FROM kernel.tally_day
                                 WHERE subject = 'service-order' GROUP BY 1
                                """)).isEqualTo(counted);
    }

    /// The same keys once more: told that it is done, and nothing new.
    private void sayAgain(List<Placed> placed) throws Exception {
        for (var order : placed) {
            var again =
                    order.by().client().send(order(order.by(), order.key(), order.title()), BodyHandlers.ofString());
            assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
            assertThat(again.body()).contains("once.unkept");
        }
    }

    /// The auditor has all seals computed anew.
    private void sealsHold() throws Exception {
        var verdict = post(administrator("auditor"), "/api/journal/verification", Map.of());
        assertThat(verdict.statusCode()).as(verdict.body()).isEqualTo(200);
        var said = JSON.readTree(verdict.body());
        assertThat(said.at("/ok").asBoolean()).as(verdict.body()).isTrue();
        assertThat(said.at("/rows").asInt()).isGreaterThan(ALL);
    }

    private Signed administrator(String login) throws Exception {
        var file = Files.readString(data.resolve("secrets/first-administrators.txt"));
        var password = file.lines()
                .filter(line -> line.startsWith(login + " "))
                .findFirst()
                .orElseThrow()
                .substring(login.length())
                .strip();
        var client = client(0);
        var entered = signed(client, send(client, "/api/session", Map.of("login", login, "password", password)));
        // the password that was handed over opens nothing but its own change
        var own = BodyPublishers.ofString(
                JSON.writeValueAsString(Map.of("old", password, "fresh", "own-" + password)), UTF_8);
        var changed = client.send(
                HttpRequest.newBuilder(application.address("/api/me/password"))
                        .PUT(own)
                        .header("Content-Type", "application/json")
                        .header("Cookie", entered.cookie())
                        .header("X-CSRF-Token", entered.csrf())
                        .build(),
                BodyHandlers.ofString());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        return entered;
    }

    /// Speaks from an address of its own: every 127.x.y.z is this computer.
    private static HttpClient client(int number) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(
                        InetAddress.getByAddress(new byte[] {127, 2, (byte) (number / 250), (byte) (number % 250 + 1)}))
                .build();
    }

    private static Signed signed(HttpClient client, HttpResponse<String> opened) {
        var cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new Signed(
                client, cookie, JSON.readTree(opened.body()).at("/csrf").asString());
    }

    private JsonNode get(HttpClient client, String path) throws Exception {
        var found =
                client.send(HttpRequest.newBuilder(application.address(path)).build(), BodyHandlers.ofString());
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        return JSON.readTree(found.body());
    }

    /// By somebody who is not signed in.
    private HttpResponse<String> send(HttpClient client, String path, Object body) throws Exception {
        var answer = client.send(request(path, body).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return answer;
    }

    private HttpResponse<String> post(Signed by, String path, Object body) throws Exception {
        return by.client().send(request(by, path, UUID.randomUUID().toString(), body), BodyHandlers.ofString());
    }

    private HttpRequest order(Signed by, String key, String title) {
        return request(by, "/api/service-orders", key, Map.of("title", title, "category", "CARE"));
    }

    private HttpRequest request(Signed by, String path, String key, Object body) {
        return request(path, body)
                .header("Cookie", by.cookie())
                .header("X-CSRF-Token", by.csrf())
                .header("Idempotency-Key", key)
                .build();
    }

    private HttpRequest.Builder request(String path, Object body) {
        return HttpRequest.newBuilder(application.address(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body), UTF_8));
    }

    /// What a client does, by its number.
    private interface Work<T> {
        Callable<T> of(int client);
    }

    private static <T> List<T> all(ExecutorService threads, Work<T> work) throws Exception {
        var running = new ArrayList<Future<T>>();
        for (var client = 0; client < CLIENTS; client++) {
            running.add(threads.submit(work.of(client)));
        }
        var done = new ArrayList<T>();
        for (var one : running) {
            done.add(one.get());
        }
        return done;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(texts(connection, sql).getFirst());
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }

    private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var pairs = new HashMap<String, String>();
            while (found.next()) {
                pairs.put(found.getString(1), found.getString(2));
            }
            return pairs;
        }
    }
}
