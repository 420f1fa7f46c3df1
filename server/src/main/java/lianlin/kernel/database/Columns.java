package lianlin.kernel.database;

import java.util.List;
import java.util.function.Function;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The columns of many rows, each as one array parameter, the way `unnest` takes them: one statement writes
/// thousands of rows and its text stays the same.
public final class Columns<T> {
    private final List<? extends T> rows;

    private Columns(List<? extends T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<? extends T> rows) {
        return new Columns<>(rows);
    }

    /// As text; what is no text as it prints.
    public Param<?> texts(Function<? super T, ? extends @Nullable Object> part) {
        return filled(new @Nullable String[rows.size()], row -> {
            var value = part.apply(row);
            return value == null ? null : value.toString();
        });
    }

    public Param<?> ints(Function<? super T, Integer> part) {
        return filled(new @Nullable Integer[rows.size()], part);
    }

    public Param<?> flags(Function<? super T, Boolean> part) {
        return filled(new @Nullable Boolean[rows.size()], part);
    }

    public Param<?> ids(Function<? super T, @Nullable Id> part) {
        return filled(new @Nullable Long[rows.size()], row -> {
            var id = part.apply(row);
            return id == null ? null : id.value();
        });
    }

    public Param<?> areas(Function<? super T, @Nullable Area> part) {
        return filled(new @Nullable Long[rows.size()], row -> {
            var area = part.apply(row);
            return area == null ? null : area.code();
        });
    }

    public Param<?> bytes(Function<? super T, byte @Nullable []> part) {
        return filled(new byte[rows.size()] @Nullable [], part);
    }

    private <A extends @Nullable Object> Param<?> filled(A[] column, Function<? super T, ? extends A> part) {
        for (var i = 0; i < column.length; i++) {
            column[i] = part.apply(rows.get(i));
        }
        return DSL.val(column);
    }
}
