package lianlin.kernel.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.backup.DailyBackup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The room that is left where the data lies, and how old the newest backup is.
@Component
class KeptFigures implements Measured {
    private final Path data;
    private final DailyBackup backup;
    private final Clock clock;

    KeptFigures(@Value("${lianlin.data:data}") Path data, DailyBackup backup, Clock clock) {
        this.data = data;
        this.backup = backup;
        this.clock = clock;
    }

    @Override
    public List<Figure> figures() {
        var found = new ArrayList<Figure>();
        try {
            var store = Files.getFileStore(data);
            found.add(new Figure("lianlin_disk_free_bytes", store.getUsableSpace()));
            found.add(new Figure("lianlin_disk_free_percent", 100.0 * store.getUsableSpace() / store.getTotalSpace()));
        } catch (IOException e) {
            // a folder that is not there has no room
        }
        backup.condition().ifPresent(condition -> {
            if (condition.newest() != null) {
                found.add(new Figure(
                        "lianlin_backup_age_seconds",
                        Duration.between(condition.newest(), clock.instant()).toSeconds()));
            }
            found.add(new Figure("lianlin_backup_failed", condition.failure() == null ? 0 : 1));
            found.add(new Figure("lianlin_backup_log_pieces_waiting", condition.waitingPieces()));
        });
        return found;
    }
}
