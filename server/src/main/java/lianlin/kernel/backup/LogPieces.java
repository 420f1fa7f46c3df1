package lianlin.kernel.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import lianlin.kernel.crypto.SealedInput;
import lianlin.kernel.crypto.SealedOutput;
import lianlin.kernel.crypto.StreamKey;

/// The finished pieces of the database's log: taken from where the server lays them, packed, sealed and laid among the
/// backups; and back.
final class LogPieces {
    static final String SEALED = ".sealed";
    private static final String NAME = "[0-9A-F]{24}(\\.partial|\\.[0-9A-F]{8}\\.backup)?|[0-9A-F]{8}\\.history";
    private static final int BLOCK = 1 << 13;
    private static final int PIECE = 24;

    private final BackupFolder backups;
    private final StreamKey key;

    LogPieces(BackupFolder backups, StreamKey key) {
        this.backups = backups;
        this.key = key;
    }

    /// Takes what lies in the spool, the oldest first; how many pieces there were.
    int take(Path spool) throws IOException {
        Files.createDirectories(backups.log());
        var taken = 0;
        for (var file : lying(spool)) {
            put(file);
            Files.delete(file);
            taken++;
        }
        return taken;
    }

    static List<Path> lying(Path spool) throws IOException {
        if (!Files.isDirectory(spool)) {
            return List.of();
        }
        try (var found = Files.list(spool)) {
            return found.filter(file -> file.getFileName().toString().matches(NAME))
                    .sorted()
                    .toList();
        }
    }

    private void put(Path file) throws IOException {
        var name = file.getFileName().toString();
        var target = backups.log().resolve(name + SEALED);
        if (Files.exists(target)) {
            // after a crash the server may offer a piece once more
            refuseAnother(file, name);
            return;
        }
        var unfinished = backups.log().resolve(name + ".unfinished");
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(new SealedOutput(unfinished, key, name), deflater)) {
            Files.copy(file, out);
        } finally {
            deflater.end();
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        BackupFolder.forced(backups.log());
    }

    private void refuseAnother(Path file, String name) throws IOException {
        try (var known = open(name)) {
            if (!Arrays.equals(known.readAllBytes(), Files.readAllBytes(file))) {
                throw new NotDone(
                        "%s holds another piece of the log under the name %s: two installations must not share a folder of backups."
                                .formatted(backups.log(), name));
            }
        }
    }

    private InflaterInputStream open(String name) throws IOException {
        return new InflaterInputStream(new SealedInput(backups.log().resolve(name + SEALED), key, name));
    }

    /// Lays the pieces after one into a folder for the server; how many there were. What stands behind a gap is left
    /// where it is.
    int restore(String last, Path folder) throws IOException {
        var expected = number(last) + 1;
        var many = 0;
        for (var name : inOrder()) {
            var history = name.endsWith(".history");
            if (!history && number(name) > expected) {
                return many;
            }
            if (history || number(name) >= expected - 1) {
                try (var in = open(name);
                        var out = new Sparse(folder.resolve(name))) {
                    in.transferTo(out);
                }
                many++;
                expected = history ? expected : number(name) + 1;
            }
        }
        return many;
    }

    /// The first piece that is missing behind one although later ones are there.
    Optional<String> gap(String last) {
        var expected = number(last) + 1;
        for (var name : inOrder()) {
            if (!name.endsWith(".history") && number(name) >= expected) {
                if (number(name) > expected) {
                    return Optional.of(name);
                }
                expected++;
            }
        }
        return Optional.empty();
    }

    /// Histories first, then by the number, whichever line of history a piece is on.
    private List<String> inOrder() {
        return backups.pieces().stream()
                .filter(name -> name.endsWith(".history") || name.length() == PIECE)
                .sorted(Comparator.comparingLong((String name) -> name.endsWith(".history") ? -1 : number(name))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// The place of a piece, without the line of history in its first eight digits.
    private static long number(String name) {
        return (Long.parseLong(name.substring(8, 16), 16) << 8) + Long.parseLong(name.substring(16, 24), 16);
    }

    /// A file in which blocks of zeros take no room: a piece of the log that was finished before it was full ends with
    /// many.
    private static final class Sparse extends OutputStream {
        private final FileChannel file;
        private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
        private long at;

        Sparse(Path path) throws IOException {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }

        @Override
        public void write(int value) throws IOException {
            block.put((byte) value);
            if (!block.hasRemaining()) {
                flush(false);
            }
        }

        private void flush(boolean last) throws IOException {
            block.flip();
            var zeros = true;
            for (var i = 0; i < block.limit() && zeros; i++) {
                zeros = block.get(i) == 0;
            }
            if (!zeros || last) {
                file.write(block, at);
            }
            at += block.limit();
            block.clear();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0, some; done < length; done += some) {
                some = Math.min(block.remaining(), length - done);
                block.put(bytes, offset + done, some);
                if (!block.hasRemaining()) {
                    flush(false);
                }
            }
        }

        @Override
        public void close() throws IOException {
            try (file) {
                flush(true);
                if (file.size() < at) {
                    file.write(ByteBuffer.wrap(new byte[1]), at - 1);
                }
            }
        }
    }
}
