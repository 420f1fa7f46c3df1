package lianlin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does a piece of work very often and says what one of it costs.
final class Load {
    /// One piece of work; `number` tells them apart.
    interface Work {
        void go(int number) throws Exception;
    }

    /// What waits until all that the work set off has been done as well.
    interface Rest {
        void await() throws Exception;
    }

    /// Milliseconds for one piece: of the processors, by both programs and by the database alone; of the clock; pieces
    /// in a second.
    record Figure(double cpu, double database, double p50, double p99, double rate, int pieces) {}

    private static final int ROUNDS = 4;

    private final Supplier<Spent> meter;

    /// `meter` tells what has been spent so far.
    Load(Supplier<Spent> meter) {
        this.meter = meter;
    }

    /// Counts nothing but what is done on these connections: the application has its own work in the database.
    static Load on(List<Connection> connections) throws SQLException {
        var processes = new ArrayList<Long>();
        for (var connection : connections) {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("SELECT pg_backend_pid()")) {
                found.next();
                processes.add(found.getLong(1));
            }
        }
        return new Load(() -> Spent.of(processes));
    }

    /// One after the other: the least disturbed of some rounds, since compilers and neighbours want processors too.
    Figure alone(int warm, int many, Work work) throws Exception {
        var best = together(warm, many, List.of(work), null);
        for (var round = 1; round < ROUNDS; round++) {
            var next = together(0, many, List.of(work), null);
            best = next.cpu() < best.cpu() ? next : best;
        }
        return best;
    }

    /// `warm` pieces that do not count, then `many`, shared by as many threads as there are workers.
    Figure together(int warm, int many, List<Work> workers, @Nullable Rest rest) throws Exception {
        run(workers, warm, 0);
        if (rest != null) {
            rest.await();
        }
        var before = meter.get();
        var begin = System.nanoTime();
        var times = run(workers, many, warm);
        var seconds = (System.nanoTime() - begin) / 1e9;
        if (rest != null) {
            rest.await();
        }
        var spent = meter.get().since(before);
        var pieces = times.length;
        return new Figure(
                (double) spent.all() / pieces,
                (double) spent.database() / pieces,
                percentile(times, 50),
                percentile(times, 99),
                pieces / seconds,
                pieces);
    }

    private static long[] run(List<Work> workers, int many, int from) throws Exception {
        var each = (many + workers.size() - 1) / workers.size();
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            var running = new ArrayList<Future<long[]>>();
            for (var worker = 0; worker < workers.size(); worker++) {
                var first = from + worker * each;
                var work = workers.get(worker);
                running.add(threads.submit(() -> times(work, first, each)));
            }
            var all = new long[each * workers.size()];
            for (var i = 0; i < running.size(); i++) {
                System.arraycopy(running.get(i).get(), 0, all, i * each, each);
            }
            Arrays.sort(all);
            return all;
        }
    }

    private static long[] times(Work work, int first, int many) throws Exception {
        var times = new long[many];
        for (var i = 0; i < many; i++) {
            var begin = System.nanoTime();
            work.go(first + i);
            times[i] = System.nanoTime() - begin;
        }
        return times;
    }

    /// In milliseconds; the times rise.
    static double percentile(long[] times, int percent) {
        return times.length == 0 ? 0 : times[Math.min(times.length - 1, times.length * percent / 100)] / 1e6;
    }
}
