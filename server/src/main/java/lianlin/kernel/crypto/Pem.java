package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.regex.Pattern;

/// Keys as text (RFC 7468).
final class Pem {
    static final String PRIVATE = "PRIVATE KEY";
    static final String PUBLIC = "PUBLIC KEY";

    private static final int LINE = 64;

    private Pem() {}

    static String encode(byte[] bytes, String label) {
        var lines = Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /// The first block with that label; `IllegalArgumentException` when there is none.
    static byte[] decode(String text, String label) {
        var block = Pattern.compile("-----BEGIN " + label + "-----(.*?)-----END " + label + "-----", Pattern.DOTALL)
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("No " + label + " in the text");
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
