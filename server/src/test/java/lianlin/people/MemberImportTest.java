package lianlin.people;

import static lianlin.testing.Importing.checked;
import static lianlin.testing.Importing.move;
import static lianlin.testing.Importing.settled;
import static lianlin.testing.Importing.upload;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.people.Party.Org;
import lianlin.people.SheetOf.Formula;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ServerTest
class MemberImportTest {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    @Tag("EXC-03")
    void aSheetIsCheckedMendedConfirmedAndCounted(World world) throws IOException {
        var branch = branch(world);
        var clerk = world.district().clerk();
        var wrong = new SheetOf()
                .member("王一", 1, branch.name())
                .member("王二", 3, branch.name())
                .row(with("王三", 5, branch, "公民身份号码", "4406041952031"))
                .row(with("王四", 7, branch, "所在党支部", "第一党支"))
                .row(with("王五", 9, branch, "入党日期", "2131-07-01"))
                .excel();

        var checked = checked(clerk, wrong);

        assertThat(checked.text("/state")).isEqualTo("CHECKED");
        assertThat(List.of(checked.number("/rows"), checked.number("/good"), checked.number("/bad")))
                .containsExactly(5, 2, 3);
        var rows = clerk.get("/api/imports/{id}/rows", checked.id()).is(200);
        assertThat(rows.items("/row")).containsExactly("5", "6", "7");
        assertThat(rows.items("/column")).containsExactly("公民身份号码", "所在党支部", "入党日期");
        assertThat(rows.items("/message").getFirst()).isEqualTo("现有 13 位，应为 18 位");
        assertThat(rows.items("/message").getLast()).isEqualTo("晚于今天");
        assertThat(rows.text()).doesNotContain("4406041952031");
        move(clerk, checked, "CONFIRMED", false).is(409).problem("import.bad");

        var annotated = SheetOf.cells(
                clerk.get("/api/imports/{id}/annotated", checked.id()).is(200).bytes());
        assertThat(annotated.get(1).getLast()).isEqualTo("问题");
        assertThat(annotated.get(4).getLast()).isEqualTo("公民身份号码：现有 13 位，应为 18 位");
        assertThat(annotated.get(4)).contains("4406041952031");
        move(clerk, checked, "CANCELLED", false).is(200);

        var again = checked(clerk, mended(branch));
        assertThat(again.number("/bad"))
                .as(clerk.get("/api/imports/{id}/rows", again.id()).text())
                .isZero();
        move(clerk, again, "CONFIRMED", false).is(200);
        var applied = settled(clerk, again.id());
        assertThat(applied.text("/state")).isEqualTo("APPLIED");
        assertThat(applied.number("/applied")).isEqualTo(5);
        var list = clerk.get("/api/members?organization={id}", branch.id()).is(200);
        assertThat(list.number("/total")).isEqualTo(5);
        assertThat(list.items()).hasSize(5);
        var one = clerk.get("/api/members/{id}", list.items("/id").getFirst()).is(200);
        assertThat(one.text("/identity")).startsWith("440604********");
        assertThat(one.text("/careMode/code")).isEqualTo("DIRECT");
        assertThat(left(world)).isZero();
    }

    @Test
    @Tag("EXC-03")
    void theGoodRowsCanBeWrittenFirst(World world) {
        var branch = branch(world);
        var clerk = world.district().clerk();
        var sheet = new SheetOf()
                .member("王一", 1, branch.name())
                .row(with("王三", 5, branch, "公民身份号码", Party.identity(5).substring(0, 17) + "?"))
                .excel();
        var checked = checked(clerk, sheet);

        move(clerk, checked, "CONFIRMED", true).is(200);

        var applied = settled(clerk, checked.id());
        assertThat(applied.number("/applied")).isEqualTo(1);
        assertThat(clerk.get("/api/members").number("/total")).isEqualTo(1);
        clerk.get("/api/imports/{id}/annotated", checked.id()).is(200);
    }

