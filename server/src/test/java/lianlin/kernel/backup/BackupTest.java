package lianlin.kernel.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import lianlin.kernel.crypto.StreamKey;
import lianlin.kernel.postgres.EmbeddedServer;
import lianlin.kernel.postgres.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// Backups of a server that works, brought back elsewhere (R11), and what becomes of damaged ones (R12). The tests
/// follow one installation through its days, hence their order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {
    private static final String SECRET = "培德社区的秘密-13800001074";

    @TempDir
    static Path home;

    private static Path data;
    private static BackupFolder folder;
    private static StreamKey key;
    private static EmbeddedServer server;

    @BeforeAll
    static void writeTheFirstRows() throws Exception {
        open(home);
        data = home.resolve("data");
        folder = new BackupFolder(home.resolve("backups"));
        key = new BackupKey(home.resolve("keys/backup.key")).readOrMake(folder, data);
        server = EmbeddedServer.startArchiving(data);
        execute("CREATE TABLE kept (number int PRIMARY KEY, word text)");
        execute("INSERT INTO kept SELECT n, '" + SECRET + "' || n FROM generate_series(1, 20000) n");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    @Tag("R11")
    void whatIsWrittenDuringABackupIsBroughtBackToTheLastRow() throws Exception {
        var written = new AtomicInteger(20_000);
        var enough = new AtomicBoolean();
        var writer = Thread.ofPlatform().start(() -> write(written, enough));
        var before = written.get();
        var done = backups().take(server.login());
        var during = written.get();
        enough.set(true);
        writer.join();

        assertThat(during).isGreaterThan(before);
        assertThat(done.manifest().rows().get("public.kept")).isBetween((long) before, (long) during);
        takeLog();
        var copy = restore("all", null);
        assertThat(copy).isEqualTo(state(server.login())).startsWith(written.get() + " ");
    }

    @Test
    @Order(2)
    @Tag("R11")
    void aMassDeleteIsTakenBackByTheMomentBeforeIt() throws Exception {
        var before = state(server.login());
        execute("SELECT pg_sleep(1.1)");
        var moment = Instant.parse(
                read(server.login(), "SELECT to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
        execute("DELETE FROM kept WHERE number > 10");
        takeLog();

        assertThat(state(server.login())).startsWith("10 ");
        assertThat(restore("before", moment)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void nothingCanBeReadWithoutTheKey() throws Exception {
        try (var files = Files.walk(folder.path())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), UTF_8))
                        .as(file.toString())
                        .doesNotContain("13800001074")
                        .doesNotContain("kept");
            }
        }
        var another = StreamKey.create(home.resolve("keys/another.key"));
        var target = home.resolve("stranger");

        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(() -> new Restore(folder, another, Clock.systemUTC()).into(target, secrets(), null))
                .withMessageContaining("This is not the key of these backups");
        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(() -> new Backups(data, folder, another, 7, Clock.systemUTC()).take(server.login()))
                .withMessageContaining("belong to another key");
    }

    @Test
    @Order(4)
    @Tag("R12")
    void aFlippedBitIsNamedWithItsPlace() throws Exception {
        var copy = folder.backups().getLast().resolve(Pack.FILE);
        flip(copy, Files.size(copy) / 2);
        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(() -> restore("damaged", null))
                .withMessageContaining(copy + " is damaged: piece")
                .withMessageContaining("The file in which it lies: cluster/");
        flip(copy, Files.size(copy) / 2);

        var piece = folder.log().resolve(folder.pieces().getLast() + LogPieces.SEALED);
        flip(piece, Files.size(piece) / 2);
        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(() -> restore("damaged log", null))
                .withMessageContaining(piece + " is damaged: piece");
        flip(piece, Files.size(piece) / 2);
    }

    @Test
    @Order(5)
    void aGapInTheLogIsNotPassedOver() throws Exception {
        execute("INSERT INTO kept VALUES (-1, 'one')");
        takeLog();
        execute("INSERT INTO kept VALUES (-2, 'two')");
        takeLog();
        var pieces = folder.pieces();
        var piece = folder.log().resolve(pieces.get(pieces.size() - 2) + LogPieces.SEALED);
        var aside = Files.move(piece, home.resolve("aside"));

        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(() -> restore("gap", null))
                .withMessageContaining("Pieces of the log are missing before " + pieces.getLast());
        Files.move(aside, piece);
    }

    @Test
    @Order(6)
    @Tag("R12")
    void aCopyOfADamagedDatabaseIsNoBackup() throws Exception {
        execute("CREATE TABLE broken AS SELECT n FROM generate_series(1, 10000) n");
        execute("CHECKPOINT");
        var file = EmbeddedServer.cluster(data).resolve(read(server.login(), "SELECT pg_relation_filepath('broken')"));
        flip(file, 3 * 8192 + 4000);
        var before = folder.backups();

        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(() -> backups().take(server.login()))
                .withMessageContaining("invalid page in block 3");
        assertThat(folder.backups()).isEqualTo(before);
        assertThat(folder.path().resolve("backup.unfinished")).doesNotExist();
        execute("DROP TABLE broken");
    }

    @Test
    @Order(7)
    void theNewestOnesAreKeptAndTheLogSinceTheOldestOfThem() throws Exception {
        Thread.sleep(1_100);
        var done = new Backups(data, folder, key, 1, Clock.systemUTC()).take(server.login());

        assertThat(folder.backups()).containsExactly(done.folder());
        assertThat(folder.pieces())
                .allMatch(piece ->
                        piece.substring(0, 24).compareTo(done.manifest().firstLog()) >= 0);
    }

    @Test
    void aKeyDoesNotLieWithWhatItOpens() {
        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(() -> new BackupKey(data.resolve("secrets/backup.key")).readOrMake(folder, data))
                .withMessageContaining("must not lie in the data folder");
        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(() -> new BackupKey(folder.path().resolve("key")).readOrMake(folder, data))
                .withMessageContaining("must not lie in the folder of the backups");
        assertThatExceptionOfType(NotDone.class)
                .isThrownBy(
                        () -> new BackupKey(home.resolve("k")).readOrMake(new BackupFolder(data.resolve("b")), data))
                .withMessageContaining("Backups must not lie in the data folder");
    }

    private static void write(AtomicInteger written, AtomicBoolean enough) {
        try (var connection = connect(server.login());
                var insert = connection.prepareStatement("INSERT INTO kept VALUES (?, 'more')")) {
            while (!enough.get()) {
                insert.setInt(1, written.get() + 1);
                insert.executeUpdate();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Backups backups() {
        return new Backups(data, folder, key, 7, Clock.systemUTC());
    }

    /// As the application does it by itself, a minute behind at most.
    private static void takeLog() throws Exception {
        var last = read(server.login(), "SELECT pg_walfile_name(pg_switch_wal())");
        var log = new LogPieces(folder, key);
        for (var tries = 0; tries < 100 && !folder.pieces().contains(last); tries++) {
            Thread.sleep(100);
            log.take(EmbeddedServer.spool(data));
        }
        assertThat(folder.pieces()).contains(last);
    }

    /// What a restored copy holds, as [#state] says it.
    private static String restore(String name, Instant until) throws Exception {
        var target = home.resolve(name);
        try {
            new Restore(folder, key, Clock.systemUTC()).into(target, secrets(), until);
            try (var copy = EmbeddedServer.start(target)) {
                return state(copy.login());
            }
        } finally {
            FileSystemUtils.deleteRecursively(target);
        }
    }

    private static Path secrets() {
        return data.resolve("secrets");
    }

    private static String state(Login login) throws SQLException {
        return read(login, "SELECT count(*) || ' ' || md5(string_agg(number || word, ',' ORDER BY number)) FROM kept");
    }

    private static String read(Login login, String sql) throws SQLException {
        try (var connection = connect(login);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect(server.login())) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    private static void flip(Path file, long at) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            var value = bytes.read();
            bytes.seek(at);
            bytes.write(value ^ 1);
        }
    }

    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
