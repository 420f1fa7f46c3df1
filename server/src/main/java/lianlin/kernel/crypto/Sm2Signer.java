package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/// Signs with the SM2 key of the installation, kept as PEM in a file of its own (IDN-15, IDN-16). Signatures
/// are DER.
public final class Sm2Signer {
    private final PrivateKey key;
    private final String publicPem;
    private final Provider provider;

    private Sm2Signer(PrivateKey key, String publicPem, Provider provider) {
        this.key = key;
        this.publicPem = publicPem;
        this.provider = provider;
    }

    /// The signer of a key file; makes a random key pair where there is no file. `IllegalArgumentException`
    /// when the file holds no key pair.
    public static Sm2Signer openOrCreate(Path path, Provider provider) {
        var file = new PrivateFile(path);
        try {
            if (!file.exists()) {
                var pair = random(provider);
                file.create((Pem.encode(pair.getPrivate().getEncoded(), Pem.PRIVATE)
                                + Pem.encode(pair.getPublic().getEncoded(), Pem.PUBLIC))
                        .getBytes(US_ASCII));
            }
            var text = new String(file.read(), US_ASCII);
            var spec = new PKCS8EncodedKeySpec(Pem.decode(text, Pem.PRIVATE));
            return new Sm2Signer(
                    KeyFactory.getInstance("EC", provider).generatePrivate(spec),
                    Pem.encode(Pem.decode(text, Pem.PUBLIC), Pem.PUBLIC),
                    provider);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No SM2 key pair in " + path, e);
        }
    }

    public byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(Sm2Verifier.ALGORITHM, provider);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SM2 does not work", e);
        }
    }

    /// What checks the signatures of this signer.
    public Sm2Verifier verifier() {
        return Sm2Verifier.of(publicPem, provider);
    }

    /// The public key, to be handed to whoever wants to check.
    public String publicPem() {
        return publicPem;
    }

    private static KeyPair random(Provider provider) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        return generator.generateKeyPair();
    }
}
