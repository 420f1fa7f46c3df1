package lianlin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import lianlin.kernel.postgres.EmbeddedServer;

/// The database of the run: the one inside, in a folder that is deleted afterwards, or a new database on the server
/// that `-Dlianlin.test.database=postgresql://user:password@host:port/database` names, dropped afterwards.
record TestDatabase(String url, String user, String password, Path folder, AutoCloseable end) {
    static TestDatabase start() {
        var folder = newFolder();
        var named = System.getProperty("lianlin.test.database", "");
        return named.isBlank() ? inside(folder) : outside(URI.create(named), folder);
    }

    private static TestDatabase inside(Path folder) {
        var server = EmbeddedServer.start(folder);
        return new TestDatabase(server.url(), server.user(), server.password(), folder, server);
    }

    private static TestDatabase outside(URI named, Path folder) {
        var login = named.getUserInfo().split(":", 2);
        var root = "jdbc:postgresql://" + named.getHost() + ":" + (named.getPort() < 0 ? 5432 : named.getPort());
        var name = "lianlin_test_" + UUID.randomUUID().toString().substring(0, 8);
        var first = root + named.getPath();
        execute(first, login[0], login[1], "CREATE DATABASE " + name);
        return new TestDatabase(
                root + "/" + name,
                login[0],
                login[1],
                folder,
                () -> execute(first, login[0], login[1], "DROP DATABASE " + name));
    }

    private static void execute(String url, String user, String password, String statement) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var running = connection.createStatement()) {
            running.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The user of the database must be able to reach the folder.
    private static Path newFolder() {
        try {
            var folder = Files.createTempDirectory("lianlin-test-");
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() throws Exception {
        end.close();
        try (var found = Files.walk(folder)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
