package lianlin.kernel.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("IDN-13")
class PersonNameTest {
    @ParameterizedTest
    @CsvSource({
        "张三,         张三,         张*",
        "张 三,        张三,         张*",
        "张　三,       张三,         张*",
        "张小三,       张小三,       张*三",
        "欧阳三,       欧阳三,       欧阳*",
        "欧阳小三,     欧阳小三,     欧阳*三",
        "张王小三,     张王小三,     张**三",
        "阿卜杜拉•买买提, 阿卜杜拉·买买提, 阿**提",
        "阿卜杜拉.买买提, 阿卜杜拉·买买提, 阿**提",
        "扎西,         扎西,         扎*",
        "李𡐓明,       李𡐓明,       李*明",
        "𡐓明,         𡐓明,         𡐓*",
        "王,           王,           *",
        "John  Smith,  John Smith,   J***",
        "Zoë O'Neill,  Zoë O'Neill,  Z***"
    })
    void isMasked(String text, String spelling, String mask) {
        var name = PersonName.parse(text);

        assertThat(name.reveal()).isEqualTo(spelling);
        assertThat(name).hasToString(mask);
    }

    @ParameterizedTest
    @CsvSource({
        "'',      person-name.length",
        "'  ',    person-name.length",
        "张三1,   person-name.characters",
        "<b>张三, person-name.characters",
        "·,       person-name.characters",
        "=张三,   person-name.characters"
    })
    void refusesWithTheReason(String text, String problem) {
        assertThat(catchThrowableOfType(BadCode.class, () -> PersonName.parse(text))
                        .code())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "Zhang.San@Example.org, zhang.san@example.org, z***@example.org",
        "a@x.cn,                a@x.cn,                a***@x.cn",
        "张三@例子.中国,        张三@例子.中国,        张***@例子.中国"
    })
    void anAddressKeepsItsDomain(String text, String spelling, String mask) {
        var address = EmailAddress.parse(text);

        assertThat(address.reveal()).isEqualTo(spelling);
        assertThat(address).hasToString(mask);
    }

    @ParameterizedTest
    @CsvSource({"zhang", "@x.cn", "a@x", "a..b@x.cn", ".a@x.cn", "a.@x.cn", "a b@x.cn", "a@-x.cn"})
    void refusesWhatIsNoAddress(String text) {
        assertThat(catchThrowableOfType(BadCode.class, () -> EmailAddress.parse(text))
                        .code())
                .isEqualTo("email-address.form");
    }
}
