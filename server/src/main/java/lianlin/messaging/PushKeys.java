package lianlin.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import lianlin.kernel.crypto.PrivateFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The key by which push services know this house (RFC 8292). It lies with the other keys, in `push.key`, and is made
/// when it is first needed. Web push is on where somebody is named whom such a service can write to.
@Component
class PushKeys {
    private final Path path;
    private final String contact;
    private @Nullable VAPIDKeyPair keys;

    PushKeys(
            @Value("${lianlin.keys:${lianlin.data:data}/secrets/keys}") Path folder,
            @Value("${lianlin.messages.push-contact:}") String contact) {
        this.path = folder.resolve("push.key");
        this.contact = contact;
    }

    boolean ready() {
        return !contact.isBlank();
    }

    /// `mailto:` or `https:`, of whoever runs this house.
    String contact() {
        return contact;
    }

    synchronized VAPIDKeyPair get() {
        if (keys == null) {
            keys = load();
        }
        return keys;
    }

    private VAPIDKeyPair load() {
        var file = new PrivateFile(path);
        if (!Files.exists(path)) {
            file.replace(fresh().getBytes(UTF_8));
        }
        var parts = new String(file.read(), UTF_8).strip().split("\n");
        var decoder = Base64.getDecoder();
        return VAPIDKeyPairs.of(
                PrivateKeySources.ofPKCS8Bytes(decoder.decode(parts[0])),
                PublicKeySources.ofX509Bytes(decoder.decode(parts[1])));
    }

    private static String fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var encoder = Base64.getEncoder();
            return encoder.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + encoder.encodeToString(pair.getPublic().getEncoded()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
