package lianlin.kernel.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import lianlin.kernel.crypto.SealedInput;
import lianlin.kernel.crypto.SealedOutput;
import lianlin.kernel.crypto.StreamKey;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/// Many files in one: a tar archive, packed tight and then sealed.
final class Pack implements AutoCloseable {
    static final String FILE = "copy.sealed";
    private static final int BUFFER = 1 << 17;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final TarArchiveOutputStream tar;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER];
    private long bytes;

    Pack(Path folder, StreamKey key) throws IOException {
        var sealed = new SealedOutput(folder.resolve(FILE), key, FILE);
        tar = new TarArchiveOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(sealed, deflater, BUFFER), BUFFER), UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /// What was put in so far, before it was packed.
    long bytes() {
        return bytes;
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    void folder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    void put(String name, String text) throws IOException {
        var content = text.getBytes(UTF_8);
        put(name, content.length, new ByteArrayInputStream(content));
    }

    /// A file that grows meanwhile is cut off, one that shrinks is filled up: the log puts both right.
    void put(String name, long size, InputStream content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        var sum = sha256();
        var left = size;
        while (left > 0) {
            var read = content.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                Arrays.fill(buffer, (byte) 0);
                read = (int) Math.min(left, BUFFER);
            }
            sum.update(buffer, 0, read);
            tar.write(buffer, 0, read);
            left -= read;
        }
        tar.closeArchiveEntry();
        bytes += size;
        entries.add(new Manifest.Entry(name, size, HexFormat.of().formatHex(sum.digest())));
    }

    @Override
    public void close() throws IOException {
        try {
            tar.close();
        } finally {
            deflater.end();
        }
    }

    /// Unpacks what the manifest names, nothing else, and compares every sum.
    static void unpack(Path backup, StreamKey key, Manifest manifest, Path target) throws IOException {
        var expected = new HashMap<String, Manifest.Entry>();
        manifest.files().forEach(file -> expected.put(file.name(), file));
        var name = "its beginning";
        try (var tar = new TarArchiveInputStream(
                new InflaterInputStream(new SealedInput(backup.resolve(FILE), key, FILE)), UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                name = entry.getName();
                var place = target.resolve(name).normalize();
                if (!place.startsWith(target)) {
                    throw new NotDone("The backup names a place outside of its folder: " + name);
                }
                if (entry.isDirectory()) {
                    only(place);
                } else {
                    only(Objects.requireNonNull(place.getParent()));
                    put(tar, place, expected.remove(name));
                }
            }
        } catch (SealedInput.Damaged e) {
            throw new NotDone("%s. The file in which it lies: %s.".formatted(e.getMessage(), name), e);
        }
        if (!expected.isEmpty()) {
            throw new NotDone("The backup lacks files that it names: " + expected.keySet());
        }
    }

    private static void only(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void put(InputStream content, Path file, Manifest.@Nullable Entry expected) throws IOException {
        var sum = sha256();
        try (OutputStream out = Files.newOutputStream(file)) {
            new DigestInputStream(content, sum).transferTo(out);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        if (expected == null || !HexFormat.of().formatHex(sum.digest()).equals(expected.sum())) {
            throw new NotDone("The file %s is not what the backup says of it.".formatted(file.getFileName()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
