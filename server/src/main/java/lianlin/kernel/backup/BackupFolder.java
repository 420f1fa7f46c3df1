package lianlin.kernel.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/// The folder of the backups of one installation: one folder for each backup that was tried out, named by the moment
/// from which it can be brought back; `log` with the pieces of the log since; `photos`.
public record BackupFolder(Path path) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'backup'-uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String PATTERN = "backup-\\d{8}-\\d{6}";
    private static final String UNFINISHED = ".unfinished";

    /// Oldest first.
    public List<Path> backups() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var found = Files.list(path)) {
            return found.filter(folder -> folder.getFileName().toString().matches(PATTERN))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isEmpty() {
        return backups().isEmpty() && pieces().isEmpty();
    }

    /// When the newest backup was complete.
    public Optional<Instant> newest() {
        var all = backups();
        return all.isEmpty() ? Optional.empty() : Optional.of(moment(all.getLast()));
    }

    static Instant moment(Path backup) {
        return NAME.parse(backup.getFileName().toString(), Instant::from);
    }

    Path begin() throws IOException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        try (var left = Files.newDirectoryStream(path, "*" + UNFINISHED)) {
            for (var folder : left) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        return Files.createDirectory(path.resolve("backup" + UNFINISHED));
    }

    /// From now on it counts.
    Path finish(Path unfinished, Instant complete) throws IOException {
        var folder = path.resolve(NAME.format(complete));
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        forced(path);
        return folder;
    }

    Path log() {
        return path.resolve("log");
    }

    Path photos() {
        return path.resolve("photos");
    }

    /// The names of the pieces of the log, in their order.
    List<String> pieces() {
        if (!Files.isDirectory(log())) {
            return List.of();
        }
        try (var found = Files.list(log())) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(LogPieces.SEALED))
                    .map(name -> name.substring(0, name.length() - LogPieces.SEALED.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps the newest backups and the log since the first of them.
    void keep(int many, String firstLog) throws IOException {
        var all = backups();
        for (var old : all.subList(0, Math.max(0, all.size() - many))) {
            FileSystemUtils.deleteRecursively(old);
        }
        for (var piece : pieces()) {
            // the eight digits before are the line of history; histories themselves stay
            if (!piece.endsWith(".history") && piece.substring(8, 24).compareTo(firstLog.substring(8)) < 0) {
                Files.delete(log().resolve(piece + LogPieces.SEALED));
            }
        }
    }

    /// Keeps a second backup away from the folder until it is closed.
    FileChannel lock() throws IOException {
        Files.createDirectories(path);
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // the same as a lock of another process
        }
        channel.close();
        throw new NotDone("A backup into %s is already under way.".formatted(path));
    }

    static void forced(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
