package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Finds an encrypted value again by equality: the first 16 bytes of HMAC-SM3 over its one normal spelling
/// (IDN-14). Each field has a key of its own, derived from the master of the ring, so that equal values of
/// two fields do not look equal.
public final class BlindIndex {
    private static final int BYTES = 16;
    private static final String HMAC = "HMACSM3";

    private final SecretKeySpec key;
    private final Provider provider;

    private BlindIndex(byte[] key, Provider provider) {
        this.key = new SecretKeySpec(key, HMAC);
        this.provider = provider;
    }

    /// The index of one field, `people.person.phone`. Fields that shall be joined share one name.
    public static BlindIndex of(String field, KeyRing keys, Provider provider) {
        var master = new BlindIndex(keys.index(), provider);
        // the expand step of HKDF, one block
        return new BlindIndex(master.hmac(("blind-index|" + field + "\u0001").getBytes(UTF_8)), provider);
    }

    /// 16 bytes; `normalized` is what `reveal()` of the personal types gives.
    public byte[] of(String normalized) {
        return Arrays.copyOf(hmac(normalized.getBytes(UTF_8)), BYTES);
    }

    private byte[] hmac(byte[] bytes) {
        try {
            var mac = Mac.getInstance(HMAC, provider);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SM3 does not work", e);
        }
    }
}
