package lianlin.kernel.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import lianlin.kernel.crypto.SealedInput;
import lianlin.kernel.crypto.StreamKey;
import lianlin.kernel.postgres.EmbeddedServer;
import lianlin.kernel.postgres.Login;
import org.springframework.util.FileSystemUtils;

/// Takes backups. What is called one was brought back, started and looked through before (promise 8).
public final class Backups {
    /// A backup that counts, its size on the disk, and how long its two halves took.
    public record Done(Path folder, Manifest manifest, long size, Duration copying, Duration trying) {
        public String sentence() {
            return "Backup %s: %d tables with %d rows, %d seals of the journal hold; %s from %s; copied in %s, tried out in %s."
                    .formatted(
                            folder.getFileName(),
                            manifest.rows().size(),
                            manifest.rows().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            manifest.seals(),
                            Sizes.said(size),
                            Sizes.said(manifest.bytes()),
                            Sizes.said(copying),
                            Sizes.said(trying));
        }
    }

    private final Path data;
    private final BackupFolder backups;
    private final StreamKey key;
    private final int keep;
    private final Clock clock;

    /// @param keep how many backups stay
    public Backups(Path data, BackupFolder backups, StreamKey key, int keep, Clock clock) {
        this.data = data;
        this.backups = backups;
        this.key = key;
        this.keep = keep;
        this.clock = clock;
    }

    /// Of the server that runs on the data folder now.
    public Done take(Login login) {
        try (var lock = backups.lock()) {
            refuseWithoutRoom();
            return take(login, backups.begin());
        } catch (SealedInput.WrongKey e) {
            throw new NotDone(
                    "The backups in %s belong to another key. Name theirs with --backup-key, or choose another folder."
                            .formatted(backups.path()),
                    e);
        } catch (IOException e) {
            throw new NotDone("The backup could not be made: " + Sizes.said(e), e);
        }
    }

    private Done take(Login login, Path unfinished) throws IOException {
        var all = backups.backups();
        if (!all.isEmpty()) {
            // another key would leave a folder that nobody can read as a whole
            Manifest.read(all.getLast(), key);
        }
        try {
            var begin = System.nanoTime();
            var manifest = copy(login, unfinished);
            var copied = System.nanoTime();
            var outcome = new Trial(data, clock).of(unfinished, key, manifest);
            if (!outcome.complaints().isEmpty()) {
                throw new NotDone("The copy was tried out and is not good, so it was thrown away: "
                        + String.join("; ", outcome.complaints()));
            }
            manifest = manifest.triedOut(outcome);
            manifest.write(unfinished, key);
            BackupFolder.forced(unfinished);
            var size = Files.size(unfinished.resolve(Pack.FILE));
            var folder = backups.finish(unfinished, manifest.complete());
            PhotoMirror.copy(data.resolve("photos"), backups.photos());
            backups.keep(keep, Manifest.read(oldestToKeep(), key).firstLog());
            var end = System.nanoTime();
            return new Done(folder, manifest, size, Duration.ofNanos(copied - begin), Duration.ofNanos(end - copied));
        } finally {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    private Manifest copy(Login login, Path unfinished) throws IOException {
        try (var pack = new Pack(unfinished, key)) {
            // first: what the signed checkpoints say must be in the copy of the database
            var checkpoints = data.resolve("checkpoints");
            if (Files.isDirectory(checkpoints)) {
                try (var found = Files.newDirectoryStream(checkpoints)) {
                    for (var file : found) {
                        pack.put("checkpoints/" + file.getFileName(), Files.readString(file));
                    }
                }
            }
            return new HotCopy(data, login, clock).write(pack).of(pack.entries());
        }
    }

    private Path oldestToKeep() {
        var all = backups.backups();
        return all.get(Math.max(0, all.size() - keep));
    }

    /// The trial needs as much as the database, the packed copy seldom more than half of it.
    private void refuseWithoutRoom() throws IOException {
        var size = Sizes.of(EmbeddedServer.cluster(data));
        requireRoom(data, size + size / 10);
        requireRoom(backups.path(), size / 2);
    }

    static void requireRoom(Path folder, long needed) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new NotDone("There is not enough room in %s: %s are needed, %s are free."
                    .formatted(folder, Sizes.said(needed), Sizes.said(free)));
        }
    }
}
