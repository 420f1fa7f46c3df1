package lianlin.kernel.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// SM4 in Galois counter mode: `iv‖ciphertext‖tag` with a random IV of 96 bits and a tag of 128 bits.
final class Sm4Gcm {
    static final int KEY_BYTES = 16;
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;

    private final Provider provider;
    private final SecureRandom random;

    Sm4Gcm(Provider provider, SecureRandom random) {
        this.provider = provider;
        this.random = random;
    }

    byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "SM4");
    }

    /// Encrypts behind the bytes of `head`, which stay readable.
    byte[] seal(SecretKey key, byte[] head, byte[] plain, byte[] bound) {
        var iv = randomBytes(IV_BYTES);
        var sealed = new byte[head.length + IV_BYTES + plain.length + TAG_BYTES];
        ByteBuffer.wrap(sealed).put(head).put(iv);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, iv, 0, bound);
            cipher.doFinal(plain, 0, plain.length, sealed, head.length + IV_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SM4-GCM does not work", e);
        }
    }

    /// Decrypts what lies behind the first `head` bytes; `place` names it in the message of [BrokenSeal].
    byte[] open(SecretKey key, int head, byte[] sealed, byte[] bound, String place) {
        if (sealed.length < head + IV_BYTES + TAG_BYTES) {
            throw new BrokenSeal("Too short: " + place);
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, head, bound);
            return cipher.doFinal(sealed, head + IV_BYTES, sealed.length - head - IV_BYTES);
        } catch (AEADBadTagException e) {
            throw new BrokenSeal("Not what was stored: " + place, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SM4-GCM does not work", e);
        }
    }

    private Cipher cipher(int mode, SecretKey key, byte[] iv, int at, byte[] bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("SM4/GCM/NoPadding", provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, iv, at, IV_BYTES));
        cipher.updateAAD(bound);
        return cipher;
    }
}
