package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import lianlin.testing.Answer;
import lianlin.testing.AtOnce;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Signing in by password and by code, and what meets those who guess (IDN-10, S7).
@ServerTest
class SignInTest {
    private static final String PASSWORD = "correct-horse-7";

    @Test
    @Tag("IDN-10")
    void thePasswordOpensASessionUnderThePost(World world) {
        var clerk = withPassword(world.community("滨江").clerk());

        var answer = byPassword(world, clerk.login(), PASSWORD).is(200);

        assertThat(answer.text("/person/name")).isEqualTo(clerk.name());
        assertThat(answer.text("/post/role/code")).isEqualTo("COMMUNITY_CLERK");
        var cookie = answer.headers("Set-Cookie").getFirst();
        assertThat(cookie)
                .startsWith("__Host-lianlin=")
                .contains("; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax", "; Max-Age=43200")
                .doesNotContain("Domain");
        assertThat(cookie.substring("__Host-lianlin=".length(), cookie.indexOf(';')))
                .hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    @Tag("IDN-10")
    void whoHasForgottenHisPasswordIsHandedANewOneAndChoosesHisOwnFirst(World world) {
        var clerk = withPassword(world.community("滨江").clerk());
        var administrator = world.installation().person("SECURITY_ADMIN");
        clerk.get("/api/cases").is(200);

        var given = administrator
                .post("/api/accounts/{id}/password", Map.of(), clerk.account())
                .is(200)
                .text("/initialPassword");

        clerk.get("/api/cases").is(401);
        byPassword(world, clerk.login(), PASSWORD).is(401);
        var entered = byPassword(world, clerk.login(), given).is(200);
        assertThat(entered.json("/choosesPassword").asBoolean()).isTrue();
        var byPhone = byCode(world, clerk.phone(), sent(world, clerk)).is(200);
        assertThat(byPhone.json("/choosesPassword").asBoolean()).isFalse();
    }

    @Test
    @Tag("S7")
    void everySignInOpensANewSession(World world) {
        var clerk = withPassword(world.community("滨江").clerk());
        var planted = clerk.session().token();

        var answer = alone(world, "POST", "/api/session")
                .header("Cookie", "__Host-lianlin=" + planted)
                .header("X-CSRF-Token", clerk.session().csrf())
                .body(Map.of("login", clerk.login(), "password", PASSWORD))
                .send()
                .is(200);

        assertThat(answer.headers("Set-Cookie").getFirst()).doesNotContain(planted);
    }

    @Test
    @Tag("S7")
    void guessingDoesNotTellWhichLoginsExist(World world) {
        var clerk = withPassword(world.community("滨江").clerk());
        var nobody = "nobody." + world.number();

        for (var i = 0; i < 7; i++) {
            var known = byPassword(world, clerk.login(), "wrong-" + i);
            var unknown = byPassword(world, nobody, "wrong-" + i);
            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(i < 5 ? 401 : 429);
            assertThat(bare(unknown)).isEqualTo(bare(known));
        }
    }

    @Test
    @Tag("S7")
    @Tag("IDN-10")
    void afterFiveFailuresTheWaitGrowsAndNeverLocksForGood(World world) {
        var clerk = withPassword(world.community("滨江").clerk());
        for (var i = 0; i < 5; i++) {
            byPassword(world, clerk.login(), "wrong-" + i).is(401).problem("login.wrong");
        }

        var first = byPassword(world, clerk.login(), PASSWORD).is(429).problem("login.wait");
        assertThat(seconds(first)).isBetween(1, 31);
        world.later(Duration.ofSeconds(31));
        byPassword(world, clerk.login(), "wrong-6").is(401);
        assertThat(seconds(byPassword(world, clerk.login(), PASSWORD).is(429))).isBetween(32, 61);
        world.later(Duration.ofSeconds(61));
        byPassword(world, clerk.login(), PASSWORD).is(200);
        byPassword(world, clerk.login(), "wrong-7").is(401);
    }

    @Test
    @Tag("S7")
    void guessesAtTheSameTimeCountOneByOne(World world) throws Exception {
        var clerk = withPassword(world.community("滨江").clerk());
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            var answers = new ArrayList<CompletableFuture<Answer>>();
            for (var i = 0; i < 12; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> byPassword(world, clerk.login(), "wrong"), threads));
            }
            for (var answer : answers) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 401).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(7);
    }

    @Test
    void whoIsRightOnSeveralDevicesAtOnceIsLetInOrWaitsAndNothingBreaks(World world) throws Exception {
        var clerk = withPassword(world.community("滨江").clerk());

        var statuses = AtOnce.statuses(4, i -> byPassword(world, clerk.login(), PASSWORD));

        assertThat(statuses).containsOnly(200);
    }

    @Test
    @Tag("S7")
    void oneAddressTriesThirtyTimesInAQuarterOfAnHour(World world) {
        world.toTheNextQuarter();
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 32; i++) {
            statuses.add(byPassword(world, "spray." + world.number(), "wrong").status());
        }

        assertThat(statuses).endsWith(429);
        assertThat(statuses).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void anOfficeBehindOneAddressSignsInAsOftenAsItLikes(World world) {
        var clerk = withPassword(world.community("滨江").clerk());
        world.toTheNextQuarter();
        for (var i = 0; i < 32; i++) {
            byPassword(world, clerk.login(), PASSWORD).is(200);
        }
    }

    @Test
    void aDisabledAccountDoesNotOpen(World world) {
        var clerk = withPassword(world.community("滨江").clerk());
        var admin = world.securityAdmin();
        clerk.get("/api/me").is(200);

        var version = admin.get("/api/accounts/{id}", clerk.account()).number("/version");
        admin.putAt(version, "/api/accounts/{id}/state", Map.of("state", "DISABLED"), clerk.account())
                .is(200);

        byPassword(world, clerk.login(), PASSWORD).is(401).problem("account.closed");
        clerk.get("/api/me").is(401);
    }

    @Test
    @Tag("IDN-10")
    void aCodeSentToThePhoneOpensASession(World world) {
        var resident = world.community("滨江").resident();

        alone(world, "POST", "/api/session/codes")
                .body(Map.of("phone", resident.phone()))
                .send()
                .is(202);
        var code = world.server().enrolment().code(resident.phone());
        byCode(world, resident.phone(), other(code)).is(401).problem("code.wrong");
        var answer = byCode(world, resident.phone(), code).is(200);

        assertThat(answer.text("/post/role/code")).isEqualTo("RESIDENT");
        assertThat(answer.headers("Set-Cookie").getFirst()).contains("Max-Age=2592000");
        byCode(world, resident.phone(), code).is(401).problem("code.wrong");
    }

    @Test
    void aCodeIsGoneAfterFiveMinutesOrFiveTries(World world) {
        var late = world.community("滨江").resident();
        var guessed = world.community("滨江").resident();
        var lateCode = sent(world, late);
        var guessedCode = sent(world, guessed);
        for (var i = 0; i < 5; i++) {
            byCode(world, guessed.phone(), other(guessedCode)).is(401);
        }

        byCode(world, guessed.phone(), guessedCode).is(401).problem("code.wrong");
        world.later(Duration.ofMinutes(5).plusSeconds(1));
        byCode(world, late.phone(), lateCode).is(401).problem("code.wrong");
    }

    @Test
    void codesAreSentOnceAMinuteAndFiveTimesAnHour(World world) {
        world.toTheNextQuarter();
        var resident = world.community("滨江").resident();
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 8; i++) {
            statuses.add(alone(world, "POST", "/api/session/codes")
                    .body(Map.of("phone", resident.phone()))
                    .send()
                    .status());
            statuses.add(alone(world, "POST", "/api/session/codes")
                    .body(Map.of("phone", resident.phone()))
                    .send()
                    .status());
            world.later(Duration.ofMinutes(1));
        }

        assertThat(statuses.get(0)).isEqualTo(202);
        assertThat(statuses.get(1)).isEqualTo(429);
        assertThat(statuses).filteredOn(status -> status == 202).hasSizeBetween(4, 6);
    }

    @Test
    void thePhoneOfNobodyGetsTheSameAnswer(World world) {
        var nobody = "138%08d".formatted(world.number());

        alone(world, "POST", "/api/session/codes")
                .body(Map.of("phone", nobody))
                .send()
                .is(202);
    }

    @Test
    @Tag("S7")
    void aNewPasswordEndsTheOtherSessions(World world) {
        var clerk = withPassword(world.community("滨江").clerk());
        var elsewhere = clerk.session();
        clerk.enter();

        clerk.put("/api/me/password", Map.of("old", "wrong", "fresh", "another-horse-8"))
                .is(422)
                .problem("password.wrong");
        clerk.put("/api/me/password", Map.of("old", PASSWORD, "fresh", "short"))
                .is(422)
                .problem("password.short");
        clerk.put("/api/me/password", Map.of("old", PASSWORD, "fresh", "1234567890"))
                .is(422)
                .problem("password.known");
        clerk.put("/api/me/password", Map.of("old", PASSWORD, "fresh", "another-horse-8"))
                .is(204);

        clerk.get("/api/me").is(200);
        world.visitor()
                .call("GET", "/api/me")
                .header("Cookie", "__Host-lianlin=" + elsewhere.token())
                .send()
                .is(401);
        byPassword(world, clerk.login(), PASSWORD).is(401);
        byPassword(world, clerk.login(), "another-horse-8").is(200);
    }

    @Test
    void aFoundSessionDoesNotOpenThePasswordByGuessing(World world) {
        world.toTheNextQuarter();
        var clerk = withPassword(world.community("滨江").clerk());
        for (var i = 0; i < 10; i++) {
            clerk.call("POST", "/api/session/proof")
                    .body(Map.of("password", "wrong-" + i))
                    .send()
                    .is(422);
        }

        clerk.post("/api/session/proof", Map.of("password", PASSWORD)).is(429).problem("password.often");
    }

    @Test
    @Tag("IDN-15")
    void signingInAndFailingToAreWrittenDown(World world) {
        var clerk = withPassword(world.community("滨江").clerk());
        byPassword(world, clerk.login(), "wrong").is(401);
        byPassword(world, clerk.login(), PASSWORD).is(200);

        var kinds = world.inside(() ->
                world
                        .bean(lianlin.kernel.journal.Journal.class)
                        .timeline(world.jurisdiction(), clerk.account())
                        .stream()
                        .map(row -> row.kind())
                        .toList());

        assertThat(kinds).containsExactly("sign-in-failed", "signed-in");
    }

    private static Person withPassword(Person person) {
        person.password(PASSWORD);
        return person;
    }

    private static String sent(World world, Person person) {
        alone(world, "POST", "/api/session/codes")
                .body(Map.of("phone", person.phone()))
                .send()
                .is(202);
        return world.server().enrolment().code(person.phone());
    }

    private static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    private static Answer byPassword(World world, String login, String password) {
        return alone(world, "POST", "/api/session")
                .body(Map.of("login", login, "password", password))
                .send();
    }

    private static Answer byCode(World world, String phone, String code) {
        return alone(world, "POST", "/api/session")
                .body(Map.of("phone", phone, "code", code))
                .send();
    }

    /// From an address that no other test has, because addresses have limits.
    private static lianlin.testing.Call alone(World world, String method, String path) {
        return world.visitor().call(method, path).fromAnAddressOfItsOwn();
    }

    private static String bare(Answer answer) {
        return answer.text().replaceAll("\"request\":\"\\w+\"", "").replaceAll("\\d+", "n");
    }

    private static int seconds(Answer answer) {
        return Integer.parseInt(java.util.Objects.requireNonNull(answer.header("Retry-After")));
    }
}
