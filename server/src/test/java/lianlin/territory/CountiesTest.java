package lianlin.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import lianlin.testing.Answer;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From an empty installation to the first post in a county.
@ServerTest
class CountiesTest {
    /// Somebody who signed in with a password.
    private record Guest(World world, String cookie, String csrf) {
        static Guest enter(World world, String login, String password) {
            var answer = world.visitor()
                    .call("POST", "/api/session")
                    .body(Map.of("login", login, "password", password))
                    .send()
                    .is(200);
            var cookie = answer.headers("Set-Cookie").stream()
                    .filter(one -> one.contains("lianlin="))
                    .findFirst()
                    .orElseThrow();
            return new Guest(world, cookie.substring(0, cookie.indexOf(';')), answer.text("/csrf"));
        }

        /// The password that was handed over opens nothing but its own change.
        static Guest begin(World world, String login, String password) {
            var guest = enter(world, login, password);
            guest.get("/api/areas").is(403).problem("password.given");
            var own = "own-" + password;
            guest.send("PUT", "/api/me/password", Map.of("old", password, "fresh", own))
                    .is(204);
            return guest;
        }

        Answer get(String path) {
            return world.visitor().call("GET", path).header("Cookie", cookie).send();
        }

        Answer post(String path, Object body) {
            return send("POST", path, body);
        }

        Answer send(String method, String path, Object body) {
            return world.visitor()
                    .call(method, path)
                    .header("Cookie", cookie)
                    .header("X-CSRF-Token", csrf)
                    .body(body)
                    .send();
        }
    }

    @Test
    @Tag("IDN-11")
    @Tag("TER-02")
    void theFirstAdministratorsOpenACountyAndGivePostsInIt(World world) throws IOException {
        var file = world.server().folder().resolve("secrets").resolve("first-administrators.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var passwords = Files.readAllLines(file);

        var system = Guest.begin(world, "sysadmin", password(passwords, "sysadmin"));
        var opened = system.post("/api/jurisdictions", Map.of("code", "440604")).is(201);
        assertThat(opened.text("/full")).isEqualTo("广东省佛山市禅城区");
        assertThat(opened.number("/streets")).isEqualTo(4);
        assertThat(opened.number("/communities")).isGreaterThan(100);
        assertThat(opened.number("/ms")).isLessThanOrEqualTo(1_000);
        system.post("/api/jurisdictions", Map.of("code", "440604000000"))
                .is(409)
                .problem("county.open");
        system.get("/api/areas").is(403);

        var security = Guest.begin(world, "secadmin", password(passwords, "secadmin"));
        security.post("/api/jurisdictions", Map.of("code", "440605")).is(403);
        var account = security.post(
                        "/api/accounts",
                        Map.of("name", "陈书记", "login", "chancheng" + world.number(), "jurisdiction", 440604))
                .is(201);
        var places =
                security.get("/api/posts/places?q=%E7%A6%85%E5%9F%8E%E5%8C%BA").is(200);
        assertThat(places.items("/area")).contains("440604000000");
        var post = Map.of("account", account.text("/account/id"), "role", "DISTRICT_CLERK", "area", "440604000000");
        security.post("/api/posts", post).is(201);
        security.post(
                        "/api/posts",
                        Map.of(
                                "account",
                                account.text("/account/id"),
                                "role",
                                "DISTRICT_CLERK",
                                "area",
                                "440606000000"))
                .is(404)
                .problem("area.absent");
        security.post("/api/posts", Map.of("account", account.text("/account/id"), "role", "DISTRICT_CLERK"))
                .is(422)
                .problem("post.area");

        var clerk = Guest.begin(world, account.text("/account/login"), account.text("/initialPassword"));
        var tree = clerk.get("/api/areas/tree").is(200);
        assertThat(tree.items("/name")).containsExactly("禅城区");
        assertThat(tree.json("/items/0/children").size()).isEqualTo(4);
        assertThat(tree.json("/items/0/children/0/children").size()).isGreaterThan(20);
    }

    @Test
    @Tag("TER-02")
    void twoCountiesInOneInstallationDoNotSeeEachOther(World world) {
        var administrator = world.installation().person("SYSTEM_ADMIN");
        administrator.post("/api/jurisdictions", Map.of("name", "佛山市南海区")).is(201);
        administrator.post("/api/jurisdictions", Map.of("code", "441900")).is(201);
        var south = world.place("440605000000").clerk();
        var east = world.place("441900000000").person("DISTRICT_CLERK");

        assertThat(south.get("/api/areas/tree").is(200).items("/code")).containsExactly("440605000000");
        assertThat(east.get("/api/areas/tree").is(200).items("/code")).containsExactly("441900000000");
        assertThat(east.get("/api/areas").is(200).items("/level/code")).containsExactly("PREFECTURE");
        assertThat(east.get("/api/areas?parent=441900000000").is(200).items()).hasSizeGreaterThan(30);
        south.get("/api/areas/441900000000").is(404).problem("area.absent");
        east.get("/api/areas/440605000000").is(404).problem("area.absent");
        assertThat(world.visitor()
                        .get("/api/divisions?q={}", "南海")
                        .is(200)
                        .json("/items/0/open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Tag("TER-02")
    void anUnknownCodeOrAnAmbiguousNameIsSaidInOneSentence(World world) {
        var administrator = world.installation().person("SYSTEM_ADMIN");

        administrator
                .post("/api/jurisdictions", Map.of("code", "999999"))
                .is(422)
                .problem("county.unknown");
        administrator.post("/api/jurisdictions", Map.of("name", "鼓楼区")).is(422).problem("county.several");
        administrator.post("/api/jurisdictions", Map.of("name", "没有区")).is(422).problem("county.unknown");
        administrator.post("/api/jurisdictions", Map.of()).is(422).problem("county.code");
        world.systemAdmin()
                .post("/api/jurisdictions", Map.of("code", "440607"))
                .is(404)
                .problem("county.absent");
    }

    private static String password(List<String> lines, String login) {
        return lines.stream()
                .filter(line -> line.startsWith(login + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }
}
