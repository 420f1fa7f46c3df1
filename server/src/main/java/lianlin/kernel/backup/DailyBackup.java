package lianlin.kernel.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import lianlin.kernel.crypto.StreamKey;
import lianlin.kernel.postgres.EmbeddedServer;
import lianlin.kernel.postgres.Login;
import lianlin.kernel.work.Staffed;
import lianlin.kernel.work.Worker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where a folder for backups is named, takes one every night and lays the log there, a minute behind at most.
@Component
public class DailyBackup implements Staffed {
    /// How the backups stand. `newest` is when the last good one was complete, `failure` why the one after it was not
    /// made.
    public record Condition(
            @Nullable Instant newest, @Nullable String failure, int waitingPieces) {}

    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final Duration BETWEEN_PIECES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Duration UNTIL_ANOTHER_TRY = Duration.ofHours(1);

    private final Path data;
    private final Clock clock;
    private final LocalTime at;
    private final int keep;
    private final @Nullable BackupFolder backups;
    private final @Nullable StreamKey key;
    private volatile @Nullable String failure;
    private volatile @Nullable Instant failed;

    DailyBackup(
            @Value("${lianlin.data:data}") Path data,
            @Value("${lianlin.backup.folder:}") String folder,
            @Value("${lianlin.backup.key:}") String key,
            @Value("${lianlin.backup.at:02:30}") LocalTime at,
            @Value("${lianlin.backup.keep:7}") int keep,
            Clock clock) {
        this.data = data;
        this.at = at;
        this.keep = keep;
        this.clock = clock;
        this.backups = folder.isBlank() ? null : new BackupFolder(Path.of(folder));
        this.key = backups == null ? null : new BackupKey(Path.of(key)).readOrMake(backups, data);
    }

    /// Empty where no folder for backups is named.
    public Optional<Condition> condition() {
        if (backups == null) {
            return Optional.empty();
        }
        var waiting = -1;
        try {
            waiting = LogPieces.lying(EmbeddedServer.spool(data)).size();
        } catch (IOException e) {
            LOG.warn("the pieces of the log cannot be counted", e);
        }
        return Optional.of(new Condition(backups.newest().orElse(null), failure, waiting));
    }

    @Override
    public List<Worker> workers() {
        return workers;
    }

    private final List<Worker> workers = List.of(
            new Worker("backup-log", BETWEEN_PIECES, Duration.ofSeconds(5), this::takePieces),
            new Worker("backup", BETWEEN_LOOKS, Duration.ZERO, this::takeBackup));

    private boolean takePieces() {
        if (backups == null || key == null) {
            return false;
        }
        try {
            if (new LogPieces(backups, key).take(EmbeddedServer.spool(data)) > 0) {
                PhotoMirror.copy(data.resolve("photos"), backups.photos());
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean takeBackup() {
        if (backups == null || key == null || !due(backups)) {
            return false;
        }
        try {
            var done = new Backups(data, backups, key, keep, clock).take(Login.ofRunning(data));
            failure = null;
            LOG.info(done.sentence());
        } catch (RuntimeException e) {
            failed = clock.instant();
            failure = e.getMessage();
            LOG.error("No backup: {}", e.getMessage(), e instanceof NotDone ? null : e);
        }
        return false;
    }

    /// After the hour of the day, if none was made since; the first one at once, for without it the log is of no use.
    private boolean due(BackupFolder folder) {
        var now = ZonedDateTime.now(clock);
        if (failed != null && now.toInstant().isBefore(failed.plus(UNTIL_ANOTHER_TRY))) {
            return false;
        }
        var today = now.with(at);
        var last = today.isAfter(now) ? today.minusDays(1) : today;
        return folder.newest().map(newest -> newest.isBefore(last.toInstant())).orElse(true);
    }
}
