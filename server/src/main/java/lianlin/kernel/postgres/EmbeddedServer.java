package lianlin.kernel.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A real PostgreSQL that lives and dies with the application, its data in a folder. It keeps what it has
/// acknowledged, listens on this computer only, asks for a password, and is started again when something
/// kills it.
///
/// The data folder afterwards: `postgres/binaries-<version>`, `postgres/cluster`, `secrets/database-owner`,
/// `logs/database`, `lock`.
public final class EmbeddedServer implements AutoCloseable {
    private static final String DATABASE = "lianlin";

    private final FolderLock lock;
    private final Supervisor supervisor;
    private final String password;

    private EmbeddedServer(FolderLock lock, Supervisor supervisor, String password) {
        this.lock = lock;
        this.supervisor = supervisor;
        this.password = password;
    }

    /// Starts the server of a data folder; makes both where they do not exist yet.
    ///
    /// @throws CannotStart with a sentence for the person who started the application
    public static EmbeddedServer start(Path folder) {
        try {
            var data = Folders.create(folder, "rwxr-xr-x").toRealPath();
            var lock = FolderLock.take(data);
            try {
                return start(data, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw new CannotStart(
                    "The file %s is not open to this user. Start Lianlin as the user to whom %s belongs, or as root."
                            .formatted(e.getFile(), folder),
                    e);
        } catch (IOException e) {
            throw new CannotStart("The data folder %s cannot be used: %s.".formatted(folder, e), e);
        }
    }

    private static EmbeddedServer start(Path data, FolderLock lock) throws IOException {
        var home = Folders.create(data.resolve("postgres"), "rwxr-xr-x");
        Folders.create(data.resolve("logs"), "rwxr-xr-x");
        var password = OwnerPassword.readOrMake(data);
        var user = ServerUser.whoMayEnter(home);
        var cluster = Cluster.in(data, Binaries.unpackedIn(home), user, password);
        var supervisor = new Supervisor(cluster, new RememberedPort(home.resolve("port")));
        supervisor.start();
        var server = new EmbeddedServer(lock, supervisor, password);
        try {
            server.makeDatabase();
        } catch (SQLException e) {
            supervisor.stop();
            throw new CannotStart(
                    "The database in %s refused its owner: %s. His password is kept in %s."
                            .formatted(cluster.folder(), e.getMessage(), OwnerPassword.file(data)),
                    e);
        }
        return server;
    }

    public String url() {
        return url(DATABASE);
    }

    /// The owner login of this server.
    public String user() {
        return Cluster.OWNER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return supervisor.port();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    private void makeDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), user(), password);
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    /// Ends sessions, writes everything and waits until the server is gone.
    @Override
    public void close() {
        supervisor.stop();
        lock.close();
    }
}
