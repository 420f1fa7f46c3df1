package lianlin.kernel.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lianlin.kernel.crypto.SealedInput;
import lianlin.kernel.crypto.StreamKey;
import lianlin.kernel.postgres.CannotStart;
import lianlin.kernel.postgres.EmbeddedServer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// Makes a new data folder from a backup and the log since, to its end or to a moment.
public final class Restore {
    /// @param rows in all tables
    /// @param pieces how many pieces of the log were laid ready
    public record Done(Path backup, long rows, long seals, int pieces, Duration time) {
        public String sentence() {
            return "Restored from %s and %d pieces of the log in %s: %d rows, %d seals of the journal hold."
                    .formatted(backup.getFileName(), pieces, Sizes.said(time), rows, seals);
        }
    }

    private final BackupFolder backups;
    private final StreamKey key;
    private final Clock clock;

    public Restore(BackupFolder backups, StreamKey key, Clock clock) {
        this.backups = backups;
        this.key = key;
        this.clock = clock;
    }

    /// @param data a folder that does not exist or is empty
    /// @param secrets a copy of the folder `secrets`, which no backup contains
    public Done into(Path data, Path secrets, @Nullable Instant until) {
        try {
            refuseUnfit(data, secrets);
            var begin = System.nanoTime();
            var backup = choose(until);
            var manifest = Manifest.read(backup, key);
            Files.createDirectories(data);
            Backups.requireRoom(data, manifest.bytes() + manifest.bytes() / 5);
            Pack.unpack(backup, key, manifest, Unpacked.inside(data));
            Unpacked.arrange(data, secrets);
            PhotoMirror.copy(backups.photos(), data.resolve("photos"));
            var pieces = layLogReady(data, manifest, until);
            var outcome = lookThrough(data, manifest, pieces, until);
            FileSystemUtils.deleteRecursively(EmbeddedServer.restoredLog(data));
            var time = Duration.ofNanos(System.nanoTime() - begin);
            return new Done(backup, outcome.all(), outcome.seals(), pieces, time);
        } catch (SealedInput.WrongKey e) {
            throw new NotDone("This is not the key of these backups: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new NotDone("The backup could not be restored: " + Sizes.said(e) + ".", e);
        }
    }

    private void refuseUnfit(Path data, Path secrets) throws IOException {
        if (Files.exists(data)) {
            try (var found = Files.list(data)) {
                if (found.findAny().isPresent()) {
                    throw new NotDone("The folder %s is not empty; a restore makes a new one.".formatted(data));
                }
            }
        }
        if (!Files.isReadable(secrets.resolve("database-owner"))) {
            throw new NotDone(
                    "The keys are not part of a backup: name the copy of the folder «secrets» of the installation with --secrets; %s is none."
                            .formatted(secrets));
        }
    }

    private Path choose(@Nullable Instant until) {
        var all = backups.backups();
        if (all.isEmpty()) {
            throw new NotDone("There is no backup in %s.".formatted(backups.path()));
        }
        if (until == null) {
            return all.getLast();
        }
        return all.stream()
                // the name has no fractions of a second
                .filter(backup -> BackupFolder.moment(backup).plusSeconds(1).isBefore(until))
                .reduce((earlier, later) -> later)
                .orElseThrow(
                        () -> new NotDone("The oldest backup in %s is of %s; nothing before it can be brought back."
                                .formatted(backups.path(), BackupFolder.moment(all.getFirst()))));
    }

    private int layLogReady(Path data, Manifest manifest, @Nullable Instant until) throws IOException {
        var log = new LogPieces(backups, key);
        var gap = log.gap(manifest.lastLog());
        if (gap.isPresent() && until == null) {
            throw new NotDone(
                    "Pieces of the log are missing before %s, so what was written after them cannot be brought back. To have what was written before, name a moment with --until."
                            .formatted(gap.get()));
        }
        var folder = Files.createDirectories(EmbeddedServer.restoredLog(data));
        var pieces = log.restore(manifest.lastLog(), folder);
        if (pieces > 0 || until != null) {
            Files.createFile(EmbeddedServer.cluster(data).resolve("recovery.signal"));
        }
        return pieces;
    }

    private Inspection.Outcome lookThrough(Path data, Manifest manifest, int pieces, @Nullable Instant until) {
        var forward = pieces > 0 || until != null;
        try (var server = forward ? EmbeddedServer.startRecovering(data, until) : EmbeddedServer.start(data)) {
            var keys = data.resolve("secrets").resolve("keys");
            var outcome = new Inspection(data, keys, clock).of(server.login(), false);
            if (!outcome.complaints().isEmpty()) {
                throw new NotDone("What was restored into %s is not good: %s"
                        .formatted(data, String.join("; ", outcome.complaints())));
            }
            if (!forward && !outcome.rows().equals(manifest.rows())) {
                throw new NotDone(
                        "What was restored into %s has other numbers of rows than the backup says.".formatted(data));
            }
            return outcome;
        } catch (CannotStart e) {
            throw new NotDone(
                    e.sentence().contains("recovery ended before configured recovery target")
                            ? "The log ends before %s. Restore without --until to have all there is.".formatted(until)
                            : "What was restored does not start: " + e.sentence(),
                    e);
        }
    }
}
