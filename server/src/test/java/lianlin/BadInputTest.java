package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lianlin.people.Party;
import lianlin.testing.AtOnce;
import lianlin.testing.Call;
import lianlin.testing.Person;
import lianlin.testing.Refusal;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What people do wrong every day, one test for each: the answer says in their language what was not done and how to
/// mend it, and nothing is lost or done twice.
@ServerTest
class BadInputTest {
    @Test
    @Tag("TER-01")
    void anUnknownDivisionCode(World world) {
        var community = world.community("滨江");
        var unknown = "440699999999";
        var clerk = world.district().clerk();
        var absent = new Refusal(
                404, "area.absent", "没有找到该区域，或它不在您的岗位范围内。", "The place was not found, or it lies outside your post.");

        // a resident who signs up; the code sent to his phone is not used up
        var phone = "137%08d".formatted(world.number());
        visitor(world, "/api/session/codes", Map.of("phone", phone)).send().is(202);
        var code = world.server().enrolment().code(phone);
        absent.answers(() -> visitor(world, "/api/residents", newcomer(phone, code, unknown)));
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
        absent.answers(() -> clerk.call("POST", "/api/service-orders").body(order));
        var profile = Map.of("kind", "BRANCH", "name", "第一党支部", "area", unknown);
        absent.answers(() -> clerk.call("POST", "/api/organizations").body(Map.of("profile", profile)));
        assertThat(total(clerk, "/api/service-orders")).isZero();
        assertThat(total(clerk, "/api/organizations")).isZero();

        // a county that is not in the national list
        var administrator = world.installation().person("SYSTEM_ADMIN");
        new Refusal(
                        422,
                        "county.unknown",
                        "全国区划中没有可开通的区县“990199000000”。",
                        "The national list has no county \"990199000000\" that can be opened.")
                .answers(() -> administrator.call("POST", "/api/jurisdictions").body(Map.of("code", "990199")));
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

        new Refusal(
                        422,
                        "identity-number.check-digit",
                        "身份证号码的校验位不正确，请核对是否输错。",
                        "The check digit does not fit; check for a typing error.")
                .answers(() -> clerk.call("POST", "/api/members").body(member));
        new Refusal(
                        422,
                        "credit-code.check-digit",
                        "统一社会信用代码的校验位不正确，请核对是否输错。",
                        "The check character does not fit; check for a typing error.")
                .answers(() -> clerk.call("POST", "/api/organizations")
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

        var statuses =
                AtOnce.statuses(6, i -> clerk.post("/api/members", Party.form("王小明", 1, i % 2 == 0 ? first : second)));
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);

        var where = clerk.get("/api/members").items("/organization/name").getFirst();
        new Refusal(
                        409,
                        "person.identity.branch",
                        "没有保存：同一个人已经在库中，现在" + where + "。",
                        "Not saved: the same person is already there, now in " + where + ".")
                .answers(() -> clerk.call("POST", "/api/members").body(Party.form("王小明", 1, second)));
        assertThat(total(clerk, "/api/members")).isEqualTo(1);
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

        new Refusal(401, "session.absent", "没有办成：您还没有登录，或登录已过期。", "Not done: you are not signed in, or not any more.")
                .answers(() -> world.visitor()
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

    private static Call visitor(World world, String path, Object body) {
        return world.visitor().call("POST", path).fromAnAddressOfItsOwn().body(body);
    }

    private static Map<String, Object> newcomer(String phone, String code, String area) {
        return Map.of("phone", phone, "code", code, "name", "李梅", "area", area);
    }

    private static int total(Person by, String list) {
        return by.get(list).is(200).number("/total");
    }
}
