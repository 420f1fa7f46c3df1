package lianlin.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A second factor is set up, removed, required and lost (IDN-10).
@ServerTest
class SecondFactorSetupTest {
    @Test
    @Tag("IDN-10")
    void newRecoveryCodesTakeThePlaceOfTheOldOnes(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        phone.person
                .post("/api/me/second-factor/recovery-codes", Map.of("code", phone.wrong()))
                .is(422)
                .problem("second-factor.code");

        var fresh = phone.person
                .post("/api/me/second-factor/recovery-codes", Map.of("code", phone.next()))
                .is(201);

        phone.shows(phone.ticket(), phone.recovery.getFirst()).is(401);
        phone.shows(phone.ticket(), fresh.text("/codes/0")).is(200);
    }

    @Test
    @Tag("IDN-14")
    void theSecretIsEncryptedAndNoAnswerWithASecretIsKept(World world) {
        var clerk = world.community("滨江").clerk();
        clerk.password(Phone.PASSWORD);
        var setup = clerk.post("/api/me/second-factor", null).is(201);
        var secret = Phone.read(setup.text("/secret"));

        assertThat(secret).hasSize(20);
        assertThat(setup.text("/address"))
                .isEqualTo("otpauth://totp/Lianlin:" + clerk.login() + "?secret=" + setup.text("/secret")
                        + "&issuer=Lianlin&algorithm=SHA1&digits=6&period=30");
        var stored = world.server()
                .owner()
                .fetchSingle(
                        "SELECT secret FROM identity.second_factor WHERE account = ?",
                        clerk.account().value())
                .get(0, byte[].class);
        assertThat(stored).hasSize(20 + 33);
        assertThat(new String(stored, ISO_8859_1)).doesNotContain(new String(secret, ISO_8859_1));
        var kept = world.server()
                .owner()
                .fetchSingle(
                        "SELECT count(sealed) FROM kernel.answered WHERE actor = ?",
                        clerk.account().value())
                .get(0, Integer.class);
        assertThat(kept).isZero();
    }

    @Test
    @Tag("IDN-10")
    void whatWasNotConfirmedCountsForNothing(World world) {
        var clerk = world.community("滨江").clerk();
        clerk.password(Phone.PASSWORD);
        clerk.post("/api/me/second-factor", null).is(201);
        clerk.post("/api/me/second-factor/confirmation", Map.of("code", "000000"))
                .is(422)
                .problem("second-factor.code");

        Phone.byPassword(world, clerk.login()).is(200).text("/person/name");
        assertThat(clerk.get("/api/me/second-factor").json("/since").isNull()).isTrue();
        clerk.post("/api/me/second-factor", null).is(201);
    }

    @Test
    @Tag("IDN-10")
    void settingItUpSignsOtherDevicesOutAndWantsThatOneHasJustShownWhoOneIs(World world) {
        var clerk = world.community("滨江").clerk();
        var elsewhere = clerk.session();
        clerk.enter();
        Phone.of(world, clerk);
        with(world, elsewhere, "GET", "/api/me").is(401);

        var other = world.community("滨江").clerk();
        other.password(Phone.PASSWORD);
        var session = other.session();
        world.later(Duration.ofMinutes(6));
        with(world, session, "POST", "/api/me/second-factor").is(403).problem("session.proof");
        world.visitor()
                .call("POST", "/api/session/proof")
                .header("Cookie", "__Host-lianlin=" + session.token())
                .header("X-CSRF-Token", session.csrf())
                .body(Map.of("password", Phone.PASSWORD))
                .send()
                .is(204);
        with(world, session, "POST", "/api/me/second-factor").is(201);
    }

    @Test
    @Tag("IDN-10")
    void itIsRemovedWithPasswordAndCode(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        var me = phone.person;
        me.post("/api/me/second-factor", null).is(409).problem("second-factor.set");
        remove(me, "wrong", phone.next()).is(422).problem("password.wrong");
        remove(me, Phone.PASSWORD, phone.wrong()).is(422).problem("second-factor.code");
        me.post("/api/me/second-factor/removal", Map.of("code", phone.next())).is(422);

        remove(me, Phone.PASSWORD, phone.next()).is(204);

        assertThat(Phone.byPassword(world, me.login()).is(200).json("/signedIn").asBoolean())
                .isTrue();
        remove(me, Phone.PASSWORD, phone.next()).is(409).problem("second-factor.none");
    }

