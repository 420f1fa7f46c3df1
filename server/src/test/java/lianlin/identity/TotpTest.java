package lianlin.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes by time are those of RFC 6238 (IDN-10).
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /// The examples of the standard, their last six digits.
    @ParameterizedTest
    @Tag("IDN-10")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theExamplesOfTheStandardComeOut(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @ParameterizedTest
    @Tag("IDN-10")
    @CsvSource({"-61, false", "-60, false", "-30, true", "0, true", "29, true", "30, true", "59, true", "60, false"})
    void oneHalfMinuteBeforeAndAfterCountToo(int seconds, boolean counts) {
        var then = Instant.ofEpochSecond(1_800_000_000L);
        var code = Totp.code(SECRET, Totp.step(then.plusSeconds(seconds)));

        assertThat(Totp.stepOf(SECRET, code, then).isPresent()).isEqualTo(counts);
    }

    @Test
    void aSecretIsTypedAsTheStandardSays() {
        assertThat(Totp.base32("Hello!\u00de\u00ad\u00be\u00ef".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                .isEqualTo("JBSWY3DPEHPK3PXP");
    }
}
