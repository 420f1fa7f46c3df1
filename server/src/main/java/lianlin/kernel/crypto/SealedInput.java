package lianlin.kernel.crypto;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/// Reads what [SealedOutput] wrote. A changed, missing or foreign byte is an error that names file and place before
/// anything of its piece is handed out.
public final class SealedInput extends InputStream {
    /// The file is not what was written.
    public static final class Damaged extends IOException {
        Damaged(Path file, String what) {
            super("%s is damaged: %s".formatted(file, what));
        }
    }

    /// The file was sealed under another key.
    public static final class WrongKey extends IOException {
        WrongKey(Path file, String key) {
            super("%s was sealed under another key than %s".formatted(file, key));
        }
    }

    private final Path path;
    private final DataInputStream file;
    private final StreamKey.Pieces pieces;
    private byte[] piece = {};
    private int at;
    private long place;
    private boolean last;

    public SealedInput(Path path, StreamKey key, String name) throws IOException {
        this.path = path;
        file = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        try {
            if (!Arrays.equals(bytes(SealedOutput.MAGIC.length), SealedOutput.MAGIC)) {
                throw new Damaged(path, "it does not begin like a file of a backup");
            }
            if (!Arrays.equals(bytes(StreamKey.FINGERPRINT), key.fingerprint())) {
                throw new WrongKey(path, key.name());
            }
            pieces = key.pieces(Cipher.DECRYPT_MODE, bytes(StreamKey.SALT), name);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        return ready() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ready()) {
            return -1;
        }
        var some = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, some);
        at += some;
        return some;
    }

    private boolean ready() throws IOException {
        while (at == piece.length) {
            if (last) {
                if (file.read() >= 0) {
                    throw new Damaged(path, "something follows its end");
                }
                return false;
            }
            open();
        }
        return true;
    }

    private void open() throws IOException {
        var here = "piece %d at byte %d".formatted(pieces.number() + 1, place);
        var head = bytes(Integer.BYTES);
        var said = ByteBuffer.wrap(head).getInt();
        var length = said & ~SealedOutput.LAST;
        if (length > SealedOutput.PIECE) {
            throw new Damaged(path, here);
        }
        try {
            piece = pieces.next(head, bytes(length + Sm4Gcm.TAG_BYTES), length + Sm4Gcm.TAG_BYTES);
        } catch (AEADBadTagException e) {
            throw new Damaged(path, here);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SM4-GCM does not work", e);
        }
        at = 0;
        last = said < 0;
    }

    private byte[] bytes(int length) throws IOException {
        try {
            var bytes = new byte[length];
            file.readFully(bytes);
            place += length;
            return bytes;
        } catch (EOFException e) {
            throw new Damaged(path, "its end is missing");
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
