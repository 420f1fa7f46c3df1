package lianlin.territory.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sections and patrols go where their grid goes.
@ServerTest
@Tag("TER-12")
class SectionMoveTest {
    private static final List<Map<String, String>> TWO =
            List.of(Map.of("person", "陈大文", "role", "GRID_HEAD"), Map.of("person", "李小兰", "role", "GRID_WORKER"));

    @Test
    void whenGridsBecomeOneTheirSectionsAndPatrolsAreFoundThere(World world) {
        var community = world.community("滨江");
        var secretary = community.secretary();
        var first = grid(secretary, community, "第一网格");
        var second = grid(secretary, community, "第二网格");
        cut(secretary, first);
        var held = cut(secretary, second);
        var member = community.person("FULL_MEMBER");
        member.post("/api/sections/{id}/claim", null, held).is(200);
        secretary.post("/api/patrols", Map.of("grid", second)).is(201);

        var merged = secretary
                .post("/api/grid-mergers", Map.of("grids", List.of(first, second), "name", "新网格", "staff", TWO))
                .is(201)
                .text("/code");

        assertThat(secretary.get("/api/sections?area=" + merged).items("/name"))
                .containsExactlyInAnyOrder("一段", "一段（第二网格）");
        assertThat(secretary.get("/api/sections?area=" + first).items("/name")).isEmpty();
        assertThat(secretary.get("/api/patrols?area=" + merged).items("/id")).hasSize(1);
        assertThat(member.get("/api/sections?mine=true").items("/id")).containsExactly(held);
        var counts = secretary.get("/api/sections/counts").is(200);
        assertThat(counts.json("/total").asInt()).isEqualTo(2);
    }

    private static String grid(Person secretary, Locality community, String name) {
        return secretary
                .post("/api/grids", Map.of("community", community.code(), "name", name, "kind", "BASIC"))
                .is(201)
                .text("/code");
    }

    private static String cut(Person secretary, String grid) {
        return secretary
                .post(
                        "/api/sections",
                        Map.of("area", grid, "name", "一段", "kind", "ROAD", "description", "巷口到公告栏", "plan", "每周清扫"))
                .is(201)
                .text("/id");
    }
}
