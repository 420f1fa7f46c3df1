package lianlin.kernel.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Sizes and times as people say them.
final class Sizes {
    private Sizes() {}

    /// The bytes in a folder whose files may come and go.
    static long of(Path folder) {
        var sum = new AtomicLong();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.get();
    }

    static String said(long bytes) {
        return bytes < 10_000_000_000L ? "%.1f MB".formatted(bytes / 1e6) : "%.1f GB".formatted(bytes / 1e9);
    }

    static String said(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1e3);
    }

    /// Some exceptions of files say nothing but the name of the file.
    static String said(IOException failure) {
        var named = failure instanceof FileSystemException;
        return named
                ? failure.getClass().getSimpleName() + " " + failure.getMessage()
                : String.valueOf(failure.getMessage());
    }
}
