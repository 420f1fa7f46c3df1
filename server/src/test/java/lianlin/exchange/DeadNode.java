package lianlin.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lianlin.identity.Acting;
import lianlin.identity.Post;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Facts;
import lianlin.testing.Person;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/// Another node of the installation, which takes a sheet and stops in the middle: for good, or for a while.
final class DeadNode {
    /// What kills a node is no exception that it could still catch.
    static final class Death extends Error {}

    private final World world;

    DeadNode(World world) {
        this.world = world;
    }

    /// A sheet that this node holds from the first moment on, so that the server's own worker leaves it alone.
    ImportBatch takes(Person by, byte[] content, int attempts) {
        var id = Id.next();
        var acting = acting(by);
        world.transaction(() -> {
            var store = world.bean(ImportStore.class);
            store.insert(acting, id, "members", "members.xlsx", 0, content);
            world.db()
                    .execute(
                            "UPDATE exchange.import_batch SET state = 'CHECKING', leased = ?::timestamptz, attempts = ? WHERE id = ?",
                            Instant.now().plus(Duration.ofHours(1)).toString(),
                            attempts,
                            id.value());
            return id;
        });
        return world.inside(() -> world.bean(ImportStore.class).get(acting, id));
    }

    /// Works on it and dies as it begins the transaction with this number.
    void diesAt(ImportBatch batch, int transaction) {
        work(number -> {
                    if (number == transaction) {
                        throw new Death();
                    }
                })
                .go(batch);
    }

    /// Works on it and stands still before the transaction with this number until it is let go on.
    void standsStillAt(ImportBatch batch, int transaction, CountDownLatch reached, CountDownLatch goOn) {
        work(number -> {
                    if (number == transaction) {
                        reached.countDown();
                        await(goOn);
                    }
                })
                .go(batch);
    }

    /// Nobody has heard of it for longer than its lease.
    void isMissed(Id batch) {
        world.server()
                .owner()
                .execute(
                        "UPDATE exchange.import_batch SET leased = now() - interval '1 second' WHERE id = ?",
                        batch.value());
        world.bean(ImportWorker.class).ring();
    }

    private ImportWork work(Consumer<Integer> before) {
        return new ImportWork(
                world.bean(ImportStore.class),
                world.bean(ImportProblems.class),
                world.bean(Sheets.class),
                world.bean(Facts.class),
                new Watched(world.bean(PlatformTransactionManager.class), before));
    }

    private Acting acting(Person by) {
        var session = by.get("/api/session").is(200);
        var area = world.district().area();
        var post = new Post(
                session.id("/post/id"),
                world.jurisdiction(),
                by.account(),
                by.role(),
                Scope.Reach.AREA,
                area,
                null,
                null,
                "",
                LocalDate.of(2020, 1, 1),
                null);
        return new Acting(
                Id.next(),
                by.account(),
                by.person(),
                by.name(),
                world.jurisdiction(),
                post,
                Set.of(),
                Set.of(),
                null,
                null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Transactions that something happens before.
    private static final class Watched extends TransactionTemplate {
        private final Consumer<Integer> before;
        private final AtomicInteger number = new AtomicInteger();

        Watched(PlatformTransactionManager manager, Consumer<Integer> before) {
            super(manager);
            this.before = before;
        }

        @Override
        public <T> @Nullable T execute(TransactionCallback<T> action) {
            before.accept(number.incrementAndGet());
            return super.execute(action);
        }
    }
}
