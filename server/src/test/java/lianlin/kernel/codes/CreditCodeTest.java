package lianlin.kernel.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("IDN-02")
class CreditCodeTest {
    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, 91, 350100, M000100Y4",
        "91440604MA4UJ0013Y, 91, 440604, MA4UJ0013",
        "51440604MJK123452Y, 51, 440604, MJK123452",
        "52440604MJL000884A, 52, 440604, MJL000884",
        "12440604456000121L, 12, 440604, 456000121",
        "54440604MF0000216Y, 54, 440604, MF0000216",
        "' 54440604mf0000216y', 54, 440604, MF0000216"
    })
    void readsItsParts(String text, String category, String division, String subject) {
        var code = CreditCode.parse(text);

        assertThat(code.category()).isEqualTo(category);
        assertThat(code.divisionPrefix()).isEqualTo(division);
        assertThat(code.subject()).isEqualTo(subject);
        assertThat(code.isSound()).isTrue();
        assertThat(CodeLists.shipped()
                        .find("credit-code-category")
                        .orElseThrow()
                        .contains(code.category()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4,   credit-code.length",
        "91350100M000100Y433, credit-code.length",
        "91350100M000I00Y43,  credit-code.characters",
        "91350100M000100Y4Z,  credit-code.characters",
        "9135010AM000100Y43,  credit-code.characters",
        "91350100M000100Y53,  credit-code.subject-check",
        "91350100M000100Y44,  credit-code.check-digit",
        "92350100M000100Y43,  credit-code.check-digit"
    })
    void refusesWithTheReason(String text, String problem) {
        assertThat(catchThrowableOfType(BadCode.class, () -> CreditCode.parse(text))
                        .code())
                .isEqualTo(problem);
    }

    @Test
    void readLenientlyAnEarlyCodePassesAndIsMarked() {
        var early = new CreditCode("91350100M000100Y44");

        assertThat(early.isSound()).isFalse();
        assertThat(early).hasToString("91350100M000100Y44");
    }
}
