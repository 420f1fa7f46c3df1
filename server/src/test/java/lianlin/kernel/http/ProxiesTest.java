package lianlin.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Journal;
import lianlin.testing.Call;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The proxy that the server was told of says who calls and how; what others write into the same headers counts for
/// nothing.
@ServerTest
@Tag("S6")
class ProxiesTest {
    private static final String CALLER = "203.0.113.7";

    @Test
    void theCallerIsWhoTheNamedProxySays(World world) {
        var clerk = world.community("滨江").clerk();
        wrongPassword(world, clerk).throughTheProxy().send().is(401);

        assertThat(address(world, clerk)).isEqualTo(CALLER);
    }

    @Test
    void whoIsNoProxySpeaksForHimselfAlone(World world) {
        var clerk = world.community("滨江").clerk();
        wrongPassword(world, clerk).fromAnAddressOfItsOwn().send().is(401);

        assertThat(address(world, clerk)).startsWith("127.1.");
    }

    @Test
    void browsersAreHeldToTlsWhereTheyCameByIt(World world) {
        assertThat(secure(world).throughTheProxy().send().header("Strict-Transport-Security"))
                .contains("max-age=31536000");
        assertThat(secure(world).send().header("Strict-Transport-Security")).isNull();
    }

    private static Call secure(World world) {
        return world.visitor().call("GET", "/api/session").header("X-Forwarded-Proto", "https");
    }

    private static Call wrongPassword(World world, Person person) {
        person.password("a right password");
        return world.visitor()
                .call("POST", "/api/session")
                .header("X-Forwarded-For", CALLER)
                .body(Map.of("login", person.login(), "password", "a wrong password"));
    }

    private static String address(World world, Person person) {
        return world.inside(() -> world.bean(Journal.class).timeline(world.jurisdiction(), person.account()).stream()
                .filter(row -> row.kind().equals("sign-in-failed"))
                .map(Happened::address)
                .findFirst()
                .orElse(""));
    }
}
