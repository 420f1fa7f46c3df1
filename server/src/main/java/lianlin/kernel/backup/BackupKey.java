package lianlin.kernel.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import lianlin.kernel.crypto.StreamKey;

/// Where the key of backups lies: neither in the data folder, which is what may be lost, nor among the backups, which
/// it opens.
public record BackupKey(Path file) {
    /// The key for writing; made where there is none and no backup that would need another one.
    public StreamKey readOrMake(BackupFolder backups, Path data) {
        refuseInside(backups.path(), "the folder of the backups, which it opens");
        refuseInside(data, "the data folder, with which it would be lost");
        if (absolute(backups.path()).startsWith(absolute(data))) {
            throw new NotDone(
                    "Backups must not lie in the data folder, with which they would be lost: choose a folder on another disk or machine.");
        }
        if (!Files.exists(file)) {
            if (!backups.isEmpty()) {
                throw new NotDone("There are backups in %s, but the key %s is missing. Put it back from its copy."
                        .formatted(backups.path(), file));
            }
            var key = StreamKey.create(file.toAbsolutePath());
            System.out.printf(
                    "The key of the backups was made: %s. Keep a copy of it elsewhere: without it no backup can be read.%n",
                    file);
            return key;
        }
        return read();
    }

    /// The key for reading.
    public StreamKey read() {
        if (!Files.isReadable(file)) {
            throw new NotDone("The key of the backups cannot be read: %s.".formatted(file));
        }
        try {
            return StreamKey.read(file);
        } catch (IllegalArgumentException e) {
            throw new NotDone("%s is not a key of backups: such a file holds 32 bytes in base64.".formatted(file), e);
        }
    }

    private void refuseInside(Path folder, String why) {
        if (absolute(file).startsWith(absolute(folder))) {
            throw new NotDone("The key of the backups must not lie in %s. Choose another place with --backup-key."
                    .formatted(why));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
