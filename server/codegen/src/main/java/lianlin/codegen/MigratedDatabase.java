package lianlin.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.meta.postgres.PostgresDatabase;

/// A throw-away PostgreSQL with all migrations applied: what jOOQ reads to write the table classes.
/// A broken migration therefore fails the build, with its file and line.
public class MigratedDatabase extends PostgresDatabase {
    private EmbeddedPostgres server;
    private Connection connection;

    @Override
    protected DSLContext create0() {
        if (connection == null) {
            start();
        }
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    private void start() {
        var folder = Path.of(getBasedir(), getProperties().getProperty("migrations"));
        try {
            server = EmbeddedPostgres.builder().start();
            var source = server.getPostgresDatabase();
            connection = source.getConnection();
            setConnection(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE lianlin_app");
                statement.execute("CREATE ROLE lianlin_finder");
            }
            for (var module : Files.readAllLines(folder.resolve("modules.txt"))) {
                Flyway.configure()
                        .dataSource(source)
                        .schemas(module)
                        .table("flyway_history")
                        .locations("filesystem:" + folder.resolve(module))
                        .load()
                        .migrate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
                server.close();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        super.close();
    }
}
