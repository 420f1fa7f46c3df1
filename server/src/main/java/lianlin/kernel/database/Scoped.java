package lianlin.kernel.database;

import java.util.function.Supplier;
import lianlin.kernel.Scope;
import org.jspecify.annotations.Nullable;

/// The range of jurisdictions for which the current thread may touch rows: of the post in a request, of the whole
/// installation in a listener. The connection carries it into row-level security. Inside a transaction that has begun
/// already its connection carries the other range as long as the work lasts, and then the one from before.
public final class Scoped {
    /// The range of 6-digit codes; [#NONE] shows no row.
    record Range(int lo, int hi) {
        static final Range NONE = new Range(1, 0);
    }

    private static final ScopedValue<Range> RANGE = ScopedValue.newInstance();

    private Scoped() {}

    /// Runs the work with the range of the scope.
    public static void run(Scope scope, Runnable work) {
        call(scope, () -> {
            work.run();
            return null;
        });
    }

    /// Runs the work with the range of the scope and hands back what it gives.
    public static <T extends @Nullable Object> T call(Scope scope, Supplier<T> work) {
        var before = current();
        var wanted = new Range(scope.lo(), scope.hi());
        return ScopedValue.where(RANGE, wanted).call(() -> ScopedDataSource.carrying(wanted, before, work));
    }

    static Range current() {
        return RANGE.orElse(Range.NONE);
    }
}
