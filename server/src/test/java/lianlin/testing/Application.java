package lianlin.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import lianlin.Lianlin;
import org.jspecify.annotations.Nullable;

/// The application as a process of its own, with the database inside and a data folder that outlives it: for
/// tests that kill it.
public final class Application implements AutoCloseable {
    private final Path data;
    private final Map<String, String> settings;
    private final int port;
    private @Nullable Process process;

    /// Nothing is started yet. The port stays the same for every start.
    public Application(Path data) throws IOException {
        this(data, Map.of());
    }

    /// The same with settings of its environment.
    public Application(Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        this.settings = settings;
        // the user under whom the database runs must be able to reach it
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    public Path data() {
        return data;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// How long a start took until the application said that it can serve: by the clock, and in computing time of its
    /// own, which does not grow on a machine that is busy with something else.
    public record Start(Duration time, Duration computing) {
        @Override
        public String toString() {
            return "%.1f s (computing %.1f s)".formatted(time.toMillis() / 1e3, computing.toMillis() / 1e3);
        }
    }

    /// Starts and waits until it can serve.
    public Start start(String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // it does not live long enough for more
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                Lianlin.class.getName(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
        command.addAll(List.of(options));
        var begin = System.nanoTime();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().putAll(settings);
        process = builder.start();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() - begin > 120_000_000_000L) {
                throw new AssertionError("the application does not start:\n" + Files.readString(output()));
            }
            Thread.sleep(50);
        }
        var time = Duration.ofNanos(System.nanoTime() - begin);
        return new Start(time, process.toHandle().info().totalCpuDuration().orElse(time));
    }

    /// SIGKILL: nothing is finished, nothing is said.
    public void kill() throws InterruptedException {
        kill(running().toHandle());
    }

    /// Application and database at once, as when the machine loses power.
    public void killWithDatabase() throws Exception {
        var file = data.resolve("postgres/cluster/postmaster.pid");
        var database = ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                .orElseThrow();
        database.destroyForcibly();
        kill();
        kill(database);
    }

    /// As an operator does it.
    public void stop() throws InterruptedException {
        running().destroy();
        if (!running().waitFor(30, SECONDS)) {
            throw new AssertionError("the application does not stop");
        }
    }

    /// The database of the folder under the login of its owner, who sees all districts.
    public Connection database() throws IOException, SQLException {
        var properties = new Properties();
        properties.setProperty("user", "lianlin");
        properties.setProperty(
                "password",
                Files.readString(data.resolve("secrets/database-owner")).strip());
        properties.setProperty("options", "-c lianlin.lo=0 -c lianlin.hi=999999");
        var number = Files.readString(data.resolve("postgres/port")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + number + "/lianlin", properties);
    }

    /// All that it has printed so far.
    public Path output() {
        return data.resolve("output.txt");
    }

    @Override
    public void close() throws Exception {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private boolean ready() {
        try {
            var connection = (HttpURLConnection) address("/health").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("nothing was started");
        }
        return process;
    }

    private static void kill(ProcessHandle process) throws InterruptedException {
        process.destroyForcibly();
        while (process.isAlive()) {
            Thread.sleep(5);
        }
    }
}
