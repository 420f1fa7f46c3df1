package lianlin.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hands out connections that carry the range of [Scoped] into row-level security. The range stays on the
/// connection, so that most requests, which come from one district, pay no round trip for it; it is compared
/// every time a connection is taken. Ranges of more than one district, mostly of work beside the requests, have
/// connections of their own: the server keeps the plans of a connection, and one made for all districts reads the
/// whole of a table for one of them.
final class ScopedDataSource extends DelegatingDataSource implements AutoCloseable {
    private final HikariDataSource near;
    private final HikariDataSource wide;
    private final Map<PGConnection, Scoped.Range> carried = Collections.synchronizedMap(new WeakHashMap<>());

    /// Takes connections for one district from `near`, for more than one from `wide`.
    ScopedDataSource(HikariDataSource near, HikariDataSource wide) {
        super(near);
        this.near = near;
        this.wide = wide;
    }

    /// At the end of the application the database is told that nobody is left.
    @Override
    public void close() {
        near.close();
        wide.close();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var range = Scoped.current();
        var connection = (range.lo() < range.hi() ? wide : near).getConnection();
        try {
            carry(connection, range);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        throw new UnsupportedOperationException("The pool knows one login");
    }

    List<HikariDataSource> pools() {
        return List.of(near, wide);
    }

    /// Does the work while the connection of the running transaction, if there is one, carries another range than
    /// before. A transaction that has failed meanwhile takes its ranges back by itself when it is rolled back.
    static <T extends @Nullable Object> T carrying(Scoped.Range wanted, Scoped.Range before, Supplier<T> work) {
        var bound = wanted.equals(before) ? null : bound();
        if (bound == null) {
            return work.get();
        }
        bound.carry(wanted);
        T given;
        try {
            given = work.get();
        } catch (RuntimeException | Error e) {
            try {
                bound.carry(before);
            } catch (IllegalStateException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
        bound.carry(before);
        return given;
    }

    /// The connection of a transaction and the pool that it came from.
    private record Bound(ScopedDataSource source, Connection connection) {
        void carry(Scoped.Range range) {
            try {
                source.carry(connection, range);
            } catch (SQLException e) {
                throw new IllegalStateException("The connection does not carry the range", e);
            }
        }
    }

    private static @Nullable Bound bound() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return null;
        }
        for (var resource : TransactionSynchronizationManager.getResourceMap().entrySet()) {
            if (resource.getKey() instanceof ScopedDataSource source
                    && resource.getValue() instanceof ConnectionHolder holder) {
                return new Bound(source, holder.getConnection());
            }
        }
        return null;
    }

    private void carry(Connection connection, Scoped.Range range) throws SQLException {
        var session = connection.unwrap(PGConnection.class);
        if (range.equals(carried.get(session))) {
            return;
        }
        carried.remove(session);
        try (var statement = connection.prepareStatement(
                "SELECT set_config('lianlin.lo', ?, false), set_config('lianlin.hi', ?, false)")) {
            statement.setString(1, Integer.toString(range.lo()));
            statement.setString(2, Integer.toString(range.hi()));
            statement.execute();
        }
        carried.put(session, range);
    }
}
