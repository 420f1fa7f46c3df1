package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.matter.order.OrderStory;
import lianlin.organization.Organizations;
import lianlin.people.Party;
import lianlin.people.SheetOf;
import lianlin.testing.Answer;
import lianlin.testing.Call;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What people do wrong every day, one test for each: the answer says in their language what was not done and how to
/// mend it, and nothing is lost or done twice.
@ServerTest
class BadInputTest {
    private static final Map<String, Object> WISH = Map.of("title", "厨房水管漏水", "category", "REPAIR");

    @Test
    @Tag("TER-01")
    void anUnknownDivisionCode(World world) {
        var community = world.community("滨江");
        var unknown = "440699999999";
        var clerk = world.district().clerk();
        var absent = new Sentence(
                404, "area.absent", "没有找到该区域，或它不在您的岗位范围内。", "The place was not found, or it lies outside your post.");

        // a resident who signs up; the code sent to his phone is not used up
        var phone = "137%08d".formatted(world.number());
        visitor(world, "/api/session/codes", Map.of("phone", phone)).send().is(202);
        var code = world.server().enrolment().code(phone);
        refused(absent, () -> visitor(world, "/api/residents", newcomer(phone, code, unknown)));
        visitor(world, "/api/residents", newcomer(phone, code, community.code()))
                .send()
                .is(201);

        // an order and an organization that are nowhere
        var order = Map.of(
                "title",
                "代购药品",
                "category",
                "CARE",
                "area",
                unknown,
                "behalf",
                Map.of("name", "陈秀兰", "phone", "13800001074", "consent", "VOICE"));
        refused(absent, () -> clerk.call("POST", "/api/service-orders").body(order));
        var profile = Map.of("kind", "BRANCH", "name", "第一党支部", "area", unknown);
        refused(absent, () -> clerk.call("POST", "/api/organizations").body(Map.of("profile", profile)));
        assertThat(total(clerk, "/api/service-orders")).isZero();
        assertThat(total(clerk, "/api/organizations")).isZero();

        // a county that is not in the national list
        var administrator = world.installation().person("SYSTEM_ADMIN");
        refused(
                new Sentence(
                        422,
                        "county.unknown",
                        "全国区划中没有可开通的区县“990199000000”。",
                        "The national list has no county \"990199000000\" that can be opened."),
                () -> administrator.call("POST", "/api/jurisdictions").body(Map.of("code", "990199")));
    }

    @Test
    @Tag("IDN-01")
    @Tag("IDN-02")
    void aWrongCheckDigit(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var member = Party.form("王小明", 1, branch);
        var right = Party.identity(1);
        var wrong = right.substring(0, 17) + (right.endsWith("5") ? "6" : "5");
        member.put("identity", wrong);

        refused(
                new Sentence(
                        422,
                        "identity-number.check-digit",
                        "身份证号码的校验位不正确，请核对是否输错。",
                        "The check digit does not fit; check for a typing error."),
                () -> clerk.call("POST", "/api/members").body(member));
        refused(
                new Sentence(
                        422,
                        "credit-code.check-digit",
                        "统一社会信用代码的校验位不正确，请核对是否输错。",
                        "The check character does not fit; check for a typing error."),
                () -> clerk.call("POST", "/api/organizations")
                        .body(Map.of(
                                "profile",
                                Map.of(
                                        "kind",
                                        "BRANCH",
                                        "name",
                                        "第二党支部",
                                        "area",
                                        world.community("滨江").code(),
                                        "creditCode",
                                        "91440604MA4UJ0013W"))));

        assertThat(clerk.call("POST", "/api/members").body(member).send().text())
                .doesNotContain(wrong);
        assertThat(total(clerk, "/api/members")).isZero();
        assertThat(total(clerk, "/api/organizations")).isEqualTo(1);
        member.put("identity", right);
        clerk.post("/api/members", member).is(201);
    }

