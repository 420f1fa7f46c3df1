package lianlin.kernel.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("IDN-04")
class CodeListsTest {
    private final CodeLists lists = CodeLists.shipped();

    @ParameterizedTest
    @CsvSource({
        "gender,           4,  1,  男",
        "nationality,      58, 01, 汉族",
        "nationality,      58, 56, 基诺族",
        "nationality,      58, 97, 其他",
        "nationality,      58, 98, 外国血统中国籍人士",
        "education,        11, 21, 大学本科",
        "political-status, 13, 01, 中共党员",
        "political-status, 13, 13, 群众"
    })
    void areComplete(String list, int size, String code, String label) {
        var found = lists.find(list).orElseThrow();

        assertThat(found.entries()).hasSize(size).doesNotHaveDuplicates();
        assertThat(found.label(code)).contains(label);
        assertThat(found.code(label)).contains(code);
        assertThat(found.contains("x")).isFalse();
    }

    @Test
    void everyGenderHasALabel() {
        var genders = lists.find("gender").orElseThrow();

        assertThat(genders.entries())
                .extracting(CodeList.Entry::code)
                .containsExactlyElementsOf(
                        Stream.of(Gender.values()).map(Gender::code).toList());
    }
}
