package lianlin.kernel.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the installation says about itself, and to whom.
@ServerTest
class MetricsTest {
    @Test
    void aScraperIsKnownByItsTokenAlone(World world) throws Exception {
        var data = world.server().context().getEnvironment().getRequiredProperty("lianlin.data");
        var token = Files.readString(Path.of(data, "secrets/metrics-token")).strip();

        world.visitor().get("/metrics").is(401).problem("metrics.token");
        world.visitor()
                .call("GET", "/metrics")
                .header("Authorization", "Bearer " + token.substring(1))
                .send()
                .is(401);
        var answer = world.visitor()
                .call("GET", "/metrics")
                .header("Authorization", "Bearer " + token)
                .send()
                .is(200);
        assertThat(answer.text())
                .contains("lianlin_journal_unread_rows{reader=\"tally\"}")
                .contains("lianlin_journal_unread_seconds{reader=\"seal\"}")
                .contains("lianlin_connections{", "state=\"waiting\"")
                .contains("lianlin_messages{state=\"PARKED\"}")
                .contains("lianlin_worker_failures{worker=\"journal\"}")
                .contains("lianlin_database_bytes", "lianlin_disk_free_bytes")
                .contains("jvm_memory_used_bytes", "jvm_gc_")
                .doesNotContain("lianlin_figures_missing");
    }

    @Test
    void requestsAreTimedByTheirRouteAndNameNoThing(World world) {
        var resident = world.community("滨江").resident();
        resident.get("/api/service-orders/" + world.nothing()).is(404);

        var text = world.systemAdmin().get("/api/metrics").is(200).text();
        assertThat(text)
                .contains(
                        "lianlin_http_requests_seconds_bucket{method=\"GET\",route=\"/api/service-orders/{id}\",status=\"404\",le=\"0.1\"}")
                .doesNotContain(world.nothing().toString());
    }

    @Test
    @Tag("S10")
    void noLabelLooksLikeAPerson(World world) {
        world.community("滨江").resident();
        var text = world.systemAdmin().get("/api/metrics").is(200).text();

        assertThat(Pattern.compile("\\d{11}|[\\u4e00-\\u9fff]")
                        .matcher(text.replaceAll("(?m)(^#.*| [-+0-9.eE]+)$", ""))
                        .find())
                .isFalse();
    }

    @Test
    void healthIsSaidInPartsToTheSystemAdministrator(World world) {
        var answer = world.systemAdmin().get("/api/health").is(200);

        assertThat(answer.json("/parts").findValuesAsString("name"))
                .contains("journal tally", "journal seal", "messages parked", "disk");
        assertThat(answer.json("/state").asString()).isIn("FINE", "WARNING");
        world.community("滨江").person("COMMUNITY_CLERK").get("/api/health").is(403);
        assertThat(world.visitor().get("/health").is(200).text()).isEqualTo("{\"status\":\"UP\"}");
    }
}
