package lianlin.kernel.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file that only the owner of the process may read. It is written beside its place, forced to the disk and then
/// moved,
/// so that a crash leaves the old or the new content and nothing between.
public final class PrivateFile {
    private final Path path;

    public PrivateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    public byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /// Refuses to write over a file that has appeared in the meantime.
    void create(byte[] content) {
        write(content);
    }

    public void replace(byte[] content) {
        write(content, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(byte[] content, CopyOption... options) {
        var folder = path.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("A key file lies in a folder");
        }
        try {
            Files.createDirectories(folder, only("rwx------"));
            var draft = Files.createTempFile(folder, ".key", ".draft", only("rw-------"));
            try {
                try (var channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
                    var buffer = ByteBuffer.wrap(content);
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                    channel.force(true);
                }
                Files.move(draft, path, options);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    private FileAttribute<?>[] only(String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
