package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// The key under which whole files are sealed, backups above all. Every file gets a key of its own, made from this one,
/// a random salt and the name of the file, so that one file cannot be put in the place of another.
public final class StreamKey {
    static final int FINGERPRINT = 8;
    static final int SALT = 16;
    private static final int BYTES = 32;

    private final Provider provider = new BouncyCastleProvider();
    private final byte[] key;

    private StreamKey(byte[] key) {
        this.key = key;
    }

    /// A key of 32 bytes in base64; another content is refused (`IllegalArgumentException`).
    public static StreamKey read(Path file) {
        var bytes = Base64.getDecoder().decode(new String(new PrivateFile(file).read(), UTF_8).strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A key of a backup has 32 bytes");
        }
        return new StreamKey(bytes);
    }

    /// Makes a random key in a file that did not exist.
    public static StreamKey create(Path file) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        new PrivateFile(file).create((Base64.getEncoder().encodeToString(bytes) + "\n").getBytes(UTF_8));
        return new StreamKey(bytes);
    }

    /// By what a key is known without telling it: 16 hexadecimal digits.
    public String name() {
        return HexFormat.of().formatHex(fingerprint());
    }

    byte[] fingerprint() {
        return Arrays.copyOf(mac("name".getBytes(UTF_8), new byte[0]), FINGERPRINT);
    }

    static byte[] salt() {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /// The pieces of one file, one after the other.
    Pieces pieces(int mode, byte[] salt, String name) {
        var own = mac("file".getBytes(UTF_8), salt, name.getBytes(UTF_8));
        return new Pieces(mode, new SecretKeySpec(own, 0, Sm4Gcm.KEY_BYTES, "SM4"));
    }

    private byte[] mac(byte[]... parts) {
        try {
            var mac = Mac.getInstance("HMACSM3", provider);
            mac.init(new SecretKeySpec(key, "HMACSM3"));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SM3 does not work", e);
        }
    }

    /// SM4-GCM with the number of the piece as its IV, which is safe because no other file has this key. What stands
    /// before a piece, its length and whether it is the last, is bound to it.
    final class Pieces {
        private final int mode;
        private final SecretKeySpec own;
        private long number;

        private Pieces(int mode, SecretKeySpec own) {
            this.mode = mode;
            this.own = own;
        }

        long number() {
            return number;
        }

        byte[] next(byte[] head, byte[] bytes, int length) throws GeneralSecurityException {
            var iv = ByteBuffer.allocate(Sm4Gcm.IV_BYTES)
                    .putInt(0)
                    .putLong(number++)
                    .array();
            var cipher = Cipher.getInstance("SM4/GCM/NoPadding", provider);
            cipher.init(mode, own, new GCMParameterSpec(Sm4Gcm.TAG_BYTES * 8, iv));
            cipher.updateAAD(head);
            return cipher.doFinal(bytes, 0, length);
        }
    }
}
