package lianlin.kernel.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL that lives and dies with the application, its data in a folder. It keeps what it has
/// acknowledged, listens on this computer only, asks for a password, and is started again when something
/// kills it.
///
/// The data folder afterwards: `postgres/binaries-<version>`, `postgres/cluster`, `secrets/database-owner`,
/// `logs/database`, `lock`.
public final class EmbeddedServer implements AutoCloseable {
    static final String DATABASE = "lianlin";

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
        return start(folder, ServerSettings.usual());
    }

    /// The same, and every finished piece of the log is laid into [#spool].
    public static EmbeddedServer startArchiving(Path folder) {
        return start(folder, ServerSettings.archiving(spool(folder.toAbsolutePath())));
    }

    /// The server of a copy that is looked at and thrown away: it starts faster and would not survive a crash.
    public static EmbeddedServer startTrial(Path folder) {
        return start(folder, ServerSettings.trial());
    }

    /// The server of a copy, once it has been brought forward by the pieces of the log in [#restoredLog], to their end
    /// or to a moment.
    public static EmbeddedServer startRecovering(Path folder, @Nullable Instant until) {
        return start(folder, ServerSettings.recovering(restoredLog(folder.toAbsolutePath()), until));
    }

    private static EmbeddedServer start(Path folder, ServerSettings settings) {
        try {
            var data = Folders.create(folder, "rwxr-xr-x").toRealPath();
            var lock = FolderLock.take(data);
            try {
                return start(data, lock, settings);
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

    private static EmbeddedServer start(Path data, FolderLock lock, ServerSettings settings) throws IOException {
        var home = Folders.create(data.resolve("postgres"), "rwxr-xr-x");
        Folders.create(data.resolve("logs"), "rwxr-xr-x");
        var password = OwnerPassword.readOrMake(data);
        var user = ServerUser.whoMayEnter(home);
        var cluster = Cluster.in(data, Binaries.unpackedIn(home), user, password);
        if (settings.folder() != null) {
            Folders.give(Folders.create(home.resolve(settings.folder()), "rwx------"), user.owner());
        }
        var supervisor = new Supervisor(cluster, new RememberedPort(port(data)), settings);
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

    /// Whether an application has the folder in use at this moment.
    public static boolean isInUse(Path data) {
        if (!Files.exists(data.resolve("lock"))) {
            return false;
        }
        try (var lock = FolderLock.take(data)) {
            return false;
        } catch (CannotStart e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a folder has a database already.
    public static boolean isThere(Path data) {
        return Files.exists(cluster(data).resolve("PG_VERSION"));
    }

    /// The folder of the database's files.
    public static Path cluster(Path data) {
        return data.resolve("postgres").resolve("cluster");
    }

    /// Where the server lays finished pieces of its log to be taken away.
    public static Path spool(Path data) {
        return data.resolve("postgres").resolve("log-spool");
    }

    /// From where a server that is brought forward takes them.
    public static Path restoredLog(Path data) {
        return data.resolve("postgres").resolve("log-restored");
    }

    static Path port(Path data) {
        return data.resolve("postgres").resolve("port");
    }

    public Login login() {
        return new Login(port(), password);
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
