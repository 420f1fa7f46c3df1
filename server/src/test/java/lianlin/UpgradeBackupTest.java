package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import lianlin.kernel.backup.BackupFolder;
import lianlin.kernel.backup.BackupPlace;
import lianlin.kernel.postgres.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup before tables are changed (4.12).
class UpgradeBackupTest {
    @TempDir
    Path home;

    @Test
    void isTakenWhereARestOfTheStepsIsToBeDoneAndNowhereElse() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = home.resolve("data");
        var place = new BackupPlace(home.resolve("backups"), home.resolve("backup.key"));
        var backups = new BackupFolder(home.resolve("backups"));
        try (var server = EmbeddedServer.start(data)) {
            var upgrade = new UpgradeBackup(data, place);

            upgrade.takeIfNeeded(server);
            assertThat(backups.backups()).as("nothing is there to be lost").isEmpty();

            try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA old");
                statement.execute("CREATE TABLE old.flyway_history (script text, success boolean)");
                statement.execute("INSERT INTO old.flyway_history VALUES ('V001__of_an_old_release.sql', true)");
            }
            upgrade.takeIfNeeded(server);
            assertThat(backups.backups()).hasSize(1);
        }
    }
}
