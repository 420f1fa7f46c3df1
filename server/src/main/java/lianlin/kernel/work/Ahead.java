package lianlin.kernel.work;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Two hands for a long list: while the caller writes one piece, the next is made ready in a thread of its own.
public final class Ahead {
    private Ahead() {}

    /// Makes the pieces ready one after the other and gives each to `use` in the caller's thread, in their order. What
    /// making ready or using throws ends it.
    public static <P, R> void each(List<P> pieces, Function<P, R> ready, Consumer<R> use) {
        try (var hand = Executors.newSingleThreadExecutor()) {
            var made = new ArrayDeque<Future<R>>();
            for (var piece : pieces) {
                made.add(hand.submit(() -> ready.apply(piece)));
                if (made.size() > 1) {
                    use.accept(made.remove().get());
                }
            }
            while (!made.isEmpty()) {
                use.accept(made.remove().get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the next piece was made ready", interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }
}
