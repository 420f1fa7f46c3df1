package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import lianlin.kernel.Scope;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long a session lasts, and under which post it acts.
@ServerTest
class SessionTest {
    @Test
    void aVisitorIsNobody(World world) {
        var session = world.visitor().get("/api/session").is(200);

        assertThat(session.json("/signedIn").asBoolean()).isFalse();
        assertThat(session.json("/permissions").size()).isZero();
        world.visitor().get("/api/me").is(401).problem("session.absent");
    }

    @Test
    @Tag("S7")
    void aSessionThatIsRevokedElsewhereEndsWithinFiveSeconds(World world) throws InterruptedException {
        var clerk = world.community("滨江").clerk();
        clerk.get("/api/me").is(200);
        world.server()
                .owner()
                .execute(
                        "DELETE FROM identity.session WHERE account = ?",
                        clerk.account().value());

        Thread.sleep(5_000);

        clerk.get("/api/me").is(401);
    }

    @Test
    void aBigScreenStaysSignedInForThreeMonthsUnlessItIsMore(World world) {
        var screen = world.community("滨江").person("SCREEN");
        var both = world.community("滨江").person("SCREEN");
        screen.get("/api/wall").is(200);
        var signedIn = screen.session();
        var also = both.session();
        both.also("COMMUNITY_CLERK", world.community("东湖"));

        world.later(Duration.ofDays(80));

        with(world, signedIn).send().is(200);
        with(world, also).send().is(401);
        world.later(Duration.ofDays(11));
        with(world, signedIn).send().is(401);
    }

    @Test
    void leavingAndEndingAnotherDeviceCountAtOnce(World world) {
        var clerk = world.community("滨江").clerk();
        var phone = clerk.session();
        clerk.enter();
        var devices = clerk.get("/api/me").is(200).json("/devices");
        var other = devices.valueStream()
                .filter(device -> !device.path("current").asBoolean())
                .findFirst()
                .orElseThrow();

        clerk.delete("/api/me/devices/{id}", other.path("id").asString()).is(204);
        with(world, phone).send().is(401);
        clerk.delete("/api/me/devices/{id}", other.path("id").asString()).is(404);
        clerk.delete("/api/session").is(204);
        clerk.get("/api/me").is(401);
    }

    @Test
    void nobodyEndsTheSessionOfAnother(World world) {
        var clerk = world.community("滨江").clerk();
        var device = clerk.get("/api/me").text("/devices/0/id");

        world.community("滨江").clerk().delete("/api/me/devices/{id}", device).is(404);

        clerk.get("/api/me").is(200);
    }

    @Test
    void staffIsOutAfterHalfAnHourOfSilenceAndResidentsAreNot(World world) {
        var clerk = world.community("滨江").clerk();
        var resident = world.community("滨江").resident();
        var staff = clerk.session();
        var own = resident.session();

        world.later(Duration.ofMinutes(31));

        with(world, staff).send().is(401);
        with(world, own).send().is(200);
        world.later(Duration.ofDays(31));
        with(world, own).send().is(401);
    }

    @Test
    void oneActsUnderOnePostAndMayChooseAnotherOfOnesOwn(World world) {
        var person = world.community("滨江").person(world.role(Scope.Reach.AREA, "account.read", "order.read"));
        var second = person.also("COMMUNITY_CLERK", world.community("东湖"));
        assertThat(person.get("/api/session").json("/posts").valueStream().toList())
                .hasSize(2);
        person.get("/api/accounts").is(200);

        var session = person.put("/api/session/post", Map.of("id", second)).is(200);

        assertThat(session.text("/post/id")).isEqualTo(second.toString());
        assertThat(session.text("/post/label")).isEqualTo("东湖 · 社区工作人员");
        person.get("/api/accounts").is(403);
        assertThat(person.get("/api/session").text("/post/id")).isEqualTo(second.toString());
    }

    @Test
    void thePostOfAnotherCannotBeChosen(World world) {
        var person = world.community("滨江").clerk();
        var other = world.community("滨江").clerk().get("/api/session").text("/post/id");

        person.put("/api/session/post", Map.of("id", other)).is(404).problem("post.absent");
        person.put("/api/session/post", Map.of("id", world.nothing())).is(404).problem("post.absent");
    }

    @Test
    void aPostThatHasEndedActsNoMore(World world) {
        var clerk = world.community("滨江").clerk();
        clerk.get("/api/me").is(200);
        var post = clerk.get("/api/session").text("/post/id");

        world.securityAdmin().delete("/api/posts/{id}", post).is(204);

        assertThat(clerk.get("/api/session").json("/post").isNull()).isTrue();
        clerk.get("/api/accounts").is(403);
    }

    private static lianlin.testing.Call with(World world, Enrolment.Opened session) {
        return world.visitor().call("GET", "/api/me").header("Cookie", "__Host-lianlin=" + session.token());
    }

    @Test
    void preferencesAreOnesOwn(World world) {
        Person person = world.community("滨江").resident();
        person.put("/api/me/preferences", Map.of("elder", true, "night", false, "compact", false, "language", "zh"))
                .is(200);

        assertThat(person.get("/api/me").json("/preferences/elder").asBoolean()).isTrue();
        assertThat(person.get("/api/me").text("/phone")).matches("139\\*{4}\\d{4}");
    }
}
