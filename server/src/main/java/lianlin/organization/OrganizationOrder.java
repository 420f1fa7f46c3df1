package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import org.jooq.Field;
import org.jooq.impl.DSL;

/// In which order a list of organizations is asked for, other than that of the tree. Each has an index of its own.
enum OrganizationOrder {
    NAME,
    NAME_DOWN,
    /// The uppermost first.
    LEVEL,
    LEVEL_DOWN;

    /// How far below the roots, in characters of the path.
    static final Field<Integer> DEPTH = DSL.field("length({0})", Integer.class, ORGANIZATION.PATH);

    boolean falls() {
        return switch (this) {
            case NAME, LEVEL -> false;
            case NAME_DOWN, LEVEL_DOWN -> true;
        };
    }

    Field<?>[] fields() {
        return switch (this) {
            case NAME, NAME_DOWN -> new Field<?>[] {ORGANIZATION.JURISDICTION, ORGANIZATION.SPELLING, ORGANIZATION.ID};
            case LEVEL, LEVEL_DOWN ->
                new Field<?>[] {ORGANIZATION.JURISDICTION, DEPTH, ORGANIZATION.PATH, ORGANIZATION.ID};
        };
    }
}
