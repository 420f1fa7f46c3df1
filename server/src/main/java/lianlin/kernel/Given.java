package lianlin.kernel;

import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Leaves a condition out when the caller gave no value.
public final class Given {
    private Given() {}

    public static <T> Condition given(@Nullable T value, Function<T, Condition> condition) {
        return value == null || value instanceof String text && text.isBlank()
                ? DSL.noCondition()
                : condition.apply(value);
    }
}
