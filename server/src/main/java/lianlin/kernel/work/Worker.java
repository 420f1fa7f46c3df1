package lianlin.kernel.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one piece of work after the other, rests when there is none, and tries again, later and later, when one
/// failed: a worker never gives up and holds up no other. It works in the range of the whole installation.
public final class Worker {
    /// One piece of work.
    @FunctionalInterface
    public interface Piece {
        /// False when there was nothing to do.
        boolean done() throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final String name;
    private final Duration rest;
    private final Duration patience;
    private final Piece piece;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private volatile int failures;
    private @Nullable Thread thread;

    /// Rests for `rest` when there was nothing to do, or until the bell rings. When the application ends, a piece
    /// that was begun may take `patience` before it is interrupted.
    public Worker(String name, Duration rest, Duration patience, Piece piece) {
        this.name = name;
        this.rest = rest;
        this.patience = patience;
        this.piece = piece;
    }

    public String name() {
        return name;
    }

    /// There is something to do.
    public void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /// How many pieces in a row have failed.
    int failures() {
        return failures;
    }

    /// Whether the work goes on; false when the application ends.
    public boolean running() {
        return running;
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(() -> Scoped.run(Scope.INSTALLATION, this::follow));
    }

    /// Lets the piece at hand be the last one.
    void end() {
        running = false;
        ring();
        var working = thread;
        if (working != null && patience.isZero()) {
            working.interrupt();
        }
    }

    /// Waits until the last piece is done, and no longer than [#end] promised.
    void join() throws InterruptedException {
        var working = thread;
        if (working != null && !working.join(patience)) {
            working.interrupt();
            working.join(LAST_WORDS);
        }
        thread = null;
    }

    private void follow() {
        var pause = FIRST_PAUSE;
        while (running) {
            try {
                if (!piece.done()) {
                    rest(rest);
                }
                pause = FIRST_PAUSE;
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!running) {
                    return;
                }
                failures++;
                LOG.warn("{} stopped for {} ms", name, pause.toMillis(), e);
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException again) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void rest(Duration time) throws InterruptedException {
        if (bell.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
