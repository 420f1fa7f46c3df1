package lianlin.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;

/// What is not done says so in one form and in the language of the request.
@ServerTest
class ProblemTest {
    @Test
    void aProblemSaysWhatWasNotDoneAndHowToMendItInBothLanguages(World world) {
        var clerk = world.community("滨江").clerk();

        var chinese = clerk.get("/api/accounts").is(403).problem("permission.missing");
        var english = clerk.call("GET", "/api/accounts").english().send().is(403);

        assertThat(chinese.text("/title")).isEqualTo("没有办成：您当前的岗位没有这项权限。");
        assertThat(chinese.text("/detail")).isEqualTo("请切换岗位，或联系安全管理员。");
        assertThat(english.text("/title")).isEqualTo("Not done: your present post does not permit this.");
        assertThat(chinese.text("/request")).isEqualTo(chinese.header("X-Request-Id"));
        assertThat(chinese.text("/type")).isEqualTo("urn:lianlin:problem:permission.missing");
    }

    @Test
    void aConstraintOfTheDatabaseIsTheProblemOfItsName(World world) {
        var admin = world.securityAdmin();
        var login = "one." + world.number();
        admin.post("/api/accounts", Map.of("name", "李梅", "login", login)).is(201);

        var twice = admin.post("/api/accounts", Map.of("name", "李兰", "login", login.toUpperCase()));

        twice.is(409).problem("account.login");
        assertThat(twice.text("/title")).contains("登录名已被使用");
    }

    @Test
    void everyWrongFieldIsNamed(World world) {
        var answer = world.securityAdmin().post("/api/accounts", Map.of("name", "", "login", "a b"));

        answer.is(422).problem("account.login-letters");
        assertThat(answer.json("/errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("name", "login");
        assertThat(answer.text("/title")).contains("2");
    }

    @Test
    void aCodeThatIsWrongSaysWhatIsWrongWithIt(World world) {
        world.securityAdmin()
                .post("/api/accounts", Map.of("name", "李梅", "phone", "1234567890"))
                .is(422)
                .problem("phone-number.form");
        world.securityAdmin()
                .post("/api/accounts", Map.of("name", "李梅", "phone", "12345"))
                .is(422)
                .problem("account.mobile");
    }

    @Test
    void fieldsThatNobodyAskedForAreRefused(World world) {
        var admin = world.securityAdmin();

        admin.post("/api/accounts", Map.of("name", "李梅", "login", "li.mei.2", "state", "ACTIVE"))
                .is(422);
        admin.post("/api/accounts", Map.of("name", "李梅", "login", "li.mei.2", "jurisdiction", 1))
                .is(422);
    }

    @Test
    void whatCannotBeReadIsRefused(World world) {
        var admin = world.securityAdmin();

        admin.post("/api/accounts", "{").is(400).problem("unreadable");
        admin.post("/api/accounts", "").is(400).problem("unreadable");
        admin.post("/api/accounts", "[]").is(400);
        admin.call("POST", "/api/accounts")
                .bytes("text/plain", new byte[] {1})
                .send()
                .is(415);
    }

    @Test
    void anUnknownPathAnUnknownIdAndAWrongMethodAreProblemsToo(World world) {
        var admin = world.securityAdmin();

        admin.get("/api/nothing").is(404).problem("status.404");
        admin.get("/api/accounts/{id}", world.nothing()).is(404).problem("account.absent");
        admin.get("/api/accounts/1").is(404).problem("thing.absent");
        admin.delete("/api/roles").is(405).problem("status.405");
    }

    @Test
    void nothingOfTheInsideIsTold(World world) {
        var admin = world.securityAdmin();

        for (var name : new String[] {"'; DROP TABLE x; --", "\u0000", "x".repeat(5_000), "\uD800"}) {
            var answer = admin.post("/api/accounts", Map.of("name", name, "login", "inside." + world.number()));
            assertThat(answer.status()).isIn(201, 400, 422);
            assertThat(answer.text()).doesNotContain("Exception").doesNotContain("lianlin.");
        }
    }
}
