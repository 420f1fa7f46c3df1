package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lianlin.Reckoning.Placed;
import lianlin.kernel.Id;
import lianlin.testing.Application;
import lianlin.testing.Guest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What was answered is there, once, although the application is killed in the middle of it again and again, at
/// times together with its database (promise 1, R1, R2). All over HTTP, as the residents' phones would do it:
/// whoever gets no answer asks again with the same key.
class KilledTest {
    private static final boolean LONG = Boolean.getBoolean("lianlin.test.long");

    /// Each client is a household with an address of its own, from which twenty may sign up in an hour.
    private static final int RESIDENTS = 20;

    /// As many as may be open: one that happened twice would be refused.
    private static final int ORDERS = 5;

    private static final int CLIENTS = LONG ? 100 : 10;
    private static final int KILLS = LONG ? 5 : 3;
    private static final int ALL = CLIENTS * RESIDENTS * ORDERS;
    private static final String COUNTY = "440604000000";

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
            Guest.of(application, 0).administrator("sysadmin").post("/api/jurisdictions", Map.of("code", COUNTY));
            application.kill();
            // the county is open, hence nothing is made up; the demo's inbox stands for the phones
            application.start();
            var communities = communities();
            var residents = all(threads, client -> () -> join(client, communities.get(client % communities.size())));

            var readyAgain = threads.submit(this::killInTheMiddle);
            var placed = all(threads, client -> () -> place(client, residents.get(client))).stream()
                    .flatMap(List::stream)
                    .toList();
            var times = readyAgain.get();
            try (var database = application.database()) {
                var reckoning = new Reckoning(database, ALL, seed);
                reckoning.holds(placed);
                sayAgain(residents, placed);
                reckoning.holds(placed);
            }
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
            var moment = ALL * kill / (KILLS + 2) + random.nextInt(ALL / (KILLS + 2));
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

    private List<String> communities() throws Exception {
        var visitor = Guest.of(application, 0);
        var codes = new ArrayList<String>();
        for (var street : visitor.get("/api/divisions?parent=" + COUNTY).at("/items")) {
            visitor.get("/api/divisions?parent=" + street.path("code").asString())
                    .at("/items")
                    .forEach(community -> codes.add(community.path("code").asString()));
        }
        return codes;
    }

    private List<Guest> join(int client, String community) throws Exception {
        var visitor = Guest.of(application, client);
        var residents = new ArrayList<Guest>();
        for (var resident = 0; resident < RESIDENTS; resident++) {
            residents.add(visitor.join("139%08d".formatted(client * 1_000 + resident), community));
        }
        return residents;
    }

    private List<Placed> place(int client, List<Guest> residents) throws Exception {
        var placed = new ArrayList<Placed>();
        var keys = new Random(seed + client);
        for (var order = 0; order < ORDERS; order++) {
            for (var resident = 0; resident < RESIDENTS; resident++) {
                var key = new UUID(keys.nextLong(), keys.nextLong()).toString();
                var title = "代购药品 %d-%d-%d".formatted(client, resident, order);
                placed.add(new Placed(key, title, place(residents.get(resident), key, title)));
            }
        }
        return placed;
    }

    /// Asks until there is an answer; one in twenty hangs up on the first. The id of the order.
    private String place(Guest by, String key, String title) throws Exception {
        var request = by.request("/api/service-orders", key, wish(title));
        if (Math.floorMod(key.hashCode(), 20) == 0) {
            hungUp.incrementAndGet();
            by.sendAndHangUp(request, Math.floorMod(key.hashCode(), 13));
        }
        var missed = false;
        for (var tries = 0; tries < 1_000; tries++) {
            try {
                var answer = by.send(request);
                if (answer.statusCode() == 201) {
                    answered.incrementAndGet();
                    kept.addAndGet(repeated(answer) ? 1 : 0);
                    return id(answer);
                }
                // the database was gone, or the first try is still being taken back
                assertThat(answer.statusCode()).as(answer.body()).isIn(503, 409);
            } catch (IOException e) {
                unanswered.addAndGet(missed ? 0 : 1);
                missed = true;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no answer to " + title + ", seed " + seed);
    }

    private static Map<String, String> wish(String title) {
        return Map.of("title", title, "category", "CARE");
    }

    /// Whoever lost the answer is given the same once more.
    private static boolean repeated(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotent-Replay").isPresent();
    }

    /// The id of a placed order as the database keeps it.
    private static String id(HttpResponse<String> answer) {
        var order = new JsonMapper().readTree(answer.body()).at("/order");
        return Long.toString(Id.parse(order.path("id").asString()).value());
    }

    /// Keys that are sent once more get the answer that they got, and nothing new happens.
    private void sayAgain(List<List<Guest>> residents, List<Placed> placed) throws Exception {
        for (var order : placed.subList(0, 200)) {
            var who = order.title().replace("代购药品 ", "").split("-");
            var by = residents.get(Integer.parseInt(who[0])).get(Integer.parseInt(who[1]));
            var again = by.send(by.request("/api/service-orders", order.key(), wish(order.title())));
            assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
            assertThat(repeated(again)).isTrue();
            assertThat(id(again)).isEqualTo(order.id());
        }
    }

    /// The auditor has all seals computed anew.
    private void sealsHold() throws Exception {
        var verdict = Guest.of(application, 0).administrator("auditor").post("/api/journal/verification", Map.of());
        assertThat(verdict.at("/ok").asBoolean()).as(verdict.toString()).isTrue();
        assertThat(verdict.at("/rows").asInt()).isGreaterThan(ALL);
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
}
