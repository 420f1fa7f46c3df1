package lianlin.kernel.text;

import lianlin.kernel.Id;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

/// Finds the rows of a table that was made `kernel.searchable` by any part of their text. The ids are looked up
/// first and by themselves: row-level security hides the index from an ordinary query, and with an order and a
/// limit beside it the planner would rather walk the whole list.
@Repository
public class Finder {
    /// So many ids are handed on; of a text that is found more often the next rows of a list are close by.
    private static final int MOST = 2_000;

    private final DSLContext db;
    private final int most;

    @Autowired
    Finder(DSLContext db) {
        this(db, MOST);
    }

    Finder(DSLContext db, int most) {
        this.db = db;
        this.most = most;
    }

    /// The rows whose text contains what was typed; a search for nothing but punctuation finds nothing. `id` and
    /// `grams` are columns of the same table.
    public Condition called(TableField<?, Id> id, Field<String> grams, String typed) {
        var query = Grams.query(typed);
        if (query.isEmpty()) {
            return DSL.falseCondition();
        }
        var found = db.select(DSL.function(function(id.getTable()), Long[].class, DSL.val(query.get()), DSL.val(most)))
                .fetchSingle()
                .value1();
        if (found == null) {
            return DSL.condition("{0} @@ {1}::tsquery", grams, DSL.val(query.get()));
        }
        return found.length == 0
                ? DSL.falseCondition()
                : id.in(DSL.select(DSL.field("unnest({0})", id.getDataType(), DSL.val(found))));
    }

    private static Name function(@Nullable Table<?> searched) {
        var schema = searched == null ? null : searched.getSchema();
        if (searched == null || schema == null) {
            throw new IllegalArgumentException("Not a table of a schema: " + searched);
        }
        return DSL.name(schema.getName(), searched.getName() + "_found");
    }
}
