package lianlin.kernel.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("IDN-03")
@Tag("IDN-13")
class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({
        "13812341234,          MOBILE,   13812341234,        138****1234",
        "' 138 1234 1234 ',    MOBILE,   13812341234,        138****1234",
        "138-1234-1234,        MOBILE,   13812341234,        138****1234",
        "+86 13812341234,      MOBILE,   13812341234,        138****1234",
        "0086-13812341234,     MOBILE,   13812341234,        138****1234",
        "13900000086,          MOBILE,   13900000086,        139****0086",
        "１３８12341234,       MOBILE,   13812341234,        138****1234",
        "0757-83281234,        LANDLINE, 0757-83281234,      0757-****1234",
        "075783281234,         LANDLINE, 0757-83281234,      0757-****1234",
        "(0757)83281234,       LANDLINE, 0757-83281234,      0757-****1234",
        "0757－83281234,       LANDLINE, 0757-83281234,      0757-****1234",
        "+86-757-83281234,     LANDLINE, 0757-83281234,      0757-****1234",
        "0757-83281234-801,    LANDLINE, 0757-83281234-801,  0757-****1234",
        "01065121234,          LANDLINE, 010-65121234,       010-****1234",
        "0236512123,           LANDLINE, 023-6512123,        023-****2123",
        "05968123456,          LANDLINE, 0596-8123456,       0596-****3456",
        "05968123456-12,       LANDLINE, 0596-8123456-12,    0596-****3456",
        "12345,                HOTLINE,  12345,              12345",
        "110,                  HOTLINE,  110,                110",
        "400-820-8820,         HOTLINE,  4008208820,         4008208820"
    })
    void hasOneSpellingAndAMask(String text, PhoneNumber.Kind kind, String spelling, String mask) {
        var phone = PhoneNumber.parse(text);

        assertThat(phone.kind()).isEqualTo(kind);
        assertThat(phone.reveal()).isEqualTo(spelling);
        assertThat(phone).hasToString(mask);
        assertThat(new PhoneNumber(spelling)).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12812341234", "1381234123", "138123412345", "83281234", "0757-8328", "call me", "0757"})
    void refusesWhatIsNoTelephone(String text) {
        assertThat(catchThrowableOfType(BadCode.class, () -> PhoneNumber.parse(text))
                        .code())
                .isEqualTo("phone-number.form");
    }
}
