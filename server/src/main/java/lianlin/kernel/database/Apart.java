package lianlin.kernel.database;

import org.jooq.DSLContext;

/// Statements that stand whatever becomes of the transaction around them, such as counted tries; each commits by
/// itself. They have a few connections of their own: requests that hold one each never wait for one another's second.
public final class Apart implements AutoCloseable {
    private final DSLContext db;
    private final Runnable end;

    /// `end` gives the connections back at the end of the application.
    Apart(DSLContext db, Runnable end) {
        this.db = db;
        this.end = end;
    }

    public DSLContext db() {
        return db;
    }

    @Override
    public void close() {
        end.run();
    }
}
