package lianlin.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Calls that are sent at the same moment.
public final class AtOnce {
    /// The call with this number.
    public interface Numbered {
        Answer send(int number);
    }

    private AtOnce() {}

    /// What was answered to each, in the order of the numbers.
    public static List<Integer> statuses(int many, Numbered call) throws InterruptedException {
        var start = new CyclicBarrier(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var calls = IntStream.range(0, many)
                    .mapToObj(number -> (Callable<Integer>) () -> {
                        start.await();
                        return call.send(number).status();
                    })
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
