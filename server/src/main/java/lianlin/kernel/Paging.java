package lianlin.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Where a page begins (`after`, the `next` of the page before) and how long it is (`limit`, 1 to 200, 20 if
/// not said).
public record Paging(@Nullable String after, int limit) {
    public static final int USUAL = 20;
    public static final int MOST = 200;

    /// Rows in the order of `order`, the last of which is the id; all of them are selected by the query.
    public <R extends Record, T> Page<T> fetch(
            SelectConditionStep<R> query, RecordMapper<? super R, T> mapping, Field<?>... order) {
        return fetch(query, mapping, false, order);
    }

    /// The same, newest or largest first.
    public <R extends Record, T> Page<T> fetchDescending(
            SelectConditionStep<R> query, RecordMapper<? super R, T> mapping, Field<?>... order) {
        return fetch(query, mapping, true, order);
    }

    /// The same in an order that the caller chose: `descending` turns all of it round.
    public <R extends Record, T> Page<T> fetch(
            SelectConditionStep<R> query, RecordMapper<? super R, T> mapping, boolean descending, Field<?>... order) {
        if (after != null) {
            var position = position(order);
            query = query.and(
                    descending
                            ? DSL.row(order).lt(DSL.row(position))
                            : DSL.row(order).gt(DSL.row(position)));
        }
        var sorted = Stream.of(order)
                .<SortField<?>>map(field -> descending ? field.desc() : field.asc())
                .toList();
        // the number stands in the text: the one plan for every number expects a tenth of all rows, and brings parallel
        // workers along for it
        var rows = query.orderBy(sorted).limit(DSL.inline(limit + 1)).fetch();
        var more = rows.size() > limit;
        var items = new ArrayList<T>();
        for (var row : more ? rows.subList(0, limit) : rows) {
            items.add(mapping.map(row));
        }
        return new Page<>(List.copyOf(items), more ? mark(rows.get(limit - 1), order) : null, null);
    }

    private List<Field<?>> position(Field<?>[] order) {
        var parts = Cursor.decode(after == null ? "" : after);
        if (parts.size() != order.length) {
            throw Problem.invalid("after", "paging.after");
        }
        var values = new ArrayList<Field<?>>();
        for (var i = 0; i < order.length; i++) {
            values.add(Cursor.value(parts.get(i), order[i]));
        }
        return values;
    }

    private static String mark(Record row, Field<?>[] order) {
        var values = new ArrayList<@Nullable Object>();
        for (var field : order) {
            values.add(row.get(field));
        }
        return Cursor.encode(values);
    }
}
