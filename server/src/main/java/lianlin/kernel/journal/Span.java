package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.JOURNAL;

import org.jooq.Condition;
import org.jooq.impl.DSL;

/// A stretch of the journal in reading order: the rows after `from`, up to and including `to`.
record Span(Position from, Position to) {
    /// A place in the reading order: by transaction, then by id.
    record Position(long xid, long id) {
        static final Position START = new Position(0, 0);
    }

    Condition covers() {
        return compare(">", from).and(compare("<=", to));
    }

    private static Condition compare(String operator, Position position) {
        return DSL.condition(
                "({0}, {1}) " + operator + " ({2}, {3})",
                JOURNAL.XID,
                JOURNAL.ID,
                DSL.val(position.xid()),
                DSL.val(position.id()));
    }
}