    @Test
    @Tag("IDN-01")
    @Tag("MEM-05")
    void theSamePersonTwice(World world) throws Exception {
        var party = new Party(world);
        var first = party.branch("第一党支部", world.community("滨江"));
        var second = party.branch("第二党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        clerk.session();

        var statuses = atOnce(6, i -> clerk.post("/api/members", Party.form("王小明", 1, i % 2 == 0 ? first : second)));
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);

        var where = clerk.get("/api/members").items("/organization/name").getFirst();
        refused(
                new Sentence(
                        409,
                        "person.identity.branch",
                        "没有保存：同一个人已经在库中，现在" + where + "。",
                        "Not saved: the same person is already there, now in " + where + "."),
                () -> clerk.call("POST", "/api/members").body(Party.form("王小明", 1, second)));
        assertThat(total(clerk, "/api/members")).isEqualTo(1);

        // twice in one sheet: written once, the second row is named
        var checked = checked(
                clerk,
                new SheetOf()
                        .member("李四", 3, first.name())
                        .member("李四", 3, second.name())
                        .excel());
        row(clerk, checked, "4", "sheet.twice", "与第 3 行重复", "is the same as in row 3");
        confirm(clerk, checked);
        assertThat(total(clerk, "/api/members")).isEqualTo(2);
    }

