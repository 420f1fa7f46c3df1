package lianlin.kernel.database;

import org.jooq.DSLContext;

/// Statements that stand whatever becomes of the transaction around them, such as counted tries; each commits by
/// itself. They have a few connections of their own: requests that hold one each never wait for one another's second.
public final class Apart {
    private final DSLContext db;

    Apart(DSLContext db) {
        this.db = db;
    }

    public DSLContext db() {
        return db;
    }
}
