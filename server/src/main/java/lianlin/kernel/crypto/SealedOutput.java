package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/// A file that is sealed in pieces of one mebibyte while it is written; on the disk when it is closed. One that was
/// not closed lacks its last piece and is refused by [SealedInput].
public final class SealedOutput extends OutputStream {
    static final byte[] MAGIC = "LIANLIN1".getBytes(US_ASCII);
    static final int PIECE = 1 << 20;
    static final int LAST = 1 << 31;

    private final FileChannel file;
    private final StreamKey.Pieces pieces;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private boolean closed;

    /// @param name what the file is, to be said again by whoever reads it
    public SealedOutput(Path path, StreamKey key, String name) throws IOException {
        var salt = StreamKey.salt();
        pieces = key.pieces(Cipher.ENCRYPT_MODE, salt, name);
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        write(ByteBuffer.wrap(MAGIC), ByteBuffer.wrap(key.fingerprint()), ByteBuffer.wrap(salt));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0, some; done < length; done += some) {
            if (filled == PIECE) {
                seal(0);
            }
            some = Math.min(PIECE - filled, length - done);
            System.arraycopy(bytes, offset + done, piece, filled, some);
            filled += some;
        }
    }

    private void seal(int last) throws IOException {
        var head = ByteBuffer.allocate(Integer.BYTES).putInt(filled | last).array();
        try {
            var sealed = pieces.next(head, piece, filled);
            write(ByteBuffer.wrap(head), ByteBuffer.wrap(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SM4-GCM does not work", e);
        }
        filled = 0;
    }

    private void write(ByteBuffer... buffers) throws IOException {
        for (var buffer : buffers) {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (file) {
            seal(LAST);
            file.force(true);
        }
    }
}