    @Test
    @Tag("S7")
    void aFoundSessionDoesNotGuessTheCode(World world) {
        world.toTheNextQuarter();
        var phone = Phone.of(world, world.community("滨江").clerk());
        for (var i = 0; i < 9; i++) {
            remove(phone.person, Phone.PASSWORD, phone.wrong()).is(422);
        }

        remove(phone.person, Phone.PASSWORD, phone.code(1)).is(429).problem("second-factor.often");
    }

    @Test
    @Tag("IDN-10")
    void theSecurityAdministratorHelpsWhoHasLostThePhoneAndThePersonIsTold(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        var lost = phone.person;
        var administrator = world.securityAdmin();
        var ticket = phone.ticket();
        assertThat(administrator
                        .get("/api/accounts/{id}", lost.account())
                        .json("/secondFactor")
                        .asBoolean())
                .isTrue();

        administrator.delete("/api/accounts/{id}/second-factor", lost.account()).is(204);

        lost.get("/api/me").is(401);
        phone.shows(ticket, phone.next()).is(401);
        assertThat(Phone.byPassword(world, lost.login()).json("/signedIn").asBoolean())
                .isTrue();
        lost.enter();
        world.catchUp();
        assertThat(lost.get("/api/messages").is(200).items("/title")).containsExactly("您的手机动态码被移除");
        assertThat(world.happenedTo(lost)).containsSubsequence("second-factor-set", "second-factor-removed");
        assertThat(administrator
                        .delete("/api/accounts/{id}/second-factor", lost.account())
                        .status())
                .as("there is none any more")
                .isEqualTo(204);
        assertThat(world.happenedTo(lost))
                .filteredOn("second-factor-removed"::equals)
                .hasSize(1);
    }

    @Test
    @Tag("IDN-11")
    void noAdministratorRemovesHisOwnOrThatOfOneOfTheThree(World world) {
        var administrator = world.securityAdmin();
        Phone.of(world, administrator);
        administrator
                .delete("/api/accounts/{id}/second-factor", administrator.account())
                .is(409)
                .problem("second-factor.own");
        var auditor = Phone.of(world, world.auditAdmin());
        administrator
                .delete("/api/accounts/{id}/second-factor", auditor.person.account())
                .is(403)
                .problem("account.administrator");

        world.installation()
                .person("SECURITY_ADMIN")
                .delete("/api/accounts/{id}/second-factor", auditor.person.account())
                .is(204);
    }

    @Test
    @Tag("IDN-10")
    void whereItIsRequiredStaffSetItUpBeforeAnythingElse(World world) {
        set(world, "REQUIRED");
        var clerk = world.community("滨江").clerk();
        clerk.password(Phone.PASSWORD);
        var resident = world.community("滨江").resident();

        assertThat(Phone.byPassword(world, clerk.login())
                        .is(200)
                        .json("/setsUpFactor")
                        .asBoolean())
                .isTrue();
        clerk.get("/api/service-orders").is(403).problem("second-factor.required");
        clerk.get("/api/me").is(200);
        resident.get("/api/service-orders").is(200);
        resident.post("/api/me/second-factor", null).is(409).problem("second-factor.off");

        var phone = Phone.of(world, clerk);

        clerk.get("/api/service-orders").is(200);
        assertThat(phone.shows(phone.ticket(), phone.next())
                        .json("/setsUpFactor")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @Tag("IDN-10")
    void whereItIsOffNobodyIsAskedAndNobodySetsOneUp(World world) {
        set(world, "OFF");
        var clerk = world.community("滨江").clerk();

        clerk.post("/api/me/second-factor", null).is(409).problem("second-factor.off");
        assertThat(clerk.get("/api/me/second-factor").is(200).json("/offered").asBoolean())
                .isFalse();
    }

    private static Answer remove(Person by, String password, String code) {
        return by.post("/api/me/second-factor/removal", Map.of("password", password, "code", code));
    }

    private static Answer with(World world, Enrolment.Opened session, String method, String path) {
        return world.visitor()
                .call(method, path)
                .header("Cookie", "__Host-lianlin=" + session.token())
                .header("X-CSRF-Token", session.csrf())
                .send();
    }

    private static void set(World world, String policy) {
        world.server()
                .owner()
                .execute(
                        "INSERT INTO kernel.setting (jurisdiction, name, value) VALUES (?, 'identity.second-factor', ?)",
                        world.jurisdiction(),
                        policy);
    }
}
