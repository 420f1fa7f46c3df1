package lianlin.kernel.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.work.Staffed;
import lianlin.kernel.work.Worker;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets every reader of the journal go on, each in a thread of its own, when there is something new. A reader that
/// fails is tried again, later and later, and does not hold up the others.
@Component
public class Reading implements Staffed {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration UNTIL_THE_BELL = Duration.ofDays(1);

    /// Whoever reads a batch finishes it: an interrupt would cut the connection in the middle of a commit.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Positions positions;
    private final TransactionTemplate transactions;
    private final List<Reader> readers;
    private final Map<String, Worker> following = new HashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Worker watch = new Worker("journal", BETWEEN_LOOKS, PATIENCE, this::look);

    Reading(
            Positions positions,
            TransactionTemplate transactions,
            Journal journal,
            List<Reader> readers,
            List<Listener> listeners) {
        this.positions = positions;
        this.transactions = transactions;
        this.readers = Stream.concat(
                        readers.stream(), listeners.stream().map(listener -> new Hearing(listener, journal)))
                .toList();
        this.readers.forEach(reader -> following.put(
                reader.name(),
                new Worker("journal-" + reader.name(), UNTIL_THE_BELL, PATIENCE, () -> step(reader, false))));
    }

    @Override
    public List<Worker> workers() {
        return Stream.concat(following.values().stream(), Stream.of(watch)).toList();
    }

    /// Reads everything that has been committed so far, one reader after the other; for tests and imports.
    public void catchUp() {
        readers.forEach(this::catchUp);
    }

    /// The same by as many hands at once, for the demo county: while one counts, the other listens.
    public void catchUp(int hands) {
        try (var executor = Executors.newFixedThreadPool(hands)) {
            CompletableFuture.allOf(readers.stream()
                            .map(reader -> CompletableFuture.runAsync(() -> catchUp(reader), executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private void catchUp(Reader reader) {
        Scoped.run(Scope.INSTALLATION, () -> {
            while (step(reader, true)) {
                // one batch after the other
            }
        });
    }

    /// One look for all readers, five times a second, rings for those who are behind.
    private boolean look() {
        positions.behind().forEach(reader -> {
            var worker = following.get(reader);
            if (worker != null) {
                worker.ring();
            }
        });
        return false;
    }

    /// Reads one batch; false when there was nothing to read or another node is at it.
    private boolean step(Reader reader, boolean waiting) {
        if (!known.contains(reader.name())) {
            positions.register(reader.name());
            known.add(reader.name());
        }
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
            return 5_000;
        }

        @Override
        public void read(Span span) {
            var heard = journal.within(span, listener.kinds(), listener.news());
            if (!heard.isEmpty()) {
                listener.hear(heard);
            }
        }
    }
}
