package lianlin.territory;

import static lianlin.territory.DivisionLevel.COMMUNITY;
import static lianlin.territory.DivisionLevel.DISTRICT;
import static lianlin.territory.DivisionLevel.PREFECTURE;
import static lianlin.territory.DivisionLevel.PROVINCE;
import static lianlin.territory.DivisionLevel.STREET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("TER-01")
@Tag("TER-02")
class NationalDivisionsTest {
    private final NationalDivisions divisions = new NationalDivisions();

    @Test
    void areComplete() {
        assertThat(divisions.year()).isEqualTo(2023);
        assertThat(List.of(PROVINCE, PREFECTURE, DISTRICT, STREET, COMMUNITY))
                .extracting(divisions::count)
                .containsExactly(31, 342, 2_978, 41_352, 620_573);
    }

    /// Walks the whole country through its districts: every code below its district and street, none twice, no name
    /// lost.
    @Test
    void everyDistrictOpens() {
        var streets = 0;
        var communities = 0;
        for (var province : divisions.children(0)) {
            for (var prefecture : divisions.children(province.code())) {
                for (var district : districts(prefecture)) {
                    var inside = divisions.county(district.code());
                    assertThat(inside.isEmpty())
                            .as(district.name())
                            .isEqualTo(district.name().equals("金门县"));
                    var seen = new HashSet<Long>();
                    for (var division : inside) {
                        assertThat(seen.add(division.code())).isTrue();
                        assertThat(DISTRICT.above(division.code())).isEqualTo(district.code());
                        assertThat(division.level()).isEqualTo(DivisionLevel.of(division.code()));
                        assertThat(division.kind()).isNotEqualTo(DivisionKind.OTHER);
                        assertThat(division.name()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
                        assertThat(division.level() == STREET || seen.contains(STREET.above(division.code())))
                                .isTrue();
                    }
                    var below =
                            inside.stream().filter(d -> d.level() == COMMUNITY).count();
                    communities += (int) below;
                    streets += inside.size() - (int) below;
                }
            }
        }
        // the list counts 金门县 as its own street and community
        assertThat(streets + 1).isEqualTo(divisions.count(STREET));
        assertThat(communities + 1).isEqualTo(divisions.count(COMMUNITY));
    }

    @ParameterizedTest
    @CsvSource({
        "110000000000, PROVINCE,   北京市",
        "110100000000, PREFECTURE, 市辖区",
        "110101001001, COMMUNITY,  多福巷社区居委会",
        "440604000000, DISTRICT,   禅城区",
        "440604010000, STREET,     石湾镇街道",
        "441900000000, PREFECTURE, 东莞市",
        "441900003000, STREET,     东城街道",
        "429004000000, DISTRICT,   仙桃市",
        "469021000000, DISTRICT,   定安县",
        "620201000000, DISTRICT,   嘉峪关市",
        "659012505508, COMMUNITY,  八连生活区"
    })
    void areFoundByCode(long code, DivisionLevel level, String name) {
        assertThat(divisions.find(code)).contains(new NationalDivision(code, level, name));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, -1, 440604, 990000000000L, 449900000000L, 440604099000L, 440604010999L, 1_100_000_000_000L})
    void whatIsNotListedIsNotFound(long code) {
        assertThat(divisions.find(code)).isEmpty();
        assertThat(divisions.path(code)).isEmpty();
        assertThat(divisions.county(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "440604000000, 广东省 佛山市 禅城区",
        "110105000000, 北京市 市辖区 朝阳区",
        "441900003000, 广东省 东莞市 东城街道",
        "441900000000, 广东省 东莞市",
        "429004000000, 湖北省 省直辖县级行政区划 仙桃市",
        "620201001000, 甘肃省 嘉峪关市 嘉峪关市 雄关街道"
    })
    void thePathLeadsFromTheProvince(long code, String path) {
        assertThat(divisions.path(code).stream().map(NationalDivision::name).collect(Collectors.joining(" ")))
                .isEqualTo(path);
    }

    /// With districts, without, and below a grouping.
    @ParameterizedTest
    @CsvSource({
        "440604000000, 禅城区, 4,  147",
        "441900000000, 东莞市, 36, 609",
        "442000000000, 中山市, 23, 287",
        "460400000000, 儋州市, 18, 340",
        "620201000000, 嘉峪关市, 5, 48",
        "429021000000, 神农架林区, 8, 79",
        "469001000000, 五指山市, 8, 64",
        "110101000000, 东城区, 17, 169",
        "500151000000, 铜梁区, 28, 333"
    })
    void aDistrictOpensByNameWhereverItHangs(long code, String name, int streets, int communities) {
        assertThat(divisions.search(name, DISTRICT, 20))
                .extracting(NationalDivision::code)
                .contains(code);
        assertThat(divisions.children(code)).hasSize(streets).allMatch(d -> d.level() == STREET);
        var inside = divisions.county(code);
        assertThat(inside).filteredOn(d -> d.level() == STREET).hasSize(streets);
        assertThat(inside).filteredOn(d -> d.level() == COMMUNITY).hasSize(communities);
        assertThat(inside.getFirst().level()).isEqualTo(STREET);
    }

    @ParameterizedTest
    @CsvSource({
        "禅城区,             DISTRICT,   440604000000",
        "禅城,               DISTRICT,   440604000000",
        "佛山市禅城区,       DISTRICT,   440604000000",
        "佛山 禅城,          DISTRICT,   440604000000",
        "广东省佛山市禅城区, DISTRICT,   440604000000",
        "广东禅城,           DISTRICT,   440604000000",
        "440604,             DISTRICT,   440604000000",
        "４４０６０４,       DISTRICT,   440604000000",
        "北京朝阳,           DISTRICT,   110105000000",
        "北京市朝阳区,       DISTRICT,   110105000000",
        "长春市朝阳区,       DISTRICT,   220104000000",
        "东莞市,             DISTRICT,   441900000000",
        "东莞,               DISTRICT,   441900000000",
        "湖北仙桃,           DISTRICT,   429004000000",
        "琼中,               DISTRICT,   469030000000",
        "新疆喀什市,         DISTRICT,   653101000000",
        "河北区,             DISTRICT,   120105000000",
        "吉林市,             PREFECTURE, 220200000000",
        "延边,               PREFECTURE, 222400000000",
        "广东,               PROVINCE,   440000000000",
        "新疆,               PROVINCE,   650000000000"
    })
    void areFoundByName(String text, DivisionLevel level, long code) {
        assertThat(divisions.search(text, level, 5).getFirst().code()).isEqualTo(code);
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(divisions.search("", DISTRICT, 5)).isEmpty();
        assertThat(divisions.search("区", DISTRICT, 5)).isEmpty();
        assertThat(divisions.search("没有这个区", DISTRICT, 5)).isEmpty();
        assertThat(divisions.search("市辖区", PREFECTURE, 5)).isEmpty();
        assertThat(divisions.search("城", DISTRICT, 7)).hasSize(7);
        assertThatIllegalArgumentException().isThrownBy(() -> divisions.search("祖庙", STREET, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "440000000000, PROVINCE,   OTHER",
        "440600000000, PREFECTURE, OTHER",
        "440604000000, DISTRICT,   OTHER",
        "440604099000, STREET,     STREET",
        "440604100000, STREET,     TOWN",
        "440604200000, STREET,     TOWNSHIP",
        "440604399000, STREET,     TOWNSHIP",
        "440604400000, STREET,     STREET_LIKE",
        "440604599000, STREET,     STREET_LIKE",
        "440604600000, STREET,     OTHER",
        "440604010001, COMMUNITY,  COMMUNITY",
        "440604010199, COMMUNITY,  COMMUNITY",
        "440604010200, COMMUNITY,  VILLAGE",
        "440604010400, COMMUNITY,  COMMUNITY_LIKE",
        "440604010500, COMMUNITY,  VILLAGE_LIKE",
        "440604010600, COMMUNITY,  OTHER"
    })
    void codesTellLevelAndKind(long code, DivisionLevel level, DivisionKind kind) {
        assertThat(DivisionLevel.of(code)).isEqualTo(level);
        assertThat(DivisionKind.of(code)).isEqualTo(kind);
    }

    private List<NationalDivision> districts(NationalDivision prefecture) {
        return divisions.children(prefecture.code()).getFirst().level() == STREET
                ? List.of(prefecture)
                : divisions.children(prefecture.code());
    }
}
