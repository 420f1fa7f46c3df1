package lianlin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import lianlin.kernel.backup.BackupKey;
import lianlin.kernel.backup.BackupPlace;
import lianlin.kernel.backup.Backups;
import lianlin.kernel.backup.NotDone;
import lianlin.kernel.database.PendingMigrations;
import lianlin.kernel.postgres.CannotStart;
import lianlin.kernel.postgres.EmbeddedServer;
import org.jspecify.annotations.Nullable;

/// A backup before a new release changes the tables, so that there is a way back. It goes where the backups of every
/// night go; where no such folder is named, into one beside the data folder.
final class UpgradeBackup {
    private static final int KEEP_BESIDE = 2;
    private static final int KEEP_NIGHTS = 8;

    private final Path data;
    private final BackupPlace place;
    private final int keep;

    UpgradeBackup(Path data, @Nullable BackupPlace nightly) {
        this.data = data;
        this.place = nightly == null ? new BackupPlace(beside(data), BackupPlace.usualKey()) : nightly;
        this.keep = nightly == null ? KEEP_BESIDE : KEEP_NIGHTS;
    }

    private static Path beside(Path data) {
        return data.resolveSibling(data.getFileName() + "-before-upgrade");
    }

    void takeIfNeeded(EmbeddedServer server) {
        BackupCommands.quiet();
        var pending = PendingMigrations.of(server.url(), server.user(), server.password());
        if (pending.isEmpty()) {
            return;
        }
        System.out.printf(
                "This release changes the tables in %d steps; before that a backup is taken into %s%n",
                pending.size(), place.folder());
        try {
            var folder = place.named();
            var key = new BackupKey(place.key()).readOrMake(folder, data);
            var clock = Clock.system(ZoneId.of("Asia/Shanghai"));
            System.out.println(new Backups(data, folder, key, keep, clock)
                    .take(server.login())
                    .sentence());
        } catch (NotDone e) {
            server.close();
            throw new CannotStart(
                    "No backup could be taken before the tables are changed, so nothing was changed: %s To go on without one: --no-upgrade-backup"
                            .formatted(e.sentence()),
                    e);
        }
    }
}
