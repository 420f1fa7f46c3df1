package lianlin.kernel.journal;

import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One kind of things that stand at places. `kind` is the word under which they are announced before they move, null
/// for what is only a part of another thing; `open` are those that still matter, and with `openOnly` those alone go
/// along.
public record Standing(
        @Nullable String kind,
        TableField<?, Integer> jurisdiction,
        TableField<?, Area> area,
        @Nullable TableField<?, Integer> version,
        Condition open,
        boolean openOnly,
        @Nullable Told told) {

    /// What the journal, and with it the counters, say of each: its subject, state, and place in the organization tree.
    public record Told(
            Field<Id> id, Field<String> subject, Field<String> state, Field<String> path, Field<Id> organization) {}

    /// A part of a thing that is told elsewhere.
    public static Standing part(TableField<?, Integer> jurisdiction, TableField<?, Area> area) {
        return new Standing(null, jurisdiction, area, null, DSL.noCondition(), false, null);
    }

    /// No state: the counters do not know such things.
    public static Field<String> nothing() {
        return DSL.inline((String) null);
    }
}
