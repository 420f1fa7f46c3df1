package lianlin.kernel.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// A data folder that is made from a backup.
final class Unpacked {
    private Unpacked() {}

    /// Where the pack is opened first.
    static Path inside(Path data) {
        return data.resolve("postgres").resolve("unpacked");
    }

    /// Puts what was unpacked in its places and the keys beside it.
    static void arrange(Path data, Path secrets) throws IOException {
        var unpacked = inside(data);
        var home = data.resolve("postgres");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var empty : HotCopy.EMPTY) {
            Files.createDirectories(unpacked.resolve("cluster").resolve(empty));
        }
        Files.move(unpacked.resolve("cluster"), home.resolve("cluster"));
        if (Files.isDirectory(unpacked.resolve("checkpoints"))) {
            Files.move(unpacked.resolve("checkpoints"), data.resolve("checkpoints"));
        }
        Files.delete(unpacked);
        copySecrets(secrets, data.resolve("secrets"));
    }

    /// The programs are the same, so they need not be unpacked again.
    static void useProgramsOf(Path from, Path data) throws IOException {
        try (var found = Files.newDirectoryStream(from.resolve("postgres"), "binaries-*")) {
            for (var programs : found) {
                Files.createSymbolicLink(
                        data.resolve("postgres").resolve(programs.getFileName()), programs.toRealPath());
            }
        }
    }

    private static void copySecrets(Path from, Path to) throws IOException {
        try (var found = Files.walk(from)) {
            for (var path : found.sorted(Comparator.naturalOrder()).toList()) {
                var target = to.resolve(from.relativize(path).toString());
                var folder = Files.isDirectory(path);
                if (folder) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
            }
        }
    }
}
