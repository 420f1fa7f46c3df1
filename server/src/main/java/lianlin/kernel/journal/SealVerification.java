package lianlin.kernel.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes the seals of the journal anew and says what does not fit, and where (IDN-15, S11).
@Component
public class SealVerification {
    /// What does not fit: in which seal, which row, in which way.
    public record Finding(long seal, @Nullable Id row, Kind kind) {}

    public enum Kind {
        /// The row is not what it was.
        ROW_CHANGED,
        /// The row was there and is not.
        ROW_DELETED,
        /// The row was not there.
        ROW_INSERTED,
        /// The seal does not fit its rows, its place or the seal before it.
        SEAL_CHANGED,
        SEAL_MISSING,
        /// This seal and all after it were there and are not.
        TAIL_CUT,
        /// The signed checkpoint outside the database says something else.
        CHECKPOINT_DIFFERS,
        /// A line of the file of checkpoints is not ours, or was changed.
        CHECKPOINT_BROKEN
    }

    /// `rows` and `seals` that were looked at; all is well when there is no finding.
    public record Verdict(long rows, long seals, List<Finding> findings) {
        public boolean ok() {
            return findings.isEmpty();
        }
    }

    private static final int AT_A_TIME = 500;
    private static final int MOST_FINDINGS = 1_000;

    private final SealStore seals;
    private final SealedRows rows;
    private final Positions positions;
    private final Checkpoints checkpoints;
    private final TransactionOperations transactions;

    @Autowired
    SealVerification(
            SealStore seals,
            SealedRows rows,
            Positions positions,
            Checkpoints checkpoints,
            PlatformTransactionManager manager) {
        this(seals, rows, positions, checkpoints, apart(manager));
    }

    SealVerification(
            SealStore seals,
            SealedRows rows,
            Positions positions,
            Checkpoints checkpoints,
            TransactionOperations transactions) {
        this.seals = seals;
        this.rows = rows;
        this.positions = positions;
        this.checkpoints = checkpoints;
        this.transactions = transactions;
    }

    /// For another database than the application's, a copy of it for example. The connection is inside a transaction
    /// and
    /// sees all districts.
    ///
    /// @param data the data folder of that database, where its checkpoints lie
    public static SealVerification of(DSLContext db, Path data, Path keys, Clock clock) {
        var seals = new SealStore(db);
        return new SealVerification(
                seals,
                new SealedRows(db),
                new Positions(db),
                new Checkpoints(seals, clock, data, keys, false),
                TransactionOperations.withoutTransaction());
    }

