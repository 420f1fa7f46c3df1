package lianlin.testing;

import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// How the database would read a list in an order, were the table as large as in a district.
public final class Plans {
    private Plans() {}

    /// The plan of a page of one district in this order. A plan that sorts all rows or reads all of them is out of the
    /// question here as it is with a million rows.
    public static String of(
            World world, Table<?> table, Field<Integer> jurisdiction, boolean descending, Field<?>... order) {
        var sorted = Stream.of(order)
                .<SortField<?>>map(field -> descending ? field.desc() : field.asc())
                .toList();
        return world.transaction(() -> {
            var db = world.db();
            for (var way : new String[] {"seqscan", "sort", "bitmapscan", "incremental_sort"}) {
                db.execute("SET LOCAL enable_" + way + " = off");
            }
            return db.explain(db.select(order)
                            .from(table)
                            .where(jurisdiction.eq(DSL.inline(world.jurisdiction())))
                            .orderBy(sorted)
                            .limit(21))
                    .plan();
        });
    }
}
