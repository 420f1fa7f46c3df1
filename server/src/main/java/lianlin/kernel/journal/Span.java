package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.JOURNAL;

import lianlin.kernel.Id;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// A stretch of the journal in reading order: the rows after `from`, up to and including `to`.
record Span(Position from, Position to) {
    /// A place in the reading order: by transaction, then by id.
    record Position(long xid, long id) {
        static final Position START = new Position(0, 0);
    }

    /// Within one transaction a stretch of ids is a stretch of the index. Across several, the transactions alone
    /// would do to find the rows; they are named because the planner expects little between two bounds and much
    /// behind a pair, and would else walk an index that begins with the district.
    Condition covers() {
        if (from.xid() == to.xid()) {
            return JOURNAL.XID
                    .eq(from.xid())
                    .and(JOURNAL.ID.gt(new Id(from.id())))
                    .and(JOURNAL.ID.le(new Id(to.id())));
        }
        return JOURNAL.XID.between(from.xid(), to.xid()).and(compare(">", from)).and(compare("<=", to));
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
