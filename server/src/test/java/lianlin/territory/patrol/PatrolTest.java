package lianlin.territory.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lianlin.testing.Locality;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who walked through a grid, and what was found.
@ServerTest
@Tag("TER-11")
class PatrolTest {
    @Test
    void aPatrolIsWrittenByWhoWalkedAndTheLastOneStandsFirst(World world) {
        var community = world.community("滨江");
        var grid = grid(community);
        var worker = community.gridWorker();
        worker.post("/api/patrols", Map.of("grid", grid)).is(201);
        world.later(Duration.ofHours(2));
        worker.post("/api/patrols", Map.of("grid", grid, "kinds", List.of("SAFETY"), "findings", "3 栋楼道堆了纸箱"))
                .is(201);

        var seen =
                community.clerk().get("/api/patrols?area=" + grid + "&limit=1").is(200);
        assertThat(seen.text("/items/0/findings")).isEqualTo("3 栋楼道堆了纸箱");
        assertThat(seen.text("/items/0/name")).isEqualTo(worker.name());
        assertThat(seen.text("/items/0/kinds/0/label")).isEqualTo("安全隐患");
        assertThat(world.street("东街街道").clerk().get("/api/patrols").items("/id"))
                .hasSize(2);
        assertThat(world.community("东湖").clerk().get("/api/patrols").items("/id"))
                .isEmpty();
    }

    @Test
    void aPatrolBelongsToAGridAndToTheLastWeek(World world) {
        var community = world.community("滨江");
        var grid = grid(community);
        var worker = community.gridWorker();

        worker.post("/api/patrols", Map.of("grid", community.code())).is(422).problem("patrol.grid");
        worker.post("/api/patrols", Map.of("grid", grid, "started", "2020-01-01T00:00:00Z"))
                .is(422)
                .problem("patrol.started");
        worker.post("/api/patrols", Map.of("grid", grid, "kinds", List.of("WAR")))
                .is(422);
        community.resident().post("/api/patrols", Map.of("grid", grid)).is(403);
    }

    @Test
    void aListCostsTheSameForAnyNumberOfPatrols(World world) {
        var community = world.community("滨江");
        var grid = grid(community);
        var worker = community.gridWorker();
        worker.post("/api/patrols", Map.of("grid", grid)).is(201);
        var cost = worker.statements("/api/patrols");
        IntStream.range(0, 8)
                .forEach(each ->
                        worker.post("/api/patrols", Map.of("grid", grid)).is(201));

        assertThat(worker.statements("/api/patrols")).isEqualTo(cost);
    }

    private static String grid(Locality community) {
        return community
                .clerk()
                .post("/api/grids", Map.of("community", community.code(), "name", "第一网格", "kind", "BASIC"))
                .is(201)
                .text("/code");
    }
}
