package lianlin.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.World;
import tools.jackson.databind.JsonNode;

/// The phone of somebody with an app that makes codes, and what he does with it.
final class Phone {
    static final String PASSWORD = "correct-horse-7";

    private final World world;
    private final byte[] secret;
    final Person person;
    final List<String> recovery;

    private Phone(World world, Person person, byte[] secret, List<String> recovery) {
        this.world = world;
        this.person = person;
        this.secret = secret;
        this.recovery = recovery;
    }

    /// Somebody with a password sets up a second factor.
    static Phone of(World world, Person person) {
        person.password(PASSWORD);
        var secret = read(person.post("/api/me/second-factor", null).is(201).text("/secret"));
        var code = code(world, secret, 0);
        var shown = person.post("/api/me/second-factor/confirmation", Map.of("code", code))
                .is(201);
        return new Phone(
                world,
                person,
                secret,
                shown.json("/codes").valueStream().map(JsonNode::asString).toList());
    }

    /// A code that was not used yet.
    String next() {
        world.later(Duration.ofSeconds(30));
        return code(0);
    }

    /// The code of a half minute from now on.
    String code(int halfMinutes) {
        return code(world, secret, halfMinutes);
    }

    static String code(World world, byte[] secret, int halfMinutes) {
        var now = world.inside(() -> world.server().clock().instant());
        return Totp.code(secret, Totp.step(now) + halfMinutes);
    }

    String wrong() {
        return "%06d".formatted((Integer.parseInt(code(0)) + 1) % 1_000_000);
    }

    /// Password right: the ticket for the other half.
    String ticket() {
        return byPassword(world, person.login()).is(200).text("/ticket");
    }

    static Answer byPassword(World world, String login) {
        return world.visitor()
                .call("POST", "/api/session")
                .fromAnAddressOfItsOwn()
                .body(Map.of("login", login, "password", PASSWORD))
                .send();
    }

    Answer shows(String ticket, String code) {
        return world.visitor()
                .call("POST", "/api/session/second-factor")
                .fromAnAddressOfItsOwn()
                .body(Map.of("ticket", ticket, "code", code))
                .send();
    }

    /// What an app reads from the text of a secret.
    static byte[] read(String text) {
        var bytes = new ByteArrayOutputStream();
        var bits = 0;
        var held = 0;
        for (var letter : text.getBytes(ISO_8859_1)) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
