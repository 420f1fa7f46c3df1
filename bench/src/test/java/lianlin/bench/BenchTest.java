package lianlin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchTest {
    @Test
    void optionsNameTheSizeTheMattersAndTheRows() {
        var options = Options.parse(List.of("--size", "M", "--matters", "1,000,000", "--only", "P4,P1"));

        assertThat(options.size()).isEqualTo(Size.M);
        assertThat(options.matters()).isEqualTo(1_000_000);
        assertThat(options.only()).containsExactlyInAnyOrder("P1", "P4");
        assertThat(options.wants("P2")).isFalse();
    }

    @Test
    void anUnknownOptionOrRowIsRefusedByASentence() {
        assertThatThrownBy(() -> Options.parse(List.of("--fast"))).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.parse(List.of("--only", "P13"))).hasMessageContaining("P12");
        assertThatThrownBy(() -> Options.parse(List.of("--size", "XL"))).hasMessageContaining("XL");
    }

    @Test
    void processorTimeIsReadBehindANameWithBlanksAndBrackets() {
        var stat = Spent.Stat.parse("77 (postgres: io) worker) S 12 77 77 0 -1 4194368 1 0 0 0 31 9 5 2 20 0 1 0 3");

        assertThat(stat).isEqualTo(new Spent.Stat(12, 40, 7));
    }

    @Test
    void whatCollectionsLeaveIsReadFromTheirLog() {
        assertThat(Application.afterCollections(List.of(
                        "[1.2s][info][gc] Using G1",
                        "[2.0s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 50M->12M(388M) 4.9ms",
                        "[3.0s][info][gc] GC(1) Pause Full (System.gc()) 40M->31M(120M) 30.0ms")))
                .containsExactly(12L, 31L);
    }

    @Test
    void anIdIsTheSameThereAndBack() {
        assertThat(Ids.text(0)).isEqualTo("0000000000000");
        assertThat(Ids.value(Ids.text(2_050_123_456_789_012_345L))).isEqualTo(2_050_123_456_789_012_345L);
    }

    @Test
    void thePercentileOfFewTimesIsOneOfThem() {
        assertThat(Load.percentile(new long[] {1_000_000, 2_000_000, 9_000_000}, 50))
                .isEqualTo(2);
        assertThat(Load.percentile(new long[] {1_000_000, 2_000_000, 9_000_000}, 99))
                .isEqualTo(9);
    }

    @Test
    void anIdentityNumberEndsWithItsCheckDigit() {
        assertThat(Sheets.check("11010519491231002")).isEqualTo('X');
    }

    @Test
    void aNameIsSearchedByItsPairs() {
        assertThat(Members.pairs("欧阳建国")).isEqualTo("'欧阳' & '阳建' & '建国'");
    }

    @Test
    void theBudgetOfThePagesIsReadLineByLine() {
        var rows = Pages.rows("ok    pocket     69.1 of 70 KB, 12 files\nOVER  wall       41.0 of 40 KB, 3 files\n");

        assertThat(rows).extracting(Row::work).containsExactly("first load, pocket", "first load, wall");
        assertThat(rows).extracting(Row::met).containsExactly(true, false);
    }

    @Test
    void growthIsTheFactorOfProcessorTimeForTheSameWork() {
        var small = result(Size.S, 0.2);
        var large = result(Size.M, 0.3);

        assertThat(Report.growth(large, List.of(small))).contains("S-0 → M-0 | × 1.50");
        assertThat(Report.markdown(large)).contains("1,000,000 members").contains("| P1 | one |");
    }

    private static Report.Result result(Size size, double cpu) {
        var row = new Row("P1", "one", "", "", "≤ 1", "", true, Map.of("cpu", cpu));
        return new Report.Result(size, 0, "2026-01-01", "one machine", "0", "0", List.of("Filled."), List.of(row));
    }
}
