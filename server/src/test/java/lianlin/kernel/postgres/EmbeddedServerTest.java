package lianlin.kernel.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    static Path shared;

    @TempDir
    Path data;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void unpackOnceForAllTests() throws IOException {
        // JUnit makes folders for its own user only, as a careful administrator might; that case has a test of its own.
        Files.setPosixFilePermissions(shared, Folders.OPEN);
        Files.setPosixFilePermissions(data, Folders.OPEN);
        var home = Folders.create(data.resolve("postgres"), "rwxr-xr-x");
        var binaries = Binaries.unpackedIn(shared).folder();
        var link = Files.createSymbolicLink(home.resolve(binaries.getFileName()), binaries);
        open.add(() -> {
            if (Files.isSymbolicLink(link)) {
                Files.delete(link);
            }
        });
    }

    @AfterEach
    void closeWhatATestLeftOpen() throws Exception {
        for (var left : open.reversed()) {
            left.close();
        }
    }

    @Test
    void keepsItsRowsFromOneStartToTheNext() throws Exception {
        try (var server = start()) {
            execute(server, "CREATE TABLE kept (word text)");
            execute(server, "INSERT INTO kept VALUES ('联邻')");
        }

        assertThat(read(start(), "SELECT word FROM kept")).containsExactly("联邻");
    }

    @Test
    void listensOnTheSamePortAgain() {
        var first = start();
        first.close();

        assertThat(start().port()).isEqualTo(first.port());
    }

    @Test
    void isSetUpToKeepWhatItAcknowledged() throws Exception {
        var server = start();

        for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
            assertThat(read(server, "SHOW " + setting)).as(setting).containsExactly("on");
        }
        assertThat(read(server, "SELECT setting FROM pg_file_settings WHERE name = 'timezone'"))
                .containsExactly("UTC");
        assertThat(read(server, "SELECT datlocale FROM pg_database WHERE datname = 'lianlin'"))
                .containsExactly("C.UTF-8");
    }

    @Test
    void isTheVersionThatTheFolderOfTheBinariesNames() throws Exception {
        assertThat(read(start(), "SHOW server_version")).containsExactly(Binaries.VERSION);
    }

    @Test
    void listensOnThisComputerOnlyAndOnNoSocketFile() throws Exception {
        var server = start();

        assertThat(read(server, "SHOW listen_addresses")).containsExactly("127.0.0.1");
        assertThat(read(server, "SHOW unix_socket_directories")).containsExactly("");
        assertThat(read(server, "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
                .containsExactly("scram-sha-256");
    }

    @Test
    void refusesAWrongPassword() {
        var server = start();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "guess"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void keepsThePasswordOutsideOfTheClusterAndForItsUserAlone() throws Exception {
        var server = start();
        var file = data.resolve("secrets/database-owner");

        assertThat(Files.readString(file).strip()).isEqualTo(server.password()).hasSizeGreaterThan(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesASecondStartOnTheSameFolder() {
        start();

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(this::start)
                .withMessageContaining(
                        "Another Lianlin (process %d)", ProcessHandle.current().pid());
    }

    @Test
    void refusesAClusterOfAnotherMajorVersion() throws Exception {
        start().close();
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "17\n");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(this::start)
                .withMessageContaining("written by PostgreSQL 17");
    }

    @Test
    void comesBackOnTheSamePortWhenItIsKilled() throws Exception {
        var server = start();
        execute(server, "CREATE TABLE kept (number int)");
        execute(server, "INSERT INTO kept VALUES (1)");

        var killed = Instant.now();
        kill(process());
        assertThat(readWithin(Duration.ofSeconds(5), server, "SELECT number FROM kept"))
                .containsExactly("1");
        assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void losesNoAcknowledgedRowWhenTheApplicationIsKilled() throws Exception {
        makeTableForWriter();
        var writer = writer();
        var acknowledged = readLines(writer, 500);
        kill(writer.toHandle());

        assertThat(read(start(), "SELECT number FROM written ORDER BY number")).containsAll(acknowledged);
    }

    @Test
    void losesNoAcknowledgedRowWhenApplicationAndServerAreKilledTogether() throws Exception {
        makeTableForWriter();
        var writer = writer();
        var acknowledged = readLines(writer, 500);
        var server = process();
        kill(writer.toHandle());
        kill(server);

        assertThat(read(start(), "SELECT number FROM written ORDER BY number")).containsAll(acknowledged);
    }

    @Test
    void isStoppedWhenTheApplicationIsKilled() throws Exception {
        makeTableForWriter();
        var writer = writer();
        readLines(writer, 1);
        var server = process();
        kill(writer.toHandle());

        server.onExit().get(10, SECONDS);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void takesAFolderOverFromAServerThatWasLeftBehind() throws Exception {
        makeTableForWriter();
        var writer = writer();
        readLines(writer, 1);
        var server = process();
        // The guard is the shell that would stop the server: without it the server lives on.
        writer.toHandle().children().filter(child -> !child.equals(server)).forEach(ProcessHandle::destroyForcibly);
        kill(writer.toHandle());
        assertThat(server.isAlive()).isTrue();

        assertThat(read(start(), "SELECT count(*) > 0 FROM written")).containsExactly("t");
        assertThat(process()).isNotEqualTo(server);
        server.onExit().get(10, SECONDS);
    }

    @Test
    void startsWhereTheNumberOfTheKilledServerBelongsToAnotherProgramNow() throws Exception {
        start().close();
        Files.writeString(
                data.resolve("postgres/cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres/cluster") + "\n0\n1\n\n\n\nready\n");

        assertThat(read(start(), "SELECT 1")).containsExactly("1");
    }

    @Test
    void startsInAFolderThatOnlyItsOwnUserMayEnter() throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));

        assertThat(read(start(), "SELECT 1")).containsExactly("1");
    }

    @Test
    void startsAgainAfterAnUnpackingAndACreationThatWereCutOff() throws Exception {
        Files.delete(data.resolve("postgres/binaries-" + Binaries.VERSION));
        Files.createDirectories(data.resolve("postgres/unpacking/bin"));
        Files.createDirectories(data.resolve("postgres/cluster.new/base"));
        Files.writeString(data.resolve("postgres/password.new"), "half");

        assertThat(read(start(), "SELECT 1")).containsExactly("1");
        assertThat(data.resolve("postgres/password.new")).doesNotExist();
    }

    @Test
    void doesNotRunAsRoot() throws Exception {
        start();

        assertThat(Folders.owner(Path.of("/proc", String.valueOf(process().pid()))))
                .isNotZero();
    }

    private EmbeddedServer start() {
        var server = EmbeddedServer.start(data);
        open.add(server);
        return server;
    }

    private void makeTableForWriter() throws SQLException {
        try (var server = EmbeddedServer.start(data)) {
            execute(server, "CREATE TABLE written (number int)");
        }
    }

    private Process writer() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProgram.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        open.add(process::destroyForcibly);
        return process;
    }

    private static List<String> readLines(Process writer, int count) throws IOException {
        var lines = new ArrayList<String>();
        var reader = writer.inputReader();
        while (lines.size() < count) {
            var line = reader.readLine();
            assertThat(line).as("the writer ended early").isNotNull();
            lines.add(line);
        }
        return lines;
    }

    /// The server that runs on the folder now.
    private ProcessHandle process() throws IOException {
        var file = data.resolve("postgres/cluster/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                .orElseThrow();
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(10, SECONDS);
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> readWithin(Duration time, EmbeddedServer server, String sql) throws Exception {
        var end = Instant.now().plus(time);
        while (true) {
            try {
                return read(server, sql);
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private static List<String> read(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }
}
