package lianlin.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Hands out connections that carry the range of [Scoped] into row-level security. The range stays on the
/// connection, so that most requests, which come from one district, pay no round trip for it; it is compared
/// every time a connection is taken.
final class ScopedDataSource extends DelegatingDataSource implements AutoCloseable {
    private final HikariDataSource pool;
    private final Map<PGConnection, Scoped.Range> carried = Collections.synchronizedMap(new WeakHashMap<>());

    ScopedDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /// At the end of the application the database is told that nobody is left.
    @Override
    public void close() {
        pool.close();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            carry(connection, Scoped.current());
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
