package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import lianlin.testing.AtOnce;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who has a second factor signs in with it (IDN-10, S7).
@ServerTest
class SecondFactorTest {
    @Test
    @Tag("IDN-10")
    void thePasswordAloneOpensNothingOnceAPhoneIsSetUp(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());

        var half = Phone.byPassword(world, phone.person.login()).is(200);
        assertThat(half.json("/signedIn").asBoolean()).isFalse();
        assertThat(half.headers("Set-Cookie")).isEmpty();
        assertThat(half.text()).doesNotContain(phone.person.name());
        assertThat(half.json("/csrf").isNull()).isTrue();

        var opened = phone.shows(half.text("/ticket"), phone.next()).is(200);
        assertThat(opened.json("/signedIn").asBoolean()).isTrue();
        assertThat(opened.text("/person/name")).isEqualTo(phone.person.name());
        assertThat(opened.headers("Set-Cookie").getFirst()).startsWith("__Host-lianlin=");
    }

    @Test
    @Tag("IDN-10")
    void aTicketIsGoodForOneSessionAndForFiveMinutes(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        var used = phone.ticket();
        phone.shows(used, phone.next()).is(200);
        phone.shows(used, phone.next()).is(401).problem("second-factor.over");
        phone.shows("no-such-ticket", phone.next()).is(401).problem("second-factor.over");

        var late = phone.ticket();
        world.later(Duration.ofMinutes(5));
        phone.shows(late, phone.next()).is(401).problem("second-factor.over");
    }

    @Test
    @Tag("IDN-10")
    void aCodeIsTakenOnceAlsoWhenItComesTwiceAtOnce(World world) throws Exception {
        var phone = Phone.of(world, world.community("滨江").clerk());
        var tickets = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            tickets.add(phone.ticket());
        }
        var code = phone.next();

        var statuses = AtOnce.statuses(4, i -> phone.shows(tickets.get(i), code));

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
        phone.shows(phone.ticket(), code).is(401).problem("second-factor.wrong");
        phone.shows(phone.ticket(), phone.code(-1)).is(401).problem("second-factor.wrong");
        phone.shows(phone.ticket(), phone.code(1)).is(200);
    }

    @Test
    @Tag("IDN-10")
    @Tag("S7")
    void whoGuessesCodesWaitsLongerAndLongerAndANewTicketDoesNotHelp(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        for (var i = 0; i < 5; i++) {
            phone.shows(phone.ticket(), phone.wrong()).is(401).problem("second-factor.wrong");
        }

        phone.shows(phone.ticket(), phone.code(1)).is(429).problem("login.wait");
        world.later(Duration.ofSeconds(31));
        phone.shows(phone.ticket(), phone.wrong()).is(401);
        phone.shows(phone.ticket(), phone.next()).is(429);
        world.later(Duration.ofSeconds(61));
        phone.shows(phone.ticket(), phone.next()).is(200);
        phone.shows(phone.ticket(), phone.wrong()).is(401);
    }

    @Test
    @Tag("IDN-10")
    void aCodeSentToThePhoneDoesNotGoAroundTheSecondFactor(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        var number = phone.person.phone();
        world.visitor()
                .call("POST", "/api/session/codes")
                .fromAnAddressOfItsOwn()
                .body(Map.of("phone", number))
                .send()
                .is(202);

        var half = world.visitor()
                .call("POST", "/api/session")
                .fromAnAddressOfItsOwn()
                .body(Map.of("phone", number, "code", world.server().enrolment().code(number)))
                .send()
                .is(200);

        assertThat(half.json("/signedIn").asBoolean()).isFalse();
        phone.shows(half.text("/ticket"), phone.next()).is(200);
    }

    @Test
    @Tag("IDN-10")
    void tenRecoveryCodesOpenOneSessionEachAndStandNowhere(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        assertThat(phone.recovery)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
        var first = phone.recovery.getFirst();

        phone.shows(phone.ticket(), first).is(200);
        phone.shows(phone.ticket(), first).is(401).problem("second-factor.wrong");
        phone.shows(phone.ticket(), phone.recovery.get(1).replace("-", " ").toUpperCase())
                .is(200);

        assertThat(phone.person.get("/api/me/second-factor").is(200).number("/recoveryCodes"))
                .isEqualTo(8);
        var kept = world.server()
                .owner()
                .fetch(
                        "SELECT digest FROM identity.recovery_code WHERE account = ?",
                        phone.person.account().value())
                .map(row -> row.get(0, byte[].class));
        assertThat(kept).hasSize(8).allMatch(digest -> digest.length == 16);
    }

    @Test
    @Tag("IDN-10")
    void aNewPasswordEndsWhatHasBegunWithTheOld(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        var ticket = phone.ticket();

        phone.person
                .put("/api/me/password", Map.of("old", Phone.PASSWORD, "fresh", "another-horse-8"))
                .is(204);

        phone.shows(ticket, phone.next()).is(401).problem("second-factor.over");
    }

    @Test
    @Tag("IDN-15")
    void bothHalvesAreWrittenDown(World world) {
        var phone = Phone.of(world, world.community("滨江").clerk());
        phone.shows(phone.ticket(), phone.wrong()).is(401);
        phone.shows(phone.ticket(), phone.next()).is(200);

        assertThat(world.happenedTo(phone.person)).containsExactly("second-factor-set", "sign-in-failed", "signed-in");
        var means = world.server()
                .owner()
                .fetch("""
                        SELECT payload ->> 'means' FROM kernel.journal
                         WHERE subject_id = ? AND payload ->> 'means' IS NOT NULL ORDER BY id
                        """, phone.person.account().value())
                .into(String.class);
        assertThat(means).containsExactly("second-factor", "password+second-factor");
    }
}