    @Test
    @Tag("EXC-03")
    void aFileThatIsNotExcel(World world) {
        var clerk = world.district().clerk();
        for (var file :
                List.of("%PDF-1.7 something, else\n", "<html><body>表格</body></html>", "\u0000\u0001\u0002\u0003")) {
            refused(
                    new Sentence(
                            422,
                            "sheet.other",
                            "没有收下：这不是 Excel 表格，也不是 CSV 文件。",
                            "Not taken: this is neither an Excel sheet nor a CSV file."),
                    () -> upload(clerk, file.getBytes(StandardCharsets.UTF_8)));
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
        refused(
                new Sentence(
                        422,
                        "sheet.bomb",
                        "没有收下：文件展开后异常庞大，可能是恶意文件。",
                        "Not taken: unpacked the file is abnormally large; it may be malicious."),
                () -> upload(clerk, bomb));

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
        refused(
                new Sentence(409, "import.bad", "没有写入：还有 1 行要改。", "Nothing was written: 1 rows have to be mended."),
                () -> state(clerk, checked, false));
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
    @Tag("IDN-10")
    void anExpiredSessionInTheMiddleOfAForm(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var before = clerk.session();
        var form = Party.form("王小明", 1, branch);
        var key = UUID.randomUUID().toString();
        world.later(Duration.ofMinutes(31));

        refused(
                new Sentence(
                        401,
                        "session.absent",
                        "没有办成：您还没有登录，或登录已过期。",
                        "Not done: you are not signed in, or not any more."),
                () -> world.visitor()
                        .call("POST", "/api/members")
                        .header("Cookie", "__Host-lianlin=" + before.token())
                        .header("X-CSRF-Token", before.csrf())
                        .key(key)
                        .body(form));
        assertThat(total(clerk, "/api/members")).isZero();

        // signed in again, the page sends what it still has, under the key that it had
        clerk.call("POST", "/api/members").key(key).body(form).send().is(201);
        clerk.call("POST", "/api/members").key(key).body(form).send().is(201);
        assertThat(total(clerk, "/api/members")).isEqualTo(1);
    }

    @Test
    @Tag("SRV-01")
    void theSameOrderSentTwice(World world) throws Exception {
        var story = new OrderStory(world);
        story.resident.session();
        var key = UUID.randomUUID().toString();
        Supplier<Call> order = () ->
                story.resident.call("POST", "/api/service-orders").key(key).body(WISH);

        assertThat(atOnce(8, i -> order.get().send())).containsOnlyOnce(201).containsOnly(201, 409);

        refused(
                new Sentence(
                        409,
                        "once.unkept",
                        "这次提交已经办好，没有重复办理；它的答复含有不予保存的内容，不能再次显示。",
                        "This submission has been carried out and was not carried out twice; "
                                + "its answer held what is not kept and cannot be shown again."),
                order);
        assertThat(story.resident.get("/api/service-orders").is(200).items("/title"))
                .containsExactly("厨房水管漏水");
        refused(
                new Sentence(
                        422,
                        "once.other",
                        "没有受理：同一个键已用于另一次不同的提交。",
                        "Not accepted: this key was used for a different submission."),
                () -> order.get().body(Map.of("title", "别的事情", "category", "CARE")));
        assertThat(total(story.clerk, "/api/service-orders")).isEqualTo(1);
        assertThat(opened(world)).isEqualTo(1);
    }

    @Test
    @Tag("SRV-01")
    void twoClerksActOnOneOrderAtOnce(World world) throws Exception {
        var story = new OrderStory(world);
        var clerks = List.of(story.clerk, story.community.clerk());
        clerks.forEach(Person::session);
        var order = story.order();
        var teams = List.of(story.first, story.second);

        var statuses = atOnce(
                2,
                i -> story.stepAt(
                        1,
                        clerks.get(i),
                        order,
                        "dispatch",
                        Map.of("taker", teams.get(i).id().toString())));

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        var won = teams.get(statuses.indexOf(200));
        var lost = clerks.get(statuses.indexOf(412));
        refused(
                stale(),
                () -> step(
                        lost,
                        order,
                        1,
                        "dispatch",
                        Map.of("taker", teams.get(0).id().toString())));
        var seen = story.seen(lost, order).is(200);
        assertThat(seen.id("/holder/id")).isEqualTo(won.id());
        assertThat(seen.number("/version")).isEqualTo(2);
        assertThat(facts(world, order, "service-order.dispatch")).isEqualTo(1);
        assertThat(assignments(world, order)).isEqualTo(1);
    }

    @Test
    @Tag("SRV-01")
    void aStalePage(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);

        refused(stale(), () -> step(story.clerk, order, 1, "cancel", Map.of("note", "重复")));

        assertThat(story.state(order)).isEqualTo("DISPATCHED");
        assertThat(facts(world, order, "service-order.cancel")).isZero();
        step(story.clerk, order, 2, "cancel", Map.of("note", "重复")).send().is(200);
        assertThat(story.state(order)).isEqualTo("CANCELLED");

        // the same for a form that two people have open
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var profile = Map.of(
                "kind", "BRANCH", "name", "红棉党支部", "area", world.community("滨江").code());
        Supplier<Call> change = () -> clerk.call("PUT", "/api/organizations/{id}", branch.id())
                .version(1)
                .body(profile);
        change.get().send().is(200);
        refused(stale(), change);
    }

    @Test
    @Tag("SRV-01")
    void aTakerWhoLostThePost(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);
        var taker = story.first.leader();
        var post = taker.get("/api/session").is(200).id("/post/id");
        world.securityAdmin().delete("/api/posts/{id}", post).is(204);

        refused(
                new Sentence(
                        403,
                        "permission.missing",
                        "没有办成：您当前的岗位没有这项权限。",
                        "Not done: your present post does not permit this."),
                () -> step(taker, order, 2, "accept", Map.of()));
        taker.post("/api/service-orders/{id}/contact", Map.of("reason", ""), order)
                .is(403)
                .problem("permission.missing");

        // with another post, but not at this team, the order is none of his business any more
        taker.also("RESIDENT", story.community);
        taker.enter();
        refused(
                new Sentence(
                        404,
                        "case.absent",
                        "没有找到这件事，或者您的岗位看不到它",
                        "There is no such matter, or your post cannot see it"),
                () -> step(taker, order, 2, "accept", Map.of()));
        assertThat(story.state(order)).isEqualTo("DISPATCHED");
        assertThat(facts(world, order, "service-order.accept")).isZero();

        // the order is not lost: the clerk takes it back and gives it to another team
        var other = story.community.person("TEAM_LEADER", story.first.id(), path(world, story.first.id()));
        step(other, order, 2, "accept", Map.of()).send().is(200);
        assertThat(story.state(order)).isEqualTo("ACCEPTED");
    }

    /// What people read when something is not done.
    private record Sentence(int status, String code, String chinese, String english) {}

    private static Sentence stale() {
        return new Sentence(
                412,
                "stale",
                "没有保存：您打开之后，已有他人修改过这项内容。",
                "Nothing was saved: somebody else has changed this since you opened it.");
    }

    /// Refused in both languages; where one field is wrong, the sentence stands at the field.
    private static void refused(Sentence expected, Supplier<Call> call) {
        assertThat(sentence(call.get().send(), expected)).isEqualTo(expected.chinese());
        assertThat(sentence(call.get().english().send(), expected)).isEqualTo(expected.english());
    }

