package lianlin.kernel.database;

import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Batch;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.InsertSetStep;
import org.jooq.Record;
import org.jooq.Table;

/// Many new rows of a table, with one statement that is read and planned once.
public final class Rows {
    private Rows() {}

    /// The things in their order, ready to be written by whoever has the connection; `row` sets the same columns for
    /// each.
    public static <R extends Record, T> Batch ready(
            DSLContext db, Table<R> table, List<T> things, BiFunction<InsertSetStep<R>, T, InsertSetMoreStep<R>> row) {
        if (things.isEmpty()) {
            return db.batch(List.of());
        }
        var batch = db.batch(row.apply(db.insertInto(table), things.getFirst()));
        for (var thing : things) {
            batch = batch.bind(
                    row.apply(db.insertInto(table), thing).getBindValues().toArray());
        }
        return batch;
    }
}
