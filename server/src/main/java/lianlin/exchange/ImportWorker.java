package lianlin.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.work.Staffed;
import lianlin.kernel.work.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes one waiting sheet after the other with two hands, so that a long sheet of one district keeps nobody else
/// waiting. A sheet whose worker died is taken again when its lease has run out.
@Component
class ImportWorker implements Staffed {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int HANDS = 2;

    private final ImportStore store;
    private final ImportWork work;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final List<Worker> hands;
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

    ImportWorker(ImportStore store, ImportWork work, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
        this.hands = IntStream.rangeClosed(1, HANDS)
                .mapToObj(hand -> new Worker("imports-" + hand, REST, Duration.ZERO, this::take))
                .toList();
    }

    @Override
    public List<Worker> workers() {
        return hands;
    }

    /// There is something to do.
    void ring() {
        hands.forEach(Worker::ring);
    }

    private boolean take() {
        if (step()) {
            return true;
        }
        cleanNowAndThen();
        return false;
    }

    private boolean step() {
        var claimed = transactions.execute(status -> store.claim().orElse(null));
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
            if (!hands.getFirst().running()) {
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
