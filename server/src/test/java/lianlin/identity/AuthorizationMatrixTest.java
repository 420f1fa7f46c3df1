package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// Every endpoint of the API description by every role: who is not signed in is told so, a post without the permission
/// is denied, a post with it is never denied, what does not exist is absent, and nothing breaks the server.
@ServerTest
@Tag("S1")
class AuthorizationMatrixTest {
    @Test
    void everyEndpointAsksEveryRole(World world) {
        var endpoints = Endpoint.all(world);
        var roles = world.bean(RoleStore.class).list().stream()
                .filter(role -> shipped().contains(role.code()))
                .toList();
        var wrong = new TreeMap<String, String>();
        var visitor = world.visitor();
        for (var endpoint : endpoints) {
            if (endpoint.permission() != null) {
                judge(wrong, endpoint, "visitor", call(visitor, world, endpoint), Set.of(401));
            }
        }
        for (var role : roles) {
            var person = person(world, role.code());
            for (var endpoint : endpoints) {
                if (endpoint.permission() == null) {
                    continue;
                }
                var answer = call(person, world, endpoint);
                if (!role.permissions().contains(endpoint.permission())) {
                    judge(wrong, endpoint, role.code(), answer, Set.of(403));
                } else if (endpoint.reads() && endpoint.path().endsWith("}")) {
                    judge(wrong, endpoint, role.code(), answer, Set.of(404, 422));
                } else {
                    judge(wrong, endpoint, role.code(), answer, Set.of(200, 201, 202, 204, 400, 404, 409, 412, 422));
                }
            }
        }

        assertThat(roles).hasSizeGreaterThan(12);
        assertThat(endpoints).hasSizeGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theDescriptionNamesEveryHandler(World world) {
        var described = new TreeSet<String>();
        Endpoint.all(world).forEach(endpoint -> described.add(endpoint.toString()));
        var handled = new TreeSet<String>();
        Endpoint.handled(world).keySet().forEach(handled::add);

        assertThat(described).isEqualTo(handled);
    }

    /// The roles that the product begins with; tests make others beside them.
    private static Set<String> shipped() {
        try {
            return new ClassPathResource("roles.yaml")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("[A-Z_]+:"))
                    .map(line -> line.replace(":", ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Person person(World world, String role) {
        return switch (role) {
            case "SYSTEM_ADMIN" -> world.systemAdmin();
            case "SECURITY_ADMIN" -> world.installation().person(role);
            case "AUDIT_ADMIN" -> world.auditAdmin();
            default -> world.community("滨江").person(role);
        };
    }

    private static void judge(
            Map<String, String> wrong, Endpoint endpoint, String role, Answer answer, Set<Integer> right) {
        if (!right.contains(answer.status())) {
            var text = answer.text();
            wrong.put(
                    endpoint + " by " + role, answer.status() + " " + text.substring(0, Math.min(120, text.length())));
        }
    }

    private static Answer call(Person person, World world, Endpoint endpoint) {
        var nothing = world.nothing().toString();
        var path = endpoint.path()
                .replace("{code}", endpoint.path().contains("/roles/") ? "NOBODY" : "990000000000")
                .replace("{name}", "nothing")
                .replaceAll("\\{[a-zA-Z]+}", nothing);
        var call = person.call(endpoint.method().toUpperCase(), path);
        if (!endpoint.reads()) {
            call.version(1);
        }
        if (endpoint.takesPictures()) {
            call.bytes("image/png", new byte[0]);
        } else if (endpoint.hasBody()) {
            call.body(Map.of());
        }
        return call.send();
    }
}
