package lianlin.kernel.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("IDN-01")
class IdentityNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X,   1949-12-31, FEMALE, 110105, RESIDENT",
        "11010519491231002x,   1949-12-31, FEMALE, 110105, RESIDENT",
        "' 440604199003070014 ', 1990-03-07, MALE, 440604, RESIDENT",
        "４４０６０４199003070014, 1990-03-07, MALE, 440604, RESIDENT",
        "440604198506152340,   1985-06-15, FEMALE, 440604, RESIDENT",
        "440604201202290028,   2012-02-29, FEMALE, 440604, RESIDENT",
        "110101200001010010,   2000-01-01, MALE,   110101, RESIDENT",
        "810000199001010019,   1990-01-01, MALE,   810000, HONG_KONG_MACAO_TAIWAN",
        "830000199001010020,   1990-01-01, FEMALE, 830000, HONG_KONG_MACAO_TAIWAN",
        "911561198501010015,   1985-01-01, MALE,   '',     FOREIGN_PERMANENT_RESIDENT"
    })
    void tellsWhatANumberSays(String text, LocalDate birth, Gender gender, String division, IdentityNumber.Kind kind) {
        var number = IdentityNumber.parse(text, TODAY);

        assertThat(number.birthDate()).isEqualTo(birth);
        assertThat(number.gender()).isEqualTo(gender);
        assertThat(number.divisionPrefix().orElse("")).isEqualTo(division);
        assertThat(number.kind()).isEqualTo(kind);
        assertThat(number.hasKnownProvince()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                 identity-number.length",
        "44060419900307001,  identity-number.length",
        "4406041990030700140, identity-number.length",
        "440604900307001,    identity-number.old",
        "44060419900307001A, identity-number.characters",
        "X40604199003070014, identity-number.characters",
        "44060419٩003070014, identity-number.characters",
        "110105194912310021, identity-number.check-digit",
        "440604199003070015, identity-number.check-digit",
        "440604201302290025, identity-number.date",
        "440604189912310012, identity-number.date",
        "440604209912310018, identity-number.future"
    })
    void refusesWithTheReason(String text, String problem) {
        var refused = catchThrowableOfType(BadCode.class, () -> IdentityNumber.parse(text, TODAY));

        assertThat(refused.code()).isEqualTo(problem);
        assertThat(refused).hasNoCause();
        if (!text.isEmpty()) {
            assertThat(refused.toString()).doesNotContain(text);
        }
    }

    @Test
    void anUnknownProvinceIsAWarning() {
        assertThat(new IdentityNumber("000101199003070016").hasKnownProvince()).isFalse();
    }

    @Test
    void storesTheLargeX() {
        assertThat(IdentityNumber.parse("11010519491231002x", TODAY).reveal()).isEqualTo("11010519491231002X");
    }

    @Test
    void aNumberBornTodayIsNotInTheFuture() {
        var born = LocalDate.of(2012, 2, 29);
        assertThat(IdentityNumber.parse("440604201202290028", born).birthDate()).isEqualTo(born);
        assertThat(catchThrowableOfType(
                                BadCode.class, () -> IdentityNumber.parse("440604201202290028", born.minusDays(1)))
                        .code())
                .isEqualTo("identity-number.future");
    }
}
