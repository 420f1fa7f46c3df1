package lianlin.kernel.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/// SM3 digest of 32 bytes over one or many pieces; not for use by several threads.
public final class Sm3 {
    /// The length of a digest.
    public static final int BYTES = 32;

    private static final int BUFFER = 1 << 16;

    private final SM3Digest digest = new SM3Digest();

    /// The digest of all pieces, one after the other.
    public static byte[] of(byte[]... pieces) {
        var sm3 = new Sm3();
        for (var piece : pieces) {
            sm3.update(piece);
        }
        return sm3.digest();
    }

    /// The digest of a stream, read to its end.
    public static byte[] of(InputStream stream) throws IOException {
        var sm3 = new Sm3();
        var buffer = new byte[BUFFER];
        for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            sm3.digest.update(buffer, 0, read);
        }
        return sm3.digest();
    }

    /// 64 lower-case digits.
    public static String hex(byte[]... pieces) {
        return HexFormat.of().formatHex(of(pieces));
    }

    public Sm3 update(byte[] piece) {
        digest.update(piece, 0, piece.length);
        return this;
    }

    /// The digest of everything so far; begins anew.
    public byte[] digest() {
        var result = new byte[BYTES];
        digest.doFinal(result, 0);
        return result;
    }
}
