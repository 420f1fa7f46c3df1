package lianlin.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes one waiting sheet after the other with two hands, so that a long sheet of one district keeps nobody else
/// waiting. A sheet whose worker died is taken again when its lease has run out.
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);
    private static final int MOST_ATTEMPTS = 3;
    private static final int HANDS = 2;

    private final ImportStore store;
    private final ImportWork work;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final boolean enabled;
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);
    private volatile boolean running;

    ImportWorker(
            ImportStore store,
            ImportWork work,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${lianlin.openapi:false}") boolean describing) {
        this.store = store;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
        this.enabled = !describing;
    }

    /// There is something to do.
    void ring() {
        bell.release();
    }

    @Override
    public void start() {
        running = enabled;
        for (var hand = 1; enabled && hand <= HANDS; hand++) {
            threads.add(Thread.ofPlatform().daemon().name("imports-" + hand).start(this::follow));
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(5_000);
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

    private void follow() {
        while (running) {
            try {
                if (!step()) {
                    cleanNowAndThen();
                    bell.tryAcquire(1, TimeUnit.SECONDS);
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("imports wait", e);
                }
                bell.drainPermits();
                try {
                    Thread.sleep(1_000);
                } catch (InterruptedException again) {
                    return;
                }
            }
        }
    }

    private boolean step() {
        var claimed = Scoped.call(
                Scope.INSTALLATION,
                () -> transactions.execute(status -> store.claim().orElse(null)));
        if (claimed == null) {
            return false;
        }
        try {
            goUnlessItIsPoison(claimed);
        } catch (Problem e) {
            work.reject(claimed, e.code());
        } catch (DataIntegrityViolationException | org.jooq.exception.IntegrityConstraintViolationException e) {
            LOG.info("import {}: the data changed between check and writing", claimed.id());
            work.reject(claimed, "import.changed");
        } catch (RuntimeException e) {
            retryOrEnd(claimed, e);
        }
        return true;
    }

    /// A sheet at which the application itself died again and again would not let it live.
    private void goUnlessItIsPoison(ImportBatch claimed) {
        var attempts = Scoped.call(ImportWork.scope(claimed), () -> store.attempts(claimed));
        if (attempts > MOST_ATTEMPTS) {
            LOG.error("import {} was begun {} times and never ended", claimed.id(), attempts - 1);
            work.reject(claimed, "import.failed");
        } else {
            work.go(claimed);
        }
    }

    private void retryOrEnd(ImportBatch claimed, RuntimeException e) {
        Scoped.run(ImportWork.scope(claimed), () -> {
            if (!running) {
                Thread.interrupted();
                store.giveBack(claimed);
                return;
            }
            LOG.error("import {} failed", claimed.id(), e);
            if (store.attempts(claimed) >= MOST_ATTEMPTS) {
                work.reject(claimed, "import.failed");
            } else {
                store.release(claimed);
            }
        });
    }

    private void cleanNowAndThen() {
        var now = clock.instant();
        var before = cleaned.get();
        if (before.plus(BETWEEN_CLEANINGS).isBefore(now) && cleaned.compareAndSet(before, now)) {
            clean(now);
        }
    }

    /// Nothing of an upload is kept for longer than a day.
    void clean(Instant now) {
        Scoped.run(Scope.INSTALLATION, () -> store.leftOver(now.minus(KEPT)).forEach(work::forget));
    }
}
