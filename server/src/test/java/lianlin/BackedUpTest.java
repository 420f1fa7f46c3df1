package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.kernel.backup.BackupFolder;
import lianlin.testing.Application;
import lianlin.testing.Guest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way on the command line: an application that lays its log among the backups, a backup while it runs, a
/// restore into a new folder, and an application on that.
class BackedUpTest {
    @TempDir
    Path home;

    @Test
    @Tag("R11")
    void whatWasAnsweredIsThereAfterARestoreAndTheSealsHold() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = Files.createDirectory(home.resolve("data"));
        var backups = home.resolve("backups");
        var key = home.resolve("backup.key").toString();
        var restored = home.resolve("restored");
        List<String> divisions;
        try (var application = new Application(data, Map.of())) {
            application.start("--no-demo", "--backup", backups.toString(), "--backup-key", key);
            Guest.of(application, 0)
                    .administrator("sysadmin")
                    .post("/api/jurisdictions", Map.of("code", "440604000000"));
            // the application may be at its first one
            awaitFirst(new BackupFolder(backups));
            assertThat(command("backup", "--data", data.toString(), "--to", backups.toString(), "--backup-key", key))
                    .contains("seals of the journal hold");
            divisions = divisions(application);
        }
        Files.createDirectories(restored);
        assertThat(command(
                        "restore",
                        "--from",
                        backups.toString(),
                        "--data",
                        restored.toString(),
                        "--secrets",
                        data.resolve("secrets").toString(),
                        "--backup-key",
                        key))
                .contains("seals of the journal hold", "Start it with --data");

        try (var application = new Application(restored, Map.of())) {
            application.start("--no-demo");
            assertThat(divisions(application)).isEqualTo(divisions).isNotEmpty();
            var verdict = Guest.of(application, 0).administrator("auditor").post("/api/journal/verification", Map.of());
            assertThat(verdict.at("/ok").asBoolean()).as(verdict.toString()).isTrue();
        }
    }

    @Test
    void refusesInOneSentence() throws Exception {
        assertThat(command("backup", "--data", home.toString(), "--to", "/b")).startsWith("There is no database in");
        assertThat(command("restore", "--from", home.toString())).startsWith("The keys are not part of a backup");
    }

    private static void awaitFirst(BackupFolder folder) throws InterruptedException {
        for (var tries = 0; tries < 600 && folder.backups().isEmpty(); tries++) {
            Thread.sleep(100);
        }
        assertThat(folder.backups()).isNotEmpty();
        // their names are seconds
        Thread.sleep(1_100);
    }

    private static List<String> divisions(Application application) throws Exception {
        var divisions = new ArrayList<String>();
        try (var database = application.database();
                var rows = database.createStatement()
                        .executeQuery("SELECT area || name FROM territory.area ORDER BY area")) {
            while (rows.next()) {
                divisions.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return divisions;
    }

    private static String command(String... words) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-classpath",
                System.getProperty("java.class.path"),
                Lianlin.class.getName()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
