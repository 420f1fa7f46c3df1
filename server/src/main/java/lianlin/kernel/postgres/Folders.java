package lianlin.kernel.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

/// Folders with permissions that do not depend on the mask of whoever starts the application.
final class Folders {
    static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");

    private Folders() {}

    static Path create(Path folder, String permissions) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        }
        return folder;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var found = Files.walk(folder)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Hands a folder and all that is in it to another user, unless it is his already.
    static void give(Path folder, int user) throws IOException {
        if (owner(folder) == user) {
            return;
        }
        try (var found = Files.walk(folder)) {
            // The folder itself comes last: should the work be cut off, the next start sees that it is unfinished.
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
