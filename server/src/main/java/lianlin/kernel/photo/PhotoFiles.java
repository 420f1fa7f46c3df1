package lianlin.kernel.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.crypto.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The files of photos: below the data folder, one for each id, sealed like the columns of personal data, since a
/// photo may show a home. Nodes that share a database share this folder too.
@Component
public class PhotoFiles {
    private static final String SEALED = "kernel.photo";

    private final Path folder;
    private final Vault vault;

    PhotoFiles(@Value("${lianlin.data:data}") Path data, Vault vault) {
        this.folder = data.resolve("photos");
        this.vault = vault;
    }

    /// On the disk when this returns; a file whose row was never committed does no harm.
    public void write(int jurisdiction, Id id, byte[] jpeg) {
        var file = file(jurisdiction, id);
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var left = ByteBuffer.wrap(vault.sealBytes(SEALED, id, jurisdiction, jpeg));
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty where the file is gone.
    public Optional<byte[]> read(int jurisdiction, Id id) {
        try {
            return Optional.of(vault.openBytes(SEALED, id, jurisdiction, Files.readAllBytes(file(jurisdiction, id))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ids are letters and digits and begin with the time; two in the middle spread the files over folders.
    private Path file(int jurisdiction, Id id) {
        var name = id.toString();
        return folder.resolve(Integer.toString(jurisdiction))
                .resolve(name.substring(5, 7))
                .resolve(name);
    }
}
