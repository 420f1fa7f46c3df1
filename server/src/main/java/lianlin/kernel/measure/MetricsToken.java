package lianlin.kernel.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import lianlin.kernel.crypto.PrivateFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// By what a scraper is known: a random text in `secrets/metrics-token`, sent as `Authorization: Bearer ...`. Another
/// text in the file counts at once.
@Component
class MetricsToken {
    private static final String BEARER = "Bearer ";
    private static final int BYTES = 32;

    private final Path file;
    private final boolean describing;

    MetricsToken(@Value("${lianlin.data:data}") Path data, @Value("${lianlin.openapi:false}") boolean describing) {
        this.file = data.resolve("secrets").resolve("metrics-token");
        this.describing = describing;
    }

    @PostConstruct
    void make() {
        if (!describing && !Files.exists(file)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
            new PrivateFile(file).replace(text.getBytes(UTF_8));
        }
    }

    boolean shownIn(@Nullable String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return false;
        }
        var right = new String(new PrivateFile(file).read(), UTF_8).strip();
        return !right.isEmpty()
                && MessageDigest.isEqual(
                        right.getBytes(UTF_8),
                        header.substring(BEARER.length()).strip().getBytes(UTF_8));
    }
}
