package lianlin.kernel.database;

import java.util.List;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.InsertSetStep;
import org.jooq.Record;
import org.jooq.Table;

/// Many new rows of a table, with one statement for each two hundred.
public final class Rows {
    private static final int TOGETHER = 200;

    private Rows() {}

    /// Inserts the things in their order; `row` sets the same columns for each.
    public static <R extends Record, T> void insert(
            DSLContext db, Table<R> table, List<T> things, BiFunction<InsertSetStep<R>, T, InsertSetMoreStep<R>> row) {
        for (var from = 0; from < things.size(); from += TOGETHER) {
            var some = things.subList(from, Math.min(things.size(), from + TOGETHER));
            var insert = row.apply(db.insertInto(table), some.getFirst());
            for (var thing : some.subList(1, some.size())) {
                insert = row.apply(insert.newRecord(), thing);
            }
            insert.execute();
        }
    }
}
