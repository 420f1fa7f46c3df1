package lianlin.kernel.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@Tag("IDN-13")
class PersonalJsonTest {
    record Card(PersonName name, IdentityNumber number, PhoneNumber phone, EmailAddress mail, CreditCode employer) {}

    private final JsonMapper json = new JsonMapper();

    private static final String REQUEST = """
            {"name":"张小三","number":"44060419900307001X","phone":"13812341234","mail":"zhang@example.org",\
            "employer":"91440604MA4UJ0013Y"}""";

    @Test
    void requestsBringPlainTextAndAnswersShowMasks() {
        var card = json.readValue(REQUEST.replace("001X", "0014"), Card.class);

        assertThat(card.number().reveal()).isEqualTo("440604199003070014");
        assertThat(json.writeValueAsString(card))
                .isEqualTo("{\"name\":\"张*三\",\"number\":\"440604********0014\",\"phone\":\"138****1234\","
                        + "\"mail\":\"z***@example.org\",\"employer\":\"91440604MA4UJ0013Y\"}");
        assertThat(card.toString())
                .doesNotContain("440604199003070014", "13812341234", "张小三", "zhang@")
                .contains("440604********0014");
    }

    @Test
    void aRefusedNumberIsInNoMessage() {
        var refused = catchThrowable(() -> json.readValue(REQUEST, Card.class));

        assertThat(refused).hasRootCauseInstanceOf(BadCode.class);
        for (var cause = refused; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("44060419900307001X", "19900307");
        }
    }
}
