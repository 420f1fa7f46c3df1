package lianlin.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes by time as the apps on phones make them (RFC 6238): six digits of an HMAC-SHA1 over the number of the
/// half minute. The one before and the one after count too, for clocks are not exact (IDN-10).
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final int SECONDS = 30;
    private static final int WINDOW = 1;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The half minute of a code, if it is one of those that count now. All are compared, so that the time tells
    /// nothing.
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        var given = code.getBytes(StandardCharsets.UTF_8);
        var fitting = LongStream.rangeClosed(step(now) - WINDOW, step(now) + WINDOW)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), given))
                .toArray();
        return fitting.length == 0 ? OptionalLong.empty() : OptionalLong.of(fitting[fitting.length - 1]);
    }

    /// A secret as people type it (RFC 4648, no padding); its length must be a multiple of 5 bytes.
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        for (var at = 0; at < secret.length; at += 5) {
            var bits = 0L;
            for (var i = 0; i < 5; i++) {
                bits = bits << 8 | secret[at + i] & 0xff;
            }
            for (var shift = 35; shift >= 0; shift -= 5) {
                text.append(ALPHABET.charAt((int) (bits >> shift) & 31));
            }
        }
        return text.toString();
    }
}