    /// A transaction of its own: one that a request has begun sees the rows of its district only.
    private static TransactionOperations apart(PlatformTransactionManager manager) {
        var own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    /// The whole journal, and the file of checkpoints.
    public Verdict all() {
        return range(1, Long.MAX_VALUE);
    }

    /// The seals from a number to another, both included, and what the checkpoints say of them.
    public Verdict range(long first, long last) {
        return Objects.requireNonNull(
                Scoped.call(Scope.INSTALLATION, () -> transactions.execute(status -> verify(first, last))));
    }

    private Verdict verify(long first, long last) {
        // Asked before the seals are read: those that are made in the meantime may only add to it.
        var sealed = positions.find(Sealer.NAME);
        var walk = new Walk(first > 1 ? seals.find(first - 1).orElse(null) : null, first);
        for (var more = seals.after(first - 1, AT_A_TIME); !more.isEmpty(); ) {
            var wanted = more.stream().filter(seal -> seal.number() <= last).toList();
            walk.go(wanted);
            more = wanted.size() < more.size()
                    ? List.of()
                    : seals.after(more.getLast().number(), AT_A_TIME);
        }
        if (last == Long.MAX_VALUE) {
            walk.end(sealed);
        }
        compare(walk, first, last);
        return new Verdict(walk.rows, walk.seals, List.copyOf(walk.findings));
    }

    private void compare(Walk walk, long first, long last) {
        for (var checkpoint : checkpoints.read()) {
            if (!checkpoint.sound()) {
                walk.find(checkpoint.number(), null, Kind.CHECKPOINT_BROKEN);
            } else if (checkpoint.number() >= first && checkpoint.number() <= last) {
                var seal = seals.find(checkpoint.number());
                if (seal.isEmpty()) {
                    walk.cut(checkpoint.number());
                } else if (!HexFormat.of().formatHex(seal.get().chained()).equals(checkpoint.chained())) {
                    walk.find(checkpoint.number(), null, Kind.CHECKPOINT_DIFFERS);
                }
            }
        }
    }

    /// One pass over seals and rows side by side.
    private final class Walk {
        private final List<Finding> findings = new ArrayList<>();
        private @Nullable Seal before;
        private long expected;
        private long rows;
        private long seals;

        Walk(@Nullable Seal before, long first) {
            this.before = before;
            this.expected = first;
        }

        void go(List<Seal> part) {
            if (part.isEmpty()) {
                return;
            }
            var waiting = new ArrayDeque<>(part);
            var held = new ArrayList<SealedRows.Row>();
            var from = before == null ? part.getFirst().from() : before.to();
            SealVerification.this.rows.each(from, part.getLast().to(), row -> {
                while (after(row.position(), waiting.element().to())) {
                    judge(waiting.remove(), held);
                    held.clear();
                }
                held.add(row);
            });
            while (!waiting.isEmpty()) {
                judge(waiting.remove(), held);
                held.clear();
            }
        }

        void end(Span.Position sealed) {
            var last = before == null ? Span.Position.START : before.to();
            if (after(sealed, last)) {
                find(expected, null, Kind.TAIL_CUT);
            }
        }

        /// A seal that was written down is not there. One in the middle was missed on the way.
        void cut(long number) {
            var from = new Finding(expected, null, Kind.TAIL_CUT);
            if (number >= expected && !findings.contains(from)) {
                findings.add(from);
            }
        }

        private void judge(Seal seal, List<SealedRows.Row> found) {
            seals++;
            rows += found.size();
            for (; expected < seal.number(); expected++) {
                find(expected, null, Kind.SEAL_MISSING);
            }
            var whole = before != null && before.number() == seal.number() - 1 || seal.number() == 1;
            var tree = Seal.tree(found);
            var prints = Seal.prints(found, tree);
            var fits = seal.rows() == found.size() && Arrays.equals(tree.root(), seal.root());
            if (!fits) {
                locate(seal, found, prints);
            }
            var place = before == null || before.to().equals(seal.from());
            if (whole && (!seal.follows(before) || !place) || fits && !Arrays.equals(prints, seal.prints())) {
                find(seal.number(), null, Kind.SEAL_CHANGED);
            }
            before = seal;
            expected = seal.number() + 1;
        }

        private void locate(Seal seal, List<SealedRows.Row> found, byte[] prints) {
            var then = new HashMap<Id, Seal.Print>();
            seal.remembered().forEach(print -> then.put(print.id(), print));
            var now = new HashSet<Id>();
            var before = findings.size();
            for (var print : new Seal(
                            seal.number(),
                            seal.sealed(),
                            found.size(),
                            seal.from(),
                            seal.to(),
                            seal.root(),
                            seal.chained(),
                            prints)
                    .remembered()) {
                now.add(print.id());
                var known = then.get(print.id());
                if (known == null) {
                    find(seal.number(), print.id(), Kind.ROW_INSERTED);
                } else if (!known.equals(print)) {
                    find(seal.number(), print.id(), Kind.ROW_CHANGED);
                }
            }
            then.keySet().stream()
                    .filter(id -> !now.contains(id))
                    .sorted()
                    .forEach(id -> find(seal.number(), id, Kind.ROW_DELETED));
            if (findings.size() == before) {
                find(seal.number(), null, Kind.SEAL_CHANGED);
            }
        }

        void find(long seal, @Nullable Id row, Kind kind) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(new Finding(seal, row, kind));
            }
        }

        private static boolean after(Span.Position one, Span.Position other) {
            return one.xid() > other.xid() || one.xid() == other.xid() && one.id() > other.id();
        }
    }
}
