package lianlin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTest {
    @ParameterizedTest
    @Tag("TER-02")
    @CsvSource({
        "44, 440000000000, 1, 44",
        "440600, 440600000000, 2, 4406",
        "440604, 440604000000, 3, 440604",
        "440604001, 440604001000, 4, 440604001",
        "440604001003, 440604001003, 5, 440604001003",
        "440604001003012, 440604001003012, 6, 440604001003012"
    })
    void aPlaceHasItsDepthAndItsDigits(String text, String shown, int depth, String digits) {
        var area = Area.parse(text);

        assertThat(area).hasToString(shown);
        assertThat(area.depth()).isEqualTo(depth);
        assertThat(area.digits()).isEqualTo(digits);
    }

    @Test
    @Tag("TER-02")
    void whatLiesBelowAPlaceIsOneInterval() {
        var street = Area.parse("440604001");

        assertThat(street.contains(street)).isTrue();
        assertThat(street.contains(Area.parse("440604001999"))).isTrue();
        assertThat(street.contains(Area.parse("440604001999999"))).isTrue();
        assertThat(street.contains(Area.parse("440604002"))).isFalse();
        assertThat(street.contains(Area.parse("440604000"))).isFalse();
        assertThat(Area.COUNTRY.contains(street)).isTrue();
    }

    @Test
    void theWayUpEndsAtTheCountry() {
        var grid = Area.parse("440604001003012");

        assertThat(grid.parent()).hasToString("440604001003");
        assertThat(grid.parent().parent()).hasToString("440604001000");
        assertThat(grid.parent().parent().parent()).hasToString("440604000000");
        assertThat(Area.parse("44").parent()).isEqualTo(Area.COUNTRY);
        assertThat(Area.COUNTRY.parent()).isEqualTo(Area.COUNTRY);
    }

    @Test
    @Tag("TER-06")
    void aGridStandsBelowItsCommunity() {
        var community = Area.parse("440604001003");

        assertThat(community.grid(12)).hasToString("440604001003012");
        assertThat(community.grid(12).community()).isEqualTo(community);
        assertThat(community.grid(12).isGrid()).isTrue();
        assertThat(community.isGrid()).isFalse();
        assertThat(community.grid(12).county()).isEqualTo(440604);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "44060", "4406040010031", "44060400100301a", "-44060"})
    void whatIsNoAreaIsRefused(String text) {
        assertThatThrownBy(() -> Area.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
