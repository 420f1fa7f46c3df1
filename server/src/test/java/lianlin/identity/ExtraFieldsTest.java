package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever sends more than a request asks for gains nothing by it: every input object, also one inside another, that
/// carries a field of its own making is refused whole, and the field is named.
@ServerTest
@Tag("S3")
class ExtraFieldsTest {
    private static final List<String> TEMPTING =
            List.of("role", "status", "points", "owner", "district", "jurisdiction", "account");

    /// Those that read no body at all, and outlines: GeoJSON lets a file carry more than is asked for, and nothing of
    /// it is taken.
    private static final Set<String> NO_OBJECT =
            Set.of("password", "withdrawal", "reminders", "claim", "confirmation", "read", "receipt", "shape", "check");

    @Test
    void noInputTakesOverWhatItDoesNotAskFor(World world) {
        var here = new Samples(world.community("滨江"));
        var standings = Standing.all(here);
        var wrong = new TreeMap<String, String>();
        var refused = new TreeSet<String>();
        for (var endpoint : Endpoint.all(world)) {
            if (!(Bodies.of(endpoint, here) instanceof Map<?, ?> right) || NO_OBJECT.contains(last(endpoint))) {
                continue;
            }
            var standing = standings.stream()
                    .filter(each -> each.mayToTheOwn(endpoint))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody may " + endpoint));
            for (var field : TEMPTING) {
                if (!right.containsKey(field)) {
                    var more = new TreeMap<Object, Object>(right);
                    more.put(field, "DISTRICT_LEADER");
                    var answer = standing.person()
                            .call(
                                    endpoint.method().toUpperCase(),
                                    endpoint.path(),
                                    endpoint.things().stream().map(here::id).toArray())
                            .version(endpoint.version(here))
                            .body(more)
                            .send();
                    if (answer.status() == 422 && answer.text().contains('"' + field + '"')) {
                        refused.add(endpoint.toString());
                    } else {
                        wrong.put(endpoint + " with " + field, answer.status() + " " + answer.text());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).hasSizeGreaterThan(60);
    }

    private static String last(Endpoint endpoint) {
        return endpoint.path().substring(endpoint.path().lastIndexOf('/') + 1);
    }
}
