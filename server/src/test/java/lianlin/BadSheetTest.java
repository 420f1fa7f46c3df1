package lianlin;

import static lianlin.testing.Importing.checked;
import static lianlin.testing.Importing.confirm;
import static lianlin.testing.Importing.upload;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lianlin.people.Party;
import lianlin.people.SheetOf;
import lianlin.testing.Answer;
import lianlin.testing.Call;
import lianlin.testing.Person;
import lianlin.testing.Refusal;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sheets as they should not be, one test for each: the answer says in both languages what was not taken and how to
/// mend it, and nothing is written or lost.
@ServerTest
class BadSheetTest {
    @Test
    @Tag("EXC-03")
    void aFileThatIsNotExcel(World world) {
        var clerk = world.district().clerk();
        for (var file :
                List.of("%PDF-1.7 something, else\n", "<html><body>表格</body></html>", "\u0000\u0001\u0002\u0003")) {
            new Refusal(
                            422,
                            "sheet.other",
                            "没有收下：这不是 Excel 表格，也不是 CSV 文件。",
                            "Not taken: this is neither an Excel sheet nor a CSV file.")
                    .answers(() -> upload(clerk, file.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(clerk.get("/api/imports").items()).isEmpty();
    }

    @Test
    @Tag("EXC-03")
    void aZipBomb(World world) throws Exception {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var good = new SheetOf().member("王一", 1, branch.name()).excel();
        var bomb = SheetOf.with(good, "xl/media/bomb.bin", new byte[64 << 20]);
        assertThat(bomb).hasSizeLessThan(1 << 20);

        var begin = System.nanoTime();
        new Refusal(
                        422,
                        "sheet.bomb",
                        "没有收下：文件展开后异常庞大，可能是恶意文件。",
                        "Not taken: unpacked the file is abnormally large; it may be malicious.")
                .answers(() -> upload(clerk, bomb));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(clerk.get("/api/imports").items()).isEmpty();
        upload(clerk, good).send().is(201);
    }

    @Test
    @Tag("EXC-03")
    void aFormulaInACell(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var sheet = new SheetOf()
                .member("王一", 1, branch.name())
                .row(Map.of(
                        "姓名",
                        new SheetOf.Formula("HYPERLINK(\"http://example.org\",\"王二\")"),
                        "公民身份号码",
                        Party.identity(3),
                        "所在党支部",
                        branch.name(),
                        "党员状态",
                        "正式党员",
                        "入党日期",
                        "2005-07-01",
                        "转正日期",
                        "2006-07-01"))
                .excel();
        var checked = checked(clerk, sheet);

        row(clerk, checked, "4", "sheet.formula", "单元格里是公式；请复制后“粘贴为数值”", "is a formula; copy it and paste the value");
        new Refusal(409, "import.bad", "没有写入：还有 1 行要改。", "Nothing was written: 1 rows have to be mended.")
                .answers(() -> state(clerk, checked, false));
        assertThat(total(clerk, "/api/members")).isZero();
        confirm(clerk, checked);
        assertThat(clerk.get("/api/members").items("/name")).containsExactly("王*");

        // a formula that somebody writes into a form is text in the sheet that a clerk takes out
        var profile = Map.of(
                "kind",
                "BRANCH",
                "name",
                "第二党支部",
                "area",
                world.community("滨江").code(),
                "address",
                "=HYPERLINK(\"http://example.org\")");
        clerk.post("/api/organizations", Map.of("profile", profile)).is(201);
        var out = clerk.get("/api/organizations/export").is(200).bytes();
        assertThat(SheetOf.cells(out).toString()).contains("=HYPERLINK");
        assertThat(SheetOf.formulas(out)).isZero();
    }

    @Test
    @Tag("EXC-03")
    @Tag("IDN-01")
    void theSamePersonTwiceInOneSheet(World world) {
        var party = new Party(world);
        var first = party.branch("第一党支部", world.community("滨江"));
        var second = party.branch("第二党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var checked = checked(
                clerk,
                new SheetOf()
                        .member("李四", 3, first.name())
                        .member("李四", 3, second.name())
                        .excel());
        row(clerk, checked, "4", "sheet.twice", "与第 3 行重复", "is the same as in row 3");
        confirm(clerk, checked);
        assertThat(total(clerk, "/api/members")).isEqualTo(1);
    }

    private static int total(Person by, String list) {
        return by.get(list).is(200).number("/total");
    }

    private static void row(Person by, Answer batch, String number, String code, String chinese, String english) {
        Supplier<Call> rows = () -> by.call("GET", "/api/imports/{id}/rows", batch.id());
        var inChinese = rows.get().send().is(200);
        assertThat(inChinese.items("/row")).containsExactly(number);
        assertThat(inChinese.items("/code")).containsExactly(code);
        assertThat(inChinese.items("/message")).containsExactly(chinese);
        assertThat(rows.get().english().send().is(200).items("/message")).containsExactly(english);
    }

    private static Call state(Person by, Answer batch, boolean goodOnly) {
        return by.call("PUT", "/api/imports/{id}/state", batch.id())
                .version(batch.number("/version"))
                .body(Map.of("state", "CONFIRMED", "goodOnly", goodOnly));
    }
}