    private static String sentence(Answer answer, Sentence expected) {
        answer.is(expected.status()).problem(expected.code());
        if (answer.text("/code").equals(expected.code())) {
            assertThat(answer.text("/detail")).as("how to mend it").isNotBlank();
            return answer.text("/title");
        }
        return answer.json("/errors")
                .valueStream()
                .filter(error -> error.get("code").asString().equals(expected.code()))
                .findFirst()
                .orElseThrow()
                .get("message")
                .asString();
    }

    private static void row(Person by, Answer batch, String number, String code, String chinese, String english) {
        Supplier<Call> rows = () -> by.call("GET", "/api/imports/{id}/rows", batch.id());
        var inChinese = rows.get().send().is(200);
        assertThat(inChinese.items("/row")).containsExactly(number);
        assertThat(inChinese.items("/code")).containsExactly(code);
        assertThat(inChinese.items("/message")).containsExactly(chinese);
        assertThat(rows.get().english().send().is(200).items("/message")).containsExactly(english);
    }

    private static Call visitor(World world, String path, Object body) {
        return world.visitor().call("POST", path).fromAnAddressOfItsOwn().body(body);
    }

    private static Map<String, Object> newcomer(String phone, String code, String area) {
        return Map.of("phone", phone, "code", code, "name", "李梅", "area", area);
    }

    private static Call upload(Person by, byte[] file) {
        return by.call("POST", "/api/imports/members?name=members.xlsx").bytes("application/octet-stream", file);
    }

    private static Answer checked(Person by, byte[] file) {
        return settled(by, upload(by, file).send().is(201).id());
    }

    private static Call state(Person by, Answer batch, boolean goodOnly) {
        return by.call("PUT", "/api/imports/{id}/state", batch.id())
                .version(batch.number("/version"))
                .body(Map.of("state", "CONFIRMED", "goodOnly", goodOnly));
    }

    private static void confirm(Person by, Answer checked) {
        state(by, checked, true).send().is(200);
        assertThat(settled(by, checked.id()).text("/state")).isEqualTo("APPLIED");
    }

    private static Answer settled(Person by, Id id) {
        for (var i = 0; i < 600; i++) {
            var now = by.get("/api/imports/{id}", id).is(200);
            if (List.of("CHECKED", "APPLIED", "REJECTED").contains(now.text("/state"))) {
                return now;
            }
            pause();
        }
        throw new AssertionError("the import does not end");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Call step(Person by, Id order, int version, String action, Map<String, Object> form) {
        return by.call("POST", "/api/service-orders/{id}/steps", order)
                .version(version)
                .body(Map.of("action", action, "form", form));
    }

    private interface Numbered {
        Answer send(int number);
    }

    /// The statuses of calls that are sent at the same moment, in the order of their numbers.
    private static List<Integer> atOnce(int many, Numbered call) throws Exception {
        var start = new CyclicBarrier(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var calls = IntStream.range(0, many)
                    .mapToObj(number -> (Callable<Integer>) () -> {
                        start.await();
                        return call.send(number).status();
                    })
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private static int total(Person by, String list) {
        return by.get(list).is(200).number("/total");
    }

    private static int opened(World world) {
        return count(
                world,
                "SELECT count(*) FROM kernel.journal WHERE kind = 'service-order.open' AND jurisdiction = ?",
                world.jurisdiction());
    }

    private static int facts(World world, Id order, String kind) {
        return count(
                world, "SELECT count(*) FROM kernel.journal WHERE subject_id = ? AND kind = ?", order.value(), kind);
    }

    private static int assignments(World world, Id order) {
        return count(world, "SELECT count(*) FROM matter.order_assignment WHERE service_order = ?", order.value());
    }

    private static int count(World world, String sql, Object... values) {
        return world.server().owner().fetchSingle(sql, values).get(0, Integer.class);
    }

    private static String path(World world, Id organization) {
        return world.inside(() -> world.bean(Organizations.class)
                .get(Scope.jurisdiction(world.jurisdiction()), organization)
                .path());
    }
}
