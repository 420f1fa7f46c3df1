package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.Provider;
import java.security.SecureRandom;

/// Encrypts single values of columns with SM4-GCM (IDN-14). Stored is `version (1 byte)‖keyId (4)‖iv
/// (12)‖ciphertext‖tag
/// (16)`, 33 bytes more than the value in UTF-8. A value opens only at the place where it was written.
public final class FieldCipher {
    /// Where a value stands: `people.person.phone`, the key of the row, the jurisdiction that owns it.
    public record Place(String column, long row, int jurisdiction) {
        @Override
        public String toString() {
            return column + "|" + row + "|" + jurisdiction;
        }

        byte[] bytes() {
            return toString().getBytes(UTF_8);
        }
    }

    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Integer.BYTES;

    private final KeyRing keys;
    private final Sm4Gcm sm4;

    public FieldCipher(KeyRing keys, Provider provider) {
        this.keys = keys;
        sm4 = new Sm4Gcm(provider, new SecureRandom());
    }

    /// Encrypts with the current key; the same value gives other bytes each time.
    public byte[] seal(String value, Place place) {
        return seal(value.getBytes(UTF_8), place);
    }

    /// The same for bytes, a piece of a file for example.
    public byte[] seal(byte[] value, Place place) {
        var id = keys.currentField();
        var head = ByteBuffer.allocate(HEAD).put(VERSION).putInt(id).array();
        return sm4.seal(keys.field(id), head, value, place.bytes());
    }

    /// Decrypts; [BrokenSeal] when the bytes were changed, come from another place, or their key is gone.
    public String open(byte[] stored, Place place) {
        return new String(openBytes(stored, place), UTF_8);
    }

    /// The same for bytes.
    public byte[] openBytes(byte[] stored, Place place) {
        var key = keys.field(keyOf(stored));
        return sm4.open(key, HEAD, stored, place.bytes(), place.toString());
    }

    /// The id of the key that stored bytes need.
    public int keyOf(byte[] stored) {
        if (stored.length < HEAD || stored[0] != VERSION) {
            throw new BrokenSeal("Not an encrypted value of a known version");
        }
        return ByteBuffer.wrap(stored, 1, Integer.BYTES).getInt();
    }

    /// Whether stored bytes were written with the key of today; others are written anew after a rotation.
    public boolean isCurrent(byte[] stored) {
        return keyOf(stored) == keys.currentField();
    }
}
