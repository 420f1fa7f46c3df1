package lianlin.kernel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import lianlin.kernel.Id;
import lianlin.matter.order.OrderStory;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A POST happens once, whatever happens to its answer.
@ServerTest
class OnceTest {
    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameKeyGetsTheSameAnswer(World world) {
        var admin = world.securityAdmin();
        var someone = someone(world);
        var body = post(someone, world);

        var first = give(admin, body).is(201);
        var again = give(admin, body).is(201);

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replay")).isNull();
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(posts(admin, someone)).isEqualTo(2);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused(World world) {
        var admin = world.securityAdmin();
        give(admin, post(someone(world), world)).is(201);

        give(admin, post(someone(world), world)).is(422).problem("once.other");
    }

    @Test
    void theKeyOfSomebodyElseIsAnotherKey(World world) {
        var someone = someone(world);
        give(world.securityAdmin(), post(someone, world)).is(201);

        give(world.securityAdmin(), post(someone, world)).is(201);
    }

    @Test
    void aRefusedRequestIsNotKept(World world) {
        var admin = world.securityAdmin();
        give(admin, post(world.nothing(), world)).is(404);

        give(admin, post(someone(world), world)).is(201);
    }

    @Test
    void aMissingOrBrokenKeyIsRefused(World world) {
        var admin = world.securityAdmin();

        admin.call("POST", "/api/posts")
                .without("Idempotency-Key")
                .body(post(someone(world), world))
                .send()
                .is(400)
                .problem("once.key");
        admin.call("POST", "/api/posts")
                .key("short")
                .body(post(someone(world), world))
                .send()
                .is(400)
                .problem("once.key");
    }

    @Test
    @Tag("R-idempotency")
    void anOrderPlacedTwiceWithOneKeyShowsTheSameCode(World world) {
        var story = new OrderStory(world);
        var behalf = Map.of("name", "陈秀兰", "phone", "13800001074", "consent", "VOICE");
        var wish = Map.of("title", "代购药品", "category", "CARE", "area", story.community.code(), "behalf", behalf);
        Supplier<Answer> place = () -> story.clerk
                .call("POST", "/api/service-orders")
                .key(key)
                .body(wish)
                .send()
                .is(201);

        var first = place.get();
        var again = place.get();

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        var track = world.visitor()
                .get("/api/tracks/{number}?code={code}", again.text("/order/number"), again.text("/code"))
                .is(200);
        assertThat(track.text("/state/code")).isEqualTo("SUBMITTED");
        assertThat(story.clerk.get("/api/service-orders").number("/total")).isEqualTo(1);
    }

    @Test
    @Tag("IDN-14")
    void theDatabaseHoldsNeitherTheCodeNorTheNameOfAKeptAnswerInTheClear(World world) {
        var story = new OrderStory(world);
        var title = "厨房水管漏水" + world.number();
        var placed = story.resident
                .call("POST", "/api/service-orders")
                .key(key)
                .body(Map.of("title", title, "category", "REPAIR"))
                .send()
                .is(201);

        var row = world.server().owner().fetchSingle("SELECT * FROM kernel.answered WHERE key = ?", key);
        var sealed = row.get("sealed", byte[].class);

        assertThat(row.get("body", byte[].class)).isEmpty();
        assertThat(sealed).hasSize(placed.bytes().length + 33);
        for (var secret : List.of(placed.text("/code"), story.resident.name(), title, "SUBMITTED", "requester")) {
            assertThat(placed.text() + story.resident.name()).contains(secret);
            assertThat(new String(sealed, UTF_8)).doesNotContain(secret);
            assertThat(row.get("headers").toString()).doesNotContain(secret);
        }
    }

    /// The answer is bound to who asked and under which key, so nobody is given the answer of another.
    @Test
    @Tag("IDN-14")
    void anAnswerThatWasMovedIsNotRepeatedNorItsRequestDoneAgain(World world) {
        var story = new OrderStory(world);
        var other = UUID.randomUUID().toString();
        for (var one : List.of(key, other)) {
            place(story, one).is(201);
        }

        world.server().owner().execute("""
                        UPDATE kernel.answered SET sealed = (SELECT sealed FROM kernel.answered WHERE key = ?)
                         WHERE key = ?
                        """, other, key);

        place(story, key).is(409).problem("once.unkept");
        place(story, other).is(201);
        assertThat(story.resident.get("/api/service-orders").is(200).items()).hasSize(2);
    }

    private static Answer place(OrderStory story, String key) {
        return story.resident
                .call("POST", "/api/service-orders")
                .key(key)
                .body(Map.of("title", "厨房水管漏水", "category", "REPAIR"))
                .send();
    }

    /// What the release before has kept in the clear is repeated until it is too old.
    @Test
    void anAnswerKeptByTheReleaseBeforeIsRepeated(World world) {
        var admin = world.securityAdmin();
        var body = post(someone(world), world);
        give(admin, body).is(201);
        var old = "{\"kept\":\"before\"}";
        world.server()
                .owner()
                .execute(
                        "UPDATE kernel.answered SET sealed = NULL, kept = true, body = ? WHERE key = ?",
                        old.getBytes(UTF_8),
                        key);

        assertThat(give(admin, body).is(201).text()).isEqualTo(old);
    }

    @Test
    @Tag("IDN-14")
    void anAnswerWithASecretIsNotKeptAndItsRequestIsNotDoneTwice(World world) {
        var admin = world.securityAdmin();
        var body = account(world);

        var first = open(admin, body).is(201);
        open(admin, body).is(409).problem("once.unkept");
        open(admin, account(world)).is(422).problem("once.other");

        assertThat(first.text("/initialPassword")).isNotBlank();
        assertThat(admin.get("/api/accounts").number("/total")).isEqualTo(2);
        var kept = world.server()
                .owner()
                .fetchSingle("SELECT body, headers::text, sealed FROM kernel.answered WHERE key = ?", key);
        assertThat(kept.get(0, byte[].class)).isEmpty();
        assertThat(kept.get(1, String.class)).isEqualTo("{}");
        assertThat(kept.get(2)).isNull();
    }

    @Test
    void whileTheFirstIsRunningTheSameKeyIsRefused(World world) throws Exception {
        var admin = world.securityAdmin();
        var someone = someone(world);
        var body = post(someone, world);
        try (var lock = locked(world, someone)) {
            var first = CompletableFuture.supplyAsync(() -> give(admin, body));
            waitForABlockedBackend(world, lock);

            give(admin, body).is(409).problem("once.running");

            lock.rollback();
            first.get(10, SECONDS).is(201);
        }
        give(admin, body).is(201);
        assertThat(posts(admin, someone)).isEqualTo(2);
    }

    @Test
    void killedInTheMiddleItHappensOnceWhenItIsTriedAgain(World world) throws Exception {
        var admin = world.securityAdmin();
        var someone = someone(world);
        var body = post(someone, world);
        try (var lock = locked(world, someone)) {
            var first = CompletableFuture.supplyAsync(() -> give(admin, body));
            var backend = waitForABlockedBackend(world, lock);
            // by the login of the application itself: an owner who is no superuser may not
            world.db().execute("SELECT pg_terminate_backend(?)", backend);

            first.get(10, SECONDS).is(503).problem("busy");
            lock.rollback();
        }
        give(admin, body).is(201);
        assertThat(posts(admin, someone)).isEqualTo(2);
    }

    @Test
    void twentyAtOnceHappenOnce(World world) throws Exception {
        var admin = world.securityAdmin();
        var someone = someone(world);
        var body = post(someone, world);

        atOnce(() -> give(admin, body));

        give(admin, body).is(201);
        assertThat(posts(admin, someone)).isEqualTo(2);
    }

    @Test
    void twentyAtOnceWhoseAnswerIsNotKeptHappenOnceToo(World world) throws Exception {
        var admin = world.securityAdmin();
        var body = account(world);

        atOnce(() -> open(admin, body));

        open(admin, body).is(409).problem("once.unkept");
        assertThat(admin.get("/api/accounts").number("/total")).isEqualTo(2);
    }

    private static void atOnce(Supplier<Answer> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            var answers = new ArrayList<CompletableFuture<Answer>>();
            for (var i = 0; i < 20; i++) {
                answers.add(CompletableFuture.supplyAsync(call, threads));
            }
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
    }

    private Answer open(Person admin, Map<String, ?> body) {
        return admin.call("POST", "/api/accounts").key(key).body(body).send();
    }

    private Answer give(Person admin, Map<String, ?> body) {
        return admin.call("POST", "/api/posts").key(key).body(body).send();
    }

    private static Id someone(World world) {
        return world.community("滨江").resident().account();
    }

    /// How many posts somebody holds: one from the beginning.
    private static int posts(Person admin, Id account) {
        return admin.get("/api/posts?account=" + account).items().size();
    }

    private static Map<String, ?> account(World world) {
        return Map.of("name", "李梅", "login", "once." + world.number());
    }

    private static Map<String, ?> post(Id account, World world) {
        return Map.of(
                "account",
                account,
                "role",
                "RESIDENT",
                "area",
                world.community("东湖").code());
    }

    /// Holds the lock for which the table waits before it takes a post of the person behind this account.
    private static Connection locked(World world, Id account) throws SQLException {
        var connection = world.server().ownerSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(hashtextextended('identity.post', person))"
                    + " FROM identity.account WHERE id = " + account.value());
        }
        return connection;
    }

    private static int waitForABlockedBackend(World world, Connection lock) {
        return until(() -> world.server()
                .owner()
                .resultQuery("SELECT pid FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid))", backend(lock))
                .fetchOptionalInto(Integer.class)
                .orElse(null));
    }

    private static int backend(Connection connection) {
        try {
            return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T until(Supplier<@org.jspecify.annotations.Nullable T> found) {
        for (var i = 0; i < 500; i++) {
            var value = found.get();
            if (value != null) {
                return value;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("it did not happen within 10 seconds");
    }
}
