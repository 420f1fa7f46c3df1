package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thousands of requests that the API description gives rise to, right, broken, huge and wrongly encoded, by people of
/// every kind: each is answered as the description promises, none brings the server out of step, and none is told how
/// the server is made.
@ServerTest
@Tag("S9")
class OddRequestsTest {
    private static final int REQUESTS = Boolean.getBoolean("lianlin.test.long") ? 50_000 : 1_200;

    /// What only the inside of the server knows.
    private static final Pattern INSIDE = Pattern.compile(
            "at (lianlin|org|java|jakarta|tools)\\.|Exception|org\\.(spring|postgres|jooq|apache)|java\\.(lang|util)|"
                    + "tools\\.jackson|SQLState|SELECT |violates");

    @Test
    void everyRequestIsAnsweredAsDescribed(World world) {
        var seed = Long.getLong("lianlin.test.seed", System.nanoTime());
        var here = new Samples(world.community("滨江"));
        var known = Arrays.stream(Thing.values()).map(here::id).toList();
        var odd = new OddRequests(seed, world, known);
        var people = new ArrayList<Person>();
        Standing.all(here).forEach(standing -> people.add(standing.person()));
        people.add(world.visitor());

        var wrong = new TreeMap<String, String>();
        var done = new TreeSet<Integer>();
        for (var i = 0; i < REQUESTS; i++) {
            var operation = i < odd.operations().size() ? odd.operations().get(i) : odd.any();
            var by = people.get(i % people.size());
            var answer = odd.request(operation, by).send();
            done.add(answer.status());
            var mistake = mistake(operation, answer);
            if (mistake != null) {
                wrong.putIfAbsent(operation + ": " + mistake, i + ": " + answer.status() + " " + answer.text());
            }
            if (answer.status() == 401 && by != people.getLast()) {
                by.enter();
            }
        }

        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(done).contains(200, 201, 400, 403, 404, 422);
    }

    private static @Nullable String mistake(OddRequests.Operation operation, Answer answer) {
        var status = answer.status();
        if (status >= 500) {
            return "broken";
        }
        if (status < 400) {
            return operation.promises(status) ? null : "not described";
        }
        var type = answer.header("Content-Type");
        if (type == null || !type.startsWith("application/problem+json")) {
            return "no problem but " + type;
        }
        if (INSIDE.matcher(answer.text()).find()) {
            return "tells of its inside";
        }
        return answer.json().path("title").asString().isBlank() ? "says nothing" : null;
    }
}
