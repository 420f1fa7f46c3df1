package lianlin.kernel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/// Checks SM2 signatures with a public key alone (GM/T 0003, SM3 digest, the usual signer id 1234567812345678).
public final class Sm2Verifier {
    static final String ALGORITHM = "SM3withSM2";

    private final PublicKey key;
    private final Provider provider;

    Sm2Verifier(PublicKey key, Provider provider) {
        this.key = key;
        this.provider = provider;
    }

    /// From a public key in PEM; `IllegalArgumentException` when it is none.
    public static Sm2Verifier of(String pem, Provider provider) {
        try {
            var spec = new X509EncodedKeySpec(Pem.decode(pem, Pem.PUBLIC));
            return new Sm2Verifier(KeyFactory.getInstance("EC", provider).generatePublic(spec), provider);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No public key", e);
        }
    }

    /// Whether the signature, in DER, belongs to the bytes and the key.
    public boolean verify(byte[] bytes, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM, provider);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SM2 does not work", e);
        }
    }
}
