package lianlin.people;

import static lianlin.people.sql.Tables.MEMBER;

import org.jooq.Field;

/// In which order a list of members is asked for, other than branch by branch. Each has an index of its own.
enum MemberOrder {
    NAME,
    NAME_DOWN,
    JOINED,
    JOINED_DOWN;

    boolean falls() {
        return switch (this) {
            case NAME, JOINED -> false;
            case NAME_DOWN, JOINED_DOWN -> true;
        };
    }

    Field<?>[] fields() {
        return switch (this) {
            case NAME, NAME_DOWN -> new Field<?>[] {MEMBER.SORT, MEMBER.ID};
            case JOINED, JOINED_DOWN -> new Field<?>[] {MEMBER.JOINED_ON, MEMBER.ID};
        };
    }
}
