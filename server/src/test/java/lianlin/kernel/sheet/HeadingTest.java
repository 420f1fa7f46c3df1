package lianlin.kernel.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Headings as people really have them.
class HeadingTest {
    private static final Column NAME =
            Column.text("name", "姓名", 10).known("党员姓名").must();
    private static final Column DAY = Column.date("day", "入党日期").known("入党时间").must();
    private static final Column NOTE = Column.text("note", "备注", 10);

    @Test
    @Tag("EXC-03")
    void theOrderAndTheNamesOfColumnsMayDiffer() {
        var rows = read("某支部花名册,,\n入党时间（年月日）,备注,＊党员 姓名：\n2005.7.1,无,王一\n");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().text(NAME)).isEqualTo("王一");
        assertThat(rows.getFirst().day(DAY)).hasToString("2005-07-01");
        assertThat(rows.getFirst().number()).isEqualTo(3);
    }

    @Test
    @Tag("EXC-03")
    void titlesOfMergedCellsMayStandInTwoLines() {
        var rows = read("序号,基本情况,,党内情况\n,姓名,备注,入党日期\n1,王一,,2005-07-01\n2,王二,,20050701\n");
        assertThat(rows).hasSize(2);
        var above = read("姓名,党内情况,\n,备注,入党日期\n王一,,2005-07-01\n");
        assertThat(above.getFirst().text(NAME)).isEqualTo("王一");
    }

    @Test
    @Tag("EXC-03")
    void missingColumnsAreNamed() {
        assertThatThrownBy(() -> read("姓名,备注\n王一,无\n")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("sheet.heading");
            assertThat(problem.values()).contains("入党日期");
        });
    }

    @Test
    @Tag("EXC-03")
    void csvWithQuotesTabsAndGb18030IsRead() {
        var rows = read(("姓名\t入党日期\t备注\n\"王\"\"一\"\t2005-07-01\t\"两行\n文字\"\n").getBytes(Charset.forName("GB18030")));
        assertThat(rows.getFirst().text(NAME)).isEqualTo("王\"一");
        assertThat(rows.getFirst().text(NOTE)).isEqualTo("两行\n文字");
    }

    @Test
    @Tag("EXC-03")
    void daysThatAreNoneAreProblems() {
        var rows = read("姓名,入党日期\n王一,2005-02-30\n王二,2005-07\n王三,\n王四,=A1\n");
        rows.forEach(row -> row.day(DAY));
        assertThat(rows.stream().map(row -> row.problems().getFirst().code()).toList())
                .containsExactly("sheet.no-such-day", "sheet.day", "sheet.empty", "sheet.formula");
    }

    private static List<SheetRow> read(String csv) {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SheetRow> read(byte[] csv) {
        var rows = new ArrayList<SheetRow>();
        new SheetReader(Uploaded.open(csv), new Roster()).read(0, some -> rows.addAll(some));
        return rows;
    }

    private static final class Roster implements Sheet {
        @Override
        public String name() {
            return "roster";
        }

        @Override
        public String title() {
            return "名册";
        }

        @Override
        public String permission() {
            return "member.import";
        }

        @Override
        public List<Column> columns() {
            return List.of(NAME, DAY, NOTE);
        }

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public void take(Intake intake, List<SheetRow> rows) {}

        @Override
        public List<RowProblem> finish(Intake intake) {
            return List.of();
        }

        @Override
        public int apply(Intake intake) {
            return 0;
        }

        @Override
        public void discard(Id batch) {}
    }
}
