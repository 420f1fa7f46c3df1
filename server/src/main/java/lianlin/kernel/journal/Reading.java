package lianlin.kernel.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets every reader of the journal go on, each in a thread of its own, when there is something new. A reader that
/// fails is tried again, later and later, and does not hold up the others.
@Component
public class Reading implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final int SHORTEST_PAUSE = 200;
    private static final int LONGEST_PAUSE = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Positions positions;
    private final TransactionTemplate transactions;
    private final List<Reader> readers;
    private final Map<Reader, Semaphore> bells;
    private final boolean enabled;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch end = new CountDownLatch(0);
    private volatile boolean running;

    Reading(
            Positions positions,
            TransactionTemplate transactions,
            Journal journal,
            List<Reader> readers,
            List<Listener> listeners,
            @Value("${lianlin.openapi:false}") boolean describing) {
        this.positions = positions;
        this.transactions = transactions;
        this.readers = new ArrayList<>(readers);
        listeners.forEach(listener -> this.readers.add(new Hearing(listener, journal)));
        this.bells = this.readers.stream().collect(Collectors.toMap(reader -> reader, reader -> new Semaphore(0)));
        this.enabled = !describing;
    }

    @Override
    public void start() {
        running = enabled;
        end = new CountDownLatch(1);
        if (!enabled) {
            return;
        }
        bells.forEach((reader, bell) -> begin("journal-" + reader.name(), () -> follow(reader, bell)));
        begin("journal", this::watch);
    }

    private void begin(String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(() -> Scoped.run(Scope.INSTALLATION, work)));
    }

    /// Whoever reads a batch finishes it: an interrupt would cut the connection in the middle of a commit.
    @Override
    public void stop() {
        running = false;
        end.countDown();
        bells.values().forEach(Semaphore::release);
        for (var thread : threads) {
            try {
                if (!thread.join(PATIENCE)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Reads everything that has been committed so far; for tests, imports and the demo county.
    public void catchUp() {
        Scoped.run(Scope.INSTALLATION, () -> {
            for (var reader : readers) {
                positions.register(reader.name());
                while (step(reader, true)) {
                    // one batch after the other
                }
            }
        });
    }

    /// One look for all readers, five times a second, rings for those who are behind.
    private void watch() {
        var looked = true;
        while (running) {
            try {
                var behind = positions.behind();
                bells.forEach((reader, bell) -> {
                    if (behind.contains(reader.name()) && bell.availablePermits() == 0) {
                        bell.release();
                    }
                });
                looked = true;
            } catch (RuntimeException e) {
                if (running && looked) {
                    LOG.warn("nobody sees what is new in the journal", e);
                }
                looked = false;
            }
            rest(SHORTEST_PAUSE);
        }
    }

    private void follow(Reader reader, Semaphore bell) {
        var pause = SHORTEST_PAUSE;
        var registered = false;
        while (running) {
            try {
                if (!registered) {
                    positions.register(reader.name());
                    registered = true;
                }
                if (!step(reader, false)) {
                    bell.acquire();
                }
                pause = SHORTEST_PAUSE;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("journal reader {} stopped for {} ms", reader.name(), pause, e);
                }
                pause = Math.min(LONGEST_PAUSE, pause * 2);
                rest(pause);
            }
        }
    }

    private void rest(int millis) {
        try {
            end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads one batch; false when there was nothing to read or another node is at it.
    private boolean step(Reader reader, boolean waiting) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var from = positions.take(reader.name(), waiting);
            if (from.isEmpty()) {
                return false;
            }
            var to = positions.next(from.get(), reader.most());
            if (to.isEmpty()) {
                return false;
            }
            reader.read(new Span(from.get(), to.get()));
            positions.store(reader.name(), to.get());
            return true;
        }));
    }

    /// A listener as a reader: it hears only the kinds that it asked for.
    private record Hearing(Listener listener, Journal journal) implements Reader {
        @Override
        public String name() {
            return listener.name();
        }

        @Override
        public int most() {
            return 2_000;
        }

        @Override
        public void read(Span span) {
            var heard = journal.within(span, listener.kinds());
            if (!heard.isEmpty()) {
                listener.hear(heard);
            }
        }
    }
}