    @Test
    @Tag("EXC-03")
    void theTemplateCanBeFilledInAndUploaded(World world) throws IOException {
        var branch = branch(world);
        var clerk = world.district().clerk();
        var template = clerk.get("/api/imports/templates/members").is(200);
        assertThat(template.header("Content-Disposition")).startsWith("attachment");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(template.bytes()))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("党员花名册", "代码表", "填表说明");
            var codes = workbook.findSheet("代码表").orElseThrow().read();
            assertThat(codes.toString()).contains(branch.name());
        }
        var xml = entry(template.bytes(), "xl/worksheets/sheet1.xml");
        assertThat(xml).contains("<dataValidation");
        upload(clerk, template.bytes()).send().is(201);
    }

    @Test
    @Tag("EXC-03")
    @Tag("IDN-01")
    void thingsThatAreWrongInARowAreNamed(World world) {
        var branch = branch(world);
        var clerk = world.district().clerk();
        clerk.post("/api/members", Party.form("赵一", 101, branch)).is(201);
        var sheet = new SheetOf()
                .row(with("王一", 1, branch, "公民身份号码", "110105194912310021"))
                .row(with("王二", 3, branch, "姓名", new Formula("A1+1")))
                .row(with("王三", 5, branch, "公民身份号码", 440604199003070014L))
                .member("赵一", 101, branch.name())
                .member("王五", 9, branch.name())
                .member("王五", 9, branch.name())
                .row(with("王六", 11, branch, "党员状态", "党员"))
                .row(with("王七", 13, branch, "入党日期", "2005年"))
                .row(with("王八", 15, branch, "入党日期", "1970-07-01"))
                .row(with("王九", 17, branch, "党员状态", "预备党员"))
                .row(with("", 19, branch, "联系电话", "12"))
                .excel();

        var checked = checked(clerk, sheet);

        var rows = clerk.get("/api/imports/{id}/rows?limit=50", checked.id()).is(200);
        var codes = new HashMap<String, String>();
        rows.items()
                .forEach(row ->
                        codes.merge(row.at("/row").asString(), row.at("/code").asString(), (a, b) -> a + " " + b));
        assertThat(codes)
                .containsEntry("3", "identity-number.check-digit")
                .containsEntry("4", "sheet.formula")
                .containsEntry("5", "sheet.digits")
                .containsEntry("6", "sheet.person-branch")
                .containsEntry("8", "sheet.twice")
                .containsEntry("9", "sheet.choice")
                .containsEntry("10", "sheet.day")
                .containsEntry("11", "sheet.minor")
                .containsEntry("12", "sheet.probationary")
                .containsEntry("13", "sheet.empty phone-number.form")
                .hasSize(10);
        assertThat(checked.number("/good")).isEqualTo(1);
        assertThat(rows.text()).doesNotContain(Party.identity(9), Party.identity(101));
    }

    @Test
    @Tag("EXC-03")
    void csvInUtf8AndInGb18030AndDaysOfExcelAreRead(World world) {
        var branch = branch(world);
        var clerk = world.district().clerk();
        var number = 1;
        for (var charset : List.of("UTF-8", "GB18030")) {
            var checked = checked(
                    clerk,
                    new SheetOf().member("王〇喆", number += 2, branch.name()).csv(charset));
            assertThat(checked.number("/good")).as(checked.text()).isEqualTo(1);
        }
        var serial = with("王二", 21, branch, "入党日期", 38534);
        var checked = checked(clerk, new SheetOf().row(serial).excel());
        move(clerk, checked, "CONFIRMED", false).is(200);
        settled(clerk, checked.id());
        assertThat(clerk.get("/api/members").items("/joinedOn")).containsExactly("2005-07-01");
    }

    @Test
    @Tag("EXC-03")
    void whatIsNoSheetIsRefusedWithASentence(World world) throws IOException {
        var clerk = world.district().clerk();
        var branch = branch(world);
        var good = new SheetOf().member("王一", 1, branch.name()).excel();
        var cases = new HashMap<String, byte[]>();
        cases.put("sheet.nothing", new byte[0]);
        cases.put("sheet.old", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        cases.put("sheet.other", "%PDF-1.7 something, else\n".getBytes(StandardCharsets.UTF_8));
        cases.put("sheet.broken", java.util.Arrays.copyOf(good, good.length / 2));
        cases.put("sheet.heading", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8));
        cases.put("sheet.bomb", SheetOf.with(good, "xl/media/bomb.bin", new byte[30 << 20]));
        cases.put("sheet.macro", SheetOf.with(good, "xl/vbaProject.bin", new byte[10]));
        cases.put(
                "sheet.doctype",
                SheetOf.with(
                        good,
                        "xl/extra.xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                                .getBytes(StandardCharsets.UTF_8)));
        cases.put("sheet.encrypted", encrypted());
        cases.forEach((problem, bytes) -> {
            var answer = upload(clerk, bytes).send().is(422).problem(problem);
            assertThat(answer.text("/title")).as(problem).startsWith("没有收下");
            assertThat(answer.text("/detail")).as(problem).isNotBlank();
        });
        upload(clerk, SheetOf.with(good, "word/document.xml", new byte[10]))
                .send()
                .is(201);
        assertThat(clerk.get("/api/imports").items()).hasSize(1);
    }

    @Test
    @Tag("EXC-03")
    void aBranchSecretaryImportsIntoHisBranchOnlyAndSeesNoImportOfOthers(World world) {
        var party = new Party(world);
        var here = world.community("滨江");
        var mine = party.branch("第一党支部", here);
        var other = party.branch("第二党支部", here);
        var secretary = party.secretary(mine, here);
        var sheet = new SheetOf()
                .member("王一", 1, mine.name())
                .member("王二", 3, other.name())
                .excel();

        var checked = checked(secretary, sheet);

        assertThat(checked.number("/good")).isEqualTo(1);
        assertThat(secretary.get("/api/imports/{id}/rows", checked.id()).items("/code"))
                .containsExactly("sheet.organization-near");
        assertThat(secretary.get("/api/imports/{id}/rows", checked.id()).items("/near/0"))
                .containsExactly("第一党支部");
        for (var stranger :
                List.of(world.district().clerk(), world.neighbour().district().clerk())) {
            stranger.get("/api/imports/{id}", checked.id()).is(404);
            stranger.get("/api/imports/{id}/rows", checked.id()).is(404);
            stranger.get("/api/imports/{id}/annotated", checked.id()).is(404);
            move(stranger, checked, "CONFIRMED", true).is(404);
            assertThat(stranger.get("/api/imports").items()).isEmpty();
        }
        here.clerk()
                .call("POST", "/api/imports/members")
                .bytes(EXCEL, sheet)
                .send()
                .is(403);
    }

    @Test
    @Tag("EXC-03")
    void twoConfirmationsWriteOnce(World world) {
        var branch = branch(world);
        var clerk = world.district().clerk();
        var checked =
                checked(clerk, new SheetOf().member("王一", 1, branch.name()).excel());

        move(clerk, checked, "CONFIRMED", false).is(200);
        move(clerk, checked, "CONFIRMED", false).is(412);

        settled(clerk, checked.id());
        assertThat(clerk.get("/api/members").number("/total")).isEqualTo(1);
    }

    @Test
    @Tag("EXC-03")
    void dataThatChangedBetweenCheckAndConfirmationStopTheWholeSheet(World world) {
        var branch = branch(world);
        var clerk = world.district().clerk();
        var checked = checked(
                clerk,
                new SheetOf()
                        .member("王一", 1, branch.name())
                        .member("王二", 3, branch.name())
                        .excel());
        clerk.post("/api/members", Party.form("王二", 3, branch)).is(201);

        move(clerk, checked, "CONFIRMED", false).is(200);

        var ended = settled(clerk, checked.id());
        assertThat(ended.text("/state")).isEqualTo("REJECTED");
        assertThat(ended.text("/problem")).startsWith("在您确认之前");
        assertThat(clerk.get("/api/members").number("/total")).isEqualTo(1);
    }

    @Test
    @Tag("IDN-14")
    void nothingOfAnUploadLiesInTheClear(World world) {
        var branch = branch(world);
        var clerk = world.district().clerk();
        checked(
                clerk,
                new SheetOf()
                        .member("王一", 1, branch.name())
                        .row(with("王二", 3, branch, "公民身份号码", "440604199003070019"))
                        .csv("UTF-8"));

        var dump = world.server()
                .owner()
                .fetch("""
                SELECT 'x' || row_to_json(t)::text FROM people.member_intake t WHERE jurisdiction = ?
                UNION ALL SELECT row_to_json(t)::text FROM exchange.import_problem t WHERE jurisdiction = ?
                UNION ALL SELECT encode(content, 'escape') FROM exchange.import_chunk WHERE jurisdiction = ?
                """, world.jurisdiction(), world.jurisdiction(), world.jurisdiction())
                .formatCSV();

        assertThat(dump).contains("王一").doesNotContain(Party.identity(1), "13800000001", "440604199003070019");
    }

    private static Org branch(World world) {
        return new Party(world).branch("第一党支部", world.community("滨江"));
    }

    private static byte[] mended(Org branch) {
        var right = new SheetOf();
        for (var i = 1; i <= 5; i++) {
            right.member("王" + "一二三四五".charAt(i - 1), 2 * i - 1, branch.name());
        }
        return right.excel();
    }

    static Map<String, Object> with(String name, int number, Org branch, String title, Object value) {
        var row = new HashMap<String, Object>(Map.of(
                "姓名",
                name,
                "公民身份号码",
                Party.identity(number),
                "所在党支部",
                branch.name(),
                "党员状态",
                "正式党员",
                "入党日期",
                "2005-07-01",
                "转正日期",
                "2006-07-01"));
        row.put(title, value);
        return row;
    }

    private static int left(World world) {
        return world.server()
                .owner()
                .resultQuery(
                        "SELECT (SELECT count(*) FROM people.member_intake WHERE jurisdiction = ?) + "
                                + "(SELECT count(*) FROM exchange.import_chunk WHERE jurisdiction = ?)",
                        world.jurisdiction(),
                        world.jurisdiction())
                .fetchSingle()
                .get(0, Integer.class);
    }

    private static String entry(byte[] workbook, String name) throws IOException {
        try (var in = SheetOf.opened(workbook)) {
            return new String(in.getInputStream(in.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] encrypted() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        out.write(new byte[600]);
        out.write("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        return out.toByteArray();
    }
}
