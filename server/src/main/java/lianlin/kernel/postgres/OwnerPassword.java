package lianlin.kernel.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The password of the owner login: 256 random bits in a file that only the user of the application may read,
/// outside of the cluster, so that a copy of the cluster opens nothing.
final class OwnerPassword {
    private OwnerPassword() {}

    static Path file(Path data) {
        return data.resolve("secrets").resolve("database-owner");
    }

    static String readOrMake(Path data) throws IOException {
        Folders.create(data.resolve("secrets"), "rwx------");
        var file = file(data);
        if (!Files.exists(file)) {
            var unfinished = file.resolveSibling("database-owner.new");
            Files.deleteIfExists(unfinished);
            write(unfinished, random());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /// A file that was never readable for anybody else, not even for a moment.
    static void write(Path file, String password) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
