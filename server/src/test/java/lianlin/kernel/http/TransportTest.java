package lianlin.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianlin.kernel.Scope;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Versions, the token against forged requests, and what the browser is told to hold to.
@ServerTest
class TransportTest {
    @Test
    void aChangeMustSayWhichVersionItHasSeen(World world) {
        var admin = world.securityAdmin();
        var other = world.community("滨江").resident().account();
        var version = admin.get("/api/accounts/{id}", other).is(200);
        assertThat(version.header("ETag")).isEqualTo("\"" + version.number("/version") + "\"");

        admin.put("/api/accounts/{id}/state", Map.of("state", "LOCKED"), other)
                .is(428)
                .problem("version.missing");
        admin.putAt(7, "/api/accounts/{id}/state", Map.of("state", "LOCKED"), other)
                .is(412)
                .problem("stale");
        admin.call("PUT", "/api/accounts/{id}/state", other)
                .header("If-Match", "\"x\"")
                .body(Map.of("state", "LOCKED"))
                .send()
                .is(412);

        var changed = admin.putAt(
                        version.number("/version"), "/api/accounts/{id}/state", Map.of("state", "LOCKED"), other)
                .is(200);
        assertThat(changed.number("/version")).isEqualTo(version.number("/version") + 1);
        assertThat(changed.header("ETag")).isEqualTo("\"" + changed.number("/version") + "\"");
    }

    @Test
    @Tag("S6")
    void aChangeWithoutTheTokenOfTheSessionIsRefused(World world) {
        var admin = world.securityAdmin();
        var stranger = world.securityAdmin().session().csrf();
        var body = Map.of("name", "李梅", "login", "csrf." + world.number());

        admin.call("POST", "/api/accounts")
                .without("X-CSRF-Token")
                .body(body)
                .send()
                .is(403)
                .problem("session.csrf");
        admin.call("POST", "/api/accounts")
                .header("X-CSRF-Token", stranger)
                .body(body)
                .send()
                .is(403);
        admin.call("POST", "/api/accounts?_csrf=" + admin.session().csrf())
                .without("X-CSRF-Token")
                .body(body)
                .send();
        admin.call("DELETE", "/api/session").without("X-CSRF-Token").send().is(403);
        admin.call("PUT", "/api/me/preferences")
                .without("X-CSRF-Token")
                .body("{}")
                .send()
                .is(403);

        admin.get("/api/session").is(200);
        assertThat(admin.get("/api/accounts?q=李梅").items()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("S6")
    void everyAnswerCarriesTheHeadersThatHoldTheBrowser(World world) {
        var admin = world.securityAdmin();
        var answers = List.of(
                world.visitor().get("/api/session"),
                admin.get("/api/accounts"),
                admin.get("/api/nothing"),
                world.visitor().get("/api/accounts"),
                world.visitor().get("/health"));

        for (var answer : answers) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains(
                            "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).isNotNull();
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
            assertThat(answer.header("Server")).isNull();
        }
        assertThat(admin.get("/api/accounts").header("Cache-Control")).contains("no-store");
    }

    @Test
    @Tag("S6")
    void otherOriginsAreNotLetIn(World world) {
        var answer = world.visitor()
                .call("OPTIONS", "/api/accounts")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .send();

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        for (var header : new String[][] {
            {"Origin", "https://elsewhere.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}
        }) {
            world.visitor()
                    .call("POST", "/api/session")
                    .header(header[0], header[1])
                    .body(Map.of("login", "a", "password", "b"))
                    .send()
                    .is(403)
                    .problem("session.csrf");
        }
    }

    @Test
    void aPermissionThatIsTakenFromARoleIsGoneWithinFiveSeconds(World world) throws InterruptedException {
        var role = world.role(Scope.Reach.AREA, "order.read");
        var admin = world.securityAdmin();
        var someone = world.community("滨江").person(role);
        assertThat(someone.get("/api/session").text("/permissions/0")).isEqualTo("order.read");
        world.server().owner().execute("UPDATE identity.role SET permissions = '{}' WHERE code = ?", role);

        Thread.sleep(5_000);

        assertThat(someone.get("/api/session").json("/permissions").size()).isZero();
        assertThat(admin.get("/api/roles").is(200).items("/code")).contains(role);
    }
}
