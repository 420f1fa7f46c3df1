package lianlin.territory.building;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lianlin.testing.Locality;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Buildings of grids, and the party groups that are linked to grids.
@ServerTest
class BuildingTest {
    @Test
    @Tag("TER-01")
    void aGridHasBuildingsWithHouseholdsAndAPlace(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grid = grid(community);
        var building = clerk.post(
                        "/api/buildings",
                        Map.of("grid", grid, "name", "1 号楼", "households", 96, "lng", 113.1, "lat", 23.0))
                .is(201);

        clerk.post("/api/buildings", Map.of("grid", grid, "name", "1 号楼"))
                .is(409)
                .problem("building.name");
        assertThat(clerk.get("/api/buildings?area={}", grid).items("/households"))
                .containsExactly("96");
        clerk.putAt(2, "/api/buildings/{id}", Map.of("grid", grid, "name", "一号楼"), building.text("/id"))
                .is(412);
        clerk.putAt(1, "/api/buildings/{id}", Map.of("grid", grid, "name", "一号楼"), building.text("/id"))
                .is(200);
        world.community("邻社区")
                .secretary()
                .post("/api/buildings", Map.of("grid", grid, "name", "2 号楼"))
                .is(404);
    }

    @Test
    @Tag("TER-12")
    void whatIsPulledDownStaysInTheBooks(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grid = grid(community);
        var id = clerk.post("/api/buildings", Map.of("grid", grid, "name", "1 号楼"))
                .is(201)
                .text("/id");

        clerk.call("DELETE", "/api/buildings/{id}", id).version(1).send().is(204);
        assertThat(clerk.get("/api/buildings?area={}", grid).items("/name")).isEmpty();
        clerk.post("/api/buildings", Map.of("grid", grid, "name", "1 号楼")).is(201);
        assertThat(world.server()
                        .owner()
                        .resultQuery(
                                "SELECT count(*)::int FROM territory.building WHERE jurisdiction = ?",
                                world.jurisdiction())
                        .fetchSingle(0, int.class))
                .isEqualTo(2);
    }

    @Test
    @Tag("TER-10")
    void aPartyGroupIsLinkedToAGridFromADayOn(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grid = grid(community);
        var branch = world.district()
                .clerk()
                .post(
                        "/api/organizations",
                        Map.of("profile", Map.of("kind", "COMMITTEE", "name", "培德社区党委", "area", community.code())))
                .is(201)
                .text("/id");

        var linked = clerk.post("/api/grids/{code}/party-groups", Map.of("organization", branch), grid)
                .is(201);
        assertThat(linked.text("/items/0/name")).isEqualTo("培德社区党委");
        clerk.post("/api/grids/{code}/party-groups", Map.of("organization", branch), grid)
                .is(409)
                .problem("grid.party.once");
        clerk.call("DELETE", "/api/grids/{code}/party-groups/{id}", grid, linked.text("/items/0/id"))
                .send()
                .is(204);
        assertThat(clerk.get("/api/grids/{code}/party-groups", grid).text("/items/0/ends"))
                .isEqualTo(world.today().toString());
        clerk.post(
                        "/api/grids/{code}/party-groups",
                        Map.of("organization", world.nothing().toString()),
                        grid)
                .is(404);
    }

    private static String grid(Locality community) {
        return community
                .secretary()
                .post("/api/grids", Map.of("community", community.code(), "name", "第一网格", "kind", "BASIC"))
                .is(201)
                .text("/code");
    }
}
