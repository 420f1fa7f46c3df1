package lianlin.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list: its items, the position to ask the next page with (absent on the last), and the exact
/// number of all items where it is known.
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {
    /// A list that is complete.
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, (long) items.size());
    }

    public Page<T> of(long all) {
        return new Page<>(items, next, all);
    }

    public <U> Page<U> map(Function<? super T, ? extends U> change) {
        return new Page<>(items.stream().<U>map(change).toList(), next, total);
    }
}
