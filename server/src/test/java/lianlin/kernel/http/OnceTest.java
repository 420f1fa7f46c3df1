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
import org.junit.jupiter.api.Test;

/// A POST happens once, whatever happens to its answer.
@ServerTest
class OnceTest {
    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameKeyGetsTheSameAnswer(World world) {
        var admin = world.securityAdmin();
        var body = account(world);

        var first = open(admin, body).is(201);
        var again = open(admin, body).is(201);

        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replay")).isNull();
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(admin.get("/api/accounts").number("/total")).isEqualTo(2);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused(World world) {
        var admin = world.securityAdmin();
        open(admin, account(world)).is(201);

        open(admin, account(world)).is(422).problem("once.other");
    }

    @Test
    void theKeyOfSomebodyElseIsAnotherKey(World world) {
        open(world.securityAdmin(), account(world)).is(201);

        open(world.securityAdmin(), account(world)).is(201);
    }

    @Test
    void aRefusedRequestIsNotKept(World world) {
        var admin = world.securityAdmin();
        var body = account(world);
        open(admin, Map.of("name", "")).is(422);

        open(admin, body).is(201);
    }

    @Test
    void aMissingOrBrokenKeyIsRefused(World world) {
        var admin = world.securityAdmin();

        admin.call("POST", "/api/accounts")
                .without("Idempotency-Key")
                .body(account(world))
                .send()
                .is(400)
                .problem("once.key");
        admin.call("POST", "/api/accounts")
                .key("short")
                .body(account(world))
                .send()
                .is(400)
                .problem("once.key");
    }

    @Test
    void whileTheFirstIsRunningTheSameKeyIsRefused(World world) throws Exception {
        var admin = world.securityAdmin();
        var someone = world.community("滨江").resident().account();
        var body = post(someone, world);
        try (var lock = locked(world, someone)) {
            var first = CompletableFuture.supplyAsync(() -> give(admin, body));
            waitForABlockedBackend(world, lock);

            give(admin, body).is(409).problem("once.running");

            lock.rollback();
            first.get(10, SECONDS).is(201);
        }
        give(admin, body).is(201);
        assertThat(admin.get("/api/posts?account=" + someone).items()).hasSize(2);
    }

    @Test
    void killedInTheMiddleItHappensOnceWhenItIsTriedAgain(World world) throws Exception {
        var admin = world.securityAdmin();
        var someone = world.community("滨江").resident().account();
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
        assertThat(admin.get("/api/posts?account=" + someone).items()).hasSize(2);
    }

    @Test
    void twentyAtOnceHappenOnce(World world) throws Exception {
        var admin = world.securityAdmin();
        var body = account(world);
        try (var threads = Executors.newFixedThreadPool(20)) {
            var answers = new ArrayList<CompletableFuture<Answer>>();
            for (var i = 0; i < 20; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> open(admin, body), threads));
            }
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        open(admin, body).is(201);
        assertThat(admin.get("/api/accounts").number("/total")).isEqualTo(2);
    }

    private Answer open(Person admin, Map<String, ?> body) {
        return admin.call("POST", "/api/accounts").key(key).body(body).send();
    }

    private Answer give(Person admin, Map<String, ?> body) {
        return admin.call("POST", "/api/posts").key(key).body(body).send();
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

    /// Holds the lock for which the table waits before it takes a post of this account.
    private static Connection locked(World world, Id account) throws SQLException {
        var connection = world.server().ownerSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_advisory_xact_lock(hashtextextended('identity.post', " + account.value() + "))");
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
