package lianlin.kernel.database;

import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/// Rows that keep a copy of their organization's path.
public final class Subtree {
    private Subtree() {}

    /// Replaces the beginning `before` of the path by `after`, in the rows of a district at or below it; the number
    /// of rows.
    public static int move(
            DSLContext db,
            TableField<?, Integer> jurisdictions,
            TableField<?, String> path,
            int jurisdiction,
            String before,
            String after) {
        var table = path.getTable();
        if (table == null) {
            throw new IllegalArgumentException(path + " belongs to no table");
        }
        return db.update(table)
                .set(path, DSL.concat(DSL.val(after), DSL.substring(path, before.length() + 1)))
                .where(jurisdictions.eq(jurisdiction), path.between(before, before + '~'))
                .execute();
    }
}
