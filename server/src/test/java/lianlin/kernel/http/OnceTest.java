package lianlin.kernel.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import lianlin.kernel.Id;
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
                .fetchSingle("SELECT body, headers::text FROM kernel.answered WHERE key = ?", key);
        assertThat(kept.get(0, byte[].class)).isEmpty();
        assertThat(kept.get(1, String.class)).isEqualTo("{}");
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
