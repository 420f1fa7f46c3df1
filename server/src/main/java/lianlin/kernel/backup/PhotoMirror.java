package lianlin.kernel.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Photos are files that are sealed and never change: what is not there yet is copied as it is.
final class PhotoMirror {
    private static final String UNFINISHED = ".unfinished";

    private PhotoMirror() {}

    /// How many were new.
    static int copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return 0;
        }
        var counting = new Copying(from, to);
        Files.walkFileTree(from, counting);
        return counting.copied;
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private int copied;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            var target = to.resolve(from.relativize(file).toString());
            if (!file.toString().endsWith(".part") && !Files.exists(target)) {
                Files.createDirectories(target.getParent());
                var unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
                Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                copied++;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
