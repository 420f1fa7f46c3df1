package lianlin.matter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Id;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whom the page suggests to the dispatcher, and why (SRV-01).
@ServerTest
class TakersTest {
    @Test
    @Tag("SRV-01")
    void theLikeliestStandsFirstWithTheReasonsWhy(World world) {
        var story = new OrderStory(world.community("祖庙", "滨江"));
        var next = world.community("祖庙", "培德");
        team(world, "巧手维修队", next, "水电维修");
        team(world, "滨江维修队", story.community, "家电维修", "水电维修");
        team(world, "石湾维修队", world.community("石湾", "河宕"), "水电维修");
        var order = story.order();

        var takers = story.clerk.get("/api/service-orders/{id}/takers", order).is(200);

        assertThat(takers.items("/name"))
                .startsWith("滨江维修队", "巧手维修队")
                .contains("红棉志愿服务队", "水电维修队")
                .doesNotContain("石湾维修队");
        assertThat(reasons(takers.items().getFirst())).containsExactly("擅长家电维修、水电维修", "就在本社区", "手上没有单");
        assertThat(reasons(takers.items().get(1))).containsExactly("擅长水电维修", "手上没有单");
        assertThat(takers.items().getFirst().get("placeName").asString()).contains("滨江");
        var english = story.clerk
                .call("GET", "/api/service-orders/{id}/takers", order)
                .english()
                .send()
                .is(200);
        assertThat(reasons(english.items().getFirst()))
                .containsExactly("Good at 家电维修、水电维修", "In this community", "Nothing in hand");
    }

    @Test
    @Tag("SRV-01")
    void whatATeamHasInHandAndHowItWasRatedIsSaid(World world) {
        var story = new OrderStory(world);
        var rated = story.completed();
        story.step(story.resident, rated, "rate", Map.of("stars", 4)).is(200);
        story.serving();
        story.dispatch(story.order(), story.first).is(200);
        var refused = story.order();
        story.dispatch(refused, story.first).is(200);
        story.step(story.first.leader(), refused, "refuse", Map.of("note", "没有空"))
                .is(200);

        var takers = story.clerk.get("/api/service-orders/{id}/takers", refused).is(200);

        var busy = named(takers.items(), "红棉志愿服务队");
        assertThat(busy.get("open").asInt()).isEqualTo(2);
        assertThat(busy.get("month").asInt()).isEqualTo(4);
        assertThat(busy.get("rating").asDouble()).isEqualTo(4.0);
        assertThat(reasons(busy)).doesNotContain("手上没有单");
        var idle = named(takers.items(), "水电维修队");
        assertThat(idle.get("open").asInt()).isZero();
        assertThat(idle.get("rating").isNull()).isTrue();
    }

    @Test
    @Tag("SRV-01")
    void atMostEightAreShownAndMoreTeamsCostNoStatementMore(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        var few = story.clerk.statements("/api/service-orders/" + order + "/takers");
        for (var i = 0; i < 10; i++) {
            team(world, "便民队" + i, story.community, "便民");
        }

        assertThat(story.clerk
                        .get("/api/service-orders/{id}/takers", order)
                        .is(200)
                        .items())
                .hasSize(8)
                .allMatch(taker -> taker.get("name").asString().startsWith("便民队"));
        assertThat(story.clerk.statements("/api/service-orders/" + order + "/takers"))
                .isLessThanOrEqualTo(few);
    }

    @Test
    void onlyWhoDispatchesThisOrderIsToldOfTeams(World world) {
        var story = new OrderStory(world.community("祖庙", "滨江"));
        var order = story.order();

        for (var other : List.of(story.resident, story.first.leader())) {
            other.get("/api/service-orders/{id}/takers", order).is(403).problem("permission.missing");
        }
        for (Person stranger : List.of(
                world.community("石湾", "河宕").clerk(),
                world.neighbour().district().clerk())) {
            stranger.get("/api/service-orders/{id}/takers", order).is(404).problem("case.absent");
        }
        story.clerk
                .get("/api/service-orders/{id}/takers", world.nothing())
                .is(404)
                .problem("case.absent");
    }

    private static Id team(World world, String name, Locality where, String... skills) {
        var profile = new HashMap<String, Object>(
                Map.of("kind", "VOLUNTEER_TEAM", "name", name, "area", where.code(), "skills", List.of(skills)));
        return world.district()
                .clerk()
                .post("/api/organizations", Map.of("profile", profile))
                .is(201)
                .id();
    }

    private static JsonNode named(List<JsonNode> takers, String name) {
        return takers.stream()
                .filter(taker -> taker.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(JsonNode taker) {
        return taker.get("reasons").valueStream().map(JsonNode::asString).toList();
    }
}
