package lianlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The database inside, under the login of its owner.
final class Database implements AutoCloseable {
    private final Path data;
    private final Connection connection;

    Database(Path data) throws IOException, SQLException {
        this.data = data;
        this.connection = connect();
    }

    /// Another connection, whose statements are prepared on the server at their first execution.
    Connection connect() throws IOException, SQLException {
        var properties = new Properties();
        properties.setProperty("user", "lianlin");
        properties.setProperty(
                "password",
                Files.readString(data.resolve("secrets/database-owner")).strip());
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("options", "-c plan_cache_mode=force_generic_plan");
        var port = Files.readString(data.resolve("postgres/port")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/lianlin", properties);
    }

    <T> List<T> list(Class<T> type, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(type.cast(rows.getObject(1)));
                }
            }
            return found;
        }
    }

    <T> T one(Class<T> type, String sql, Object... values) throws SQLException {
        return list(type, sql, values).getFirst();
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// How many readers of the journal have not read its end.
    private long behind() throws SQLException {
        return one(Long.class, """
                SELECT count(*) FROM kernel.listener l, (
                    SELECT xid, id FROM kernel.journal ORDER BY xid DESC, id DESC LIMIT 1) AS newest
                 WHERE (l.xid, l.id) < (newest.xid, newest.id)
                """);
    }

    /// Waits until counters, messages and seals have followed everything that was written.
    void followed() throws SQLException, InterruptedException {
        while (behind() > 0) {
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
