package lianlin.kernel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import lianlin.kernel.Id;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// Listeners hear each fact once, in order, and never pass a transaction that is still open.
@ServerTest
class ReadingTest {
    record StoryTold(Fact.Header header, int number) implements Fact {}

    record SomethingElse(Fact.Header header) implements Fact {}

    /// Writes what it hears into the settings of the district, in the transaction of the reading, and fails now and
    /// then
    /// after having written.
    private static final class Scribe implements Listener {
        private final World world;
        private final String name = "test-" + Id.next();
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean frail;

        Scribe(World world) {
            this.world = world;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> kinds() {
            return Set.of("story-told");
        }

        @Override
        public void hear(List<Happened> facts) {
            var mine = facts.stream()
                    .filter(fact -> fact.jurisdiction() == world.jurisdiction())
                    .toList();
            for (var fact : mine) {
                world.db()
                        .execute(
                                """
                                INSERT INTO kernel.setting AS s VALUES (?, 'heard', ?)
                                ON CONFLICT (jurisdiction, name) DO UPDATE SET value = s.value || ',' || excluded.value
                                """,
                                world.jurisdiction(),
                                fact.payload().path("number").asString());
            }
            if (!mine.isEmpty() && frail && calls.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("in the middle");
            }
        }

        String heard() {
            return world.inside(() -> world.db()
                    .fetchOptional("SELECT value FROM kernel.setting WHERE name = 'heard'")
                    .map(row -> row.get(0, String.class))
                    .orElse(""));
        }
    }

    @Test
    void aListenerThatFailsInTheMiddleHearsEachFactOnce(World world) {
        var scribe = new Scribe(world);
        scribe.frail = true;
        var reading = reading(world, scribe);
        for (var i = 1; i <= 30; i++) {
            tell(world, i);
            if (i % 10 == 0) {
                readUntil(world, reading, scribe, i);
            }
        }

        assertThat(scribe.heard()).isEqualTo(numbers(30));
        assertThat(scribe.calls.get()).isGreaterThan(1);
    }

    @Test
    void twoNodesThatReadAtTheSameTimeHearEachFactOnce(World world) throws Exception {
        var scribe = new Scribe(world);
        for (var i = 1; i <= 20; i++) {
            tell(world, i);
        }
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<CompletableFuture<Void>>();
            for (var node = 0; node < 4; node++) {
                var reading = reading(world, scribe);
                work.add(CompletableFuture.runAsync(() -> readUntil(world, reading, scribe, 20), nodes));
            }
            for (var done : work) {
                done.get();
            }
        }

        assertThat(scribe.heard()).isEqualTo(numbers(20));
    }

    @Test
    void aFactWhoseTransactionIsStillOpenIsNotPassedOver(World world) {
        var scribe = new Scribe(world);
        var reading = reading(world, scribe);
        world.transaction(() -> {
            publish(world, 1);
            CompletableFuture.runAsync(() -> tell(world, 2)).join();
            CompletableFuture.runAsync(reading::catchUp).join();
            assertThat(scribe.heard()).isEmpty();
            return true;
        });

        readUntil(world, reading, scribe, 2);

        assertThat(scribe.heard()).isEqualTo("1,2");
    }

    @Test
    void aFactOfATransactionThatWasTakenBackIsNeverHeard(World world) {
        var scribe = new Scribe(world);
        world.inside(() -> world.bean(TransactionTemplate.class).execute(status -> {
            publish(world, 1);
            status.setRollbackOnly();
            return true;
        }));
        tell(world, 2);

        readUntil(world, reading(world, scribe), scribe, 2);

        assertThat(scribe.heard()).isEqualTo("2");
    }

    @Test
    void otherKindsAreNotHeard(World world) {
        var scribe = new Scribe(world);
        world.transaction(() -> {
            world.bean(Facts.class)
                    .publish(new SomethingElse(Fact.Header.of(world.jurisdiction(), "story", Id.next())));
            publish(world, 1);
            return true;
        });

        readUntil(world, reading(world, scribe), scribe, 1);

        assertThat(scribe.heard()).isEqualTo("1");
    }

    private static Reading reading(World world, Listener listener) {
        return new Reading(
                world.bean(Positions.class),
                world.bean(TransactionTemplate.class),
                world.bean(Journal.class),
                List.of(),
                List.of(listener));
    }

    /// Reads on until the last number was heard: other tests may hold transactions open for a moment.
    private static void readUntil(World world, Reading reading, Scribe scribe, int last) {
        for (var end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
            try {
                reading.catchUp();
            } catch (IllegalStateException e) {
                continue;
            }
            if (scribe.heard().endsWith(Integer.toString(last))) {
                return;
            }
        }
        throw new AssertionError("heard " + scribe.heard() + " of " + world.jurisdiction());
    }

    private static void tell(World world, int number) {
        world.transaction(() -> {
            publish(world, number);
            return true;
        });
    }

    private static void publish(World world, int number) {
        world.bean(Facts.class)
                .publish(new StoryTold(Fact.Header.of(world.jurisdiction(), "story", Id.next()), number));
    }

    private static String numbers(int last) {
        var numbers = new ArrayList<String>();
        for (var i = 1; i <= last; i++) {
            numbers.add(Integer.toString(i));
        }
        return String.join(",", numbers);
    }
}
