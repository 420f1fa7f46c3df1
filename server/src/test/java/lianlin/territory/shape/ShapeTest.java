package lianlin.territory.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lianlin.territory.shape.Drawn.box;
import static lianlin.territory.shape.Drawn.lng;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import lianlin.testing.AtOnce;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Outlines of grids and communities: they fit together or are refused with where and how large.
@ServerTest
class ShapeTest {
    @Test
    @Tag("TER-06")
    void gridsOfACommunityShareNoGround(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grids = Drawn.grids(clerk, community, 2);

        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 10, 10), grids.getFirst())
                .is(200);
        var refused = clerk.putAt(1, "/api/grids/{code}/shape", box(9, 0, 20, 10), grids.getLast());
        refused.is(409).problem("shape.overlap");
        assertThat(refused.text()).contains("第1网格").contains("平方米").contains("113.10");
        var check = clerk.post("/api/grids/{code}/shape/check", box(9, 0, 20, 10), grids.getLast())
                .is(200);
        assertThat(check.text("/findings/0/kind")).isEqualTo("OVERLAP");
        assertThat(check.json("/findings/0/squareMetres").asLong()).isBetween(110_000L, 116_000L);
        clerk.putAt(1, "/api/grids/{code}/shape", check.json("/fitted"), grids.getLast())
                .is(200);
        assertThat(clerk.get("/api/areas/{code}/shapes/findings", community.code())
                        .items("/kind"))
                .isEmpty();
    }

    @Test
    @Tag("TER-06")
    void aBorderIsNoOverlapAndAHairIsTolerated(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grids = Drawn.grids(clerk, community, 2);

        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 10, 10), grids.getFirst())
                .is(200);
        clerk.putAt(1, "/api/grids/{code}/shape", box(9.9999, 0, 20, 10), grids.getLast())
                .is(200);
    }

    @Test
    @Tag("TER-06")
    void aGridStaysInsideItsCommunityAndGapsAreShown(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grid = Drawn.grids(clerk, community, 1).getFirst();

        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 25, 10), grid)
                .is(409)
                .problem("shape.outside");
        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 15, 10), grid).is(200);
        var gaps =
                clerk.get("/api/areas/{code}/shapes/findings", community.code()).is(200);
        assertThat(gaps.items("/kind")).containsExactly("GAP");
        assertThat(gaps.json("/items/0/at/0").asDouble()).isBetween(lng(15), lng(20));
        clerk.putAt(2, "/api/areas/{code}/shape", box(0, 0, 14, 10), community.code())
                .is(409)
                .problem("shape.outside");
    }

    @Test
    @Tag("TER-06")
    void communitiesShareNoGround(World world) {
        var one = world.community("东街街道", "一社区");
        var two = world.community("西街街道", "二社区");
        var clerk = world.district().clerk();

        clerk.putAt(1, "/api/areas/{code}/shape", box(0, 0, 10, 10), one.code()).is(200);
        clerk.putAt(1, "/api/areas/{code}/shape", box(5, 0, 15, 10), two.code())
                .is(409)
                .problem("shape.overlap");
        clerk.putAt(1, "/api/areas/{code}/shape", box(10, 0, 15, 10), two.code())
                .is(200);
        clerk.putAt(
                        1,
                        "/api/areas/{code}/shape",
                        box(0, 0, 1, 1),
                        world.street("东街街道").code())
                .is(422);
    }

    @Test
    @Tag("TER-12")
    void theMapIsDrawnAsOfADay(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grid = Drawn.grids(clerk, community, 1).getFirst();
        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 10, 10), grid).is(200);
        var first = world.today();
        world.later(Duration.ofDays(3));

        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 5, 10), grid).is(412);
        clerk.putAt(2, "/api/grids/{code}/shape", box(0, 0, 5, 10), grid).is(200);
        var now = clerk.get("/api/areas/{code}/shapes", community.code()).is(200);
        var then = clerk.get("/api/areas/{code}/shapes?on=" + first, community.code())
                .is(200);
        assertThat(now.json("/box/2").asDouble()).isCloseTo(lng(5), within(1e-6));
        assertThat(then.json("/box/2").asDouble()).isCloseTo(lng(10), within(1e-6));
        clerk.call("DELETE", "/api/grids/{code}/shape", grid).version(3).send().is(204);
        assertThat(clerk.get("/api/areas/{code}/shapes", community.code())
                        .json("/missing")
                        .asInt())
                .isEqualTo(1);
        assertThat(clerk.get("/api/grids/{code}", grid).json("/version").asInt())
                .isEqualTo(4);
    }

    @Test
    @Tag("TER-06")
    void hostileOutlinesAreRefusedWithASentence(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grid = Drawn.grids(clerk, community, 1).getFirst();

        for (var wrong : List.of(
                "shape.json ,{not json",
                "shape.json ," + "[".repeat(3_000),
                "shape.type ,{\"type\":\"Point\",\"coordinates\":[113.1,23.0]}",
                "shape.type ,{}",
                "shape.type ,[]",
                "shape.position ,{\"type\":\"Polygon\",\"coordinates\":[[[\"113\",23]]]}",
                "shape.position ,{\"type\":\"Polygon\",\"coordinates\":7}",
                "shape.open ,{\"type\":\"Polygon\",\"coordinates\":[[[113.1,23],[113.2,23],[113.2,23.1]]]}",
                "shape.swapped ,{\"type\":\"Polygon\",\"coordinates\":[[[23,113.1],[23,113.2],[23.1,113.2],[23,113.1]]]}",
                "shape.projected ,{\"type\":\"Polygon\",\"coordinates\":[[[510000,2545000],[1,1],[2,2],[510000,2545000]]]}",
                "shape.abroad ,{\"type\":\"Polygon\",\"coordinates\":[[[13.4,52.5],[13.5,52.5],[13.5,52.6],[13.4,52.5]]]}",
                "shape.crossing ,{\"type\":\"Polygon\",\"coordinates\":[[[113.1,23],[113.2,23.1],[113.2,23],[113.1,23.1],[113.1,23]]]}",
                "shape.empty ,{\"type\":\"Polygon\",\"coordinates\":[[[113.1,23],[113.2,23],[113.3,23],[113.1,23]]]}",
                "shape.empty ,{\"type\":\"Polygon\",\"coordinates\":[]}")) {
            var parts = wrong.split(" ,", 2);
            clerk.call("PUT", "/api/grids/{code}/shape", grid)
                    .version(1)
                    .bytes("application/geo+json", parts[1].getBytes(UTF_8))
                    .send()
                    .is(422)
                    .problem(parts[0]);
        }
        var circle = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
        for (var i = 0; i <= 6_000; i++) {
            var turn = i % 6_000 * Math.PI / 3_000;
            circle.append(i == 0 ? "" : ",")
                    .append("[%.7f,%.7f]".formatted(113.1 + Math.cos(turn) / 100, 23 + Math.sin(turn) / 100));
        }
        clerk.call("PUT", "/api/grids/{code}/shape", grid)
                .version(1)
                .bytes("application/geo+json", circle.append("]]}").toString().getBytes(UTF_8))
                .send()
                .is(422)
                .problem("shape.points-of-one");
        clerk.call("PUT", "/api/grids/{code}/shape", grid)
                .version(1)
                .bytes("application/geo+json", new byte[(1 << 20) + 1])
                .send()
                .is(413);
        clerk.call("POST", "/api/shapes/check")
                .bytes("application/geo+json", ("{\"a\":[" + "0,".repeat(1_300_000) + "0]}").getBytes(UTF_8))
                .send()
                .is(422)
                .problem("shape.points");
    }

    @Test
    @Tag("TER-06")
    void theToleranceIsASetting(World world) {
        world.server()
                .owner()
                .execute(
                        "INSERT INTO kernel.setting (jurisdiction, name, value) VALUES (?, 'map.tolerance', '200000')",
                        world.jurisdiction());
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grids = Drawn.grids(clerk, community, 2);

        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 10, 10), grids.getFirst())
                .is(200);
        clerk.putAt(1, "/api/grids/{code}/shape", box(9, 0, 20, 10), grids.getLast())
                .is(200);
    }

    @Test
    @Tag("TER-12")
    void everyChangeStandsInTheJournal(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grid = Drawn.grids(clerk, community, 1).getFirst();
        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 10, 10), grid).is(200);

        assertThat(world.server()
                        .owner()
                        .resultQuery(
                                "SELECT kind FROM kernel.journal WHERE jurisdiction = ? AND kind LIKE 'shape-%' ORDER BY id",
                                world.jurisdiction())
                        .fetchInto(String.class))
                .containsExactly("shape-drawn", "shape-drawn");
    }

    @Test
    void anUnchangedMapIsNotSentAgain(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        Drawn.grids(clerk, community, 1);
        var first = clerk.get("/api/areas/{code}/shapes?level=COMMUNITY&count=service-order", community.code())
                .is(200);

        assertThat(first.json("/parts/0/count").asInt()).isZero();
        assertThat(first.header("ETag")).isNotBlank();
        clerk.call("GET", "/api/areas/{code}/shapes?level=COMMUNITY&count=service-order", community.code())
                .header("If-None-Match", first.header("ETag"))
                .send()
                .is(304);
    }

    @Test
    void tilesComeFromNowhereWithoutAKey(World world) {
        var answer = world.visitor().get("/api/map").is(200);

        assertThat(answer.json("/tiles").size()).isZero();
        assertThat(answer.header("Content-Security-Policy")).doesNotContain("tianditu");
        world.visitor()
                .get("/api/outlines?area={}", world.community("培德社区").code())
                .is(200);
    }

    @Test
    @Tag("TER-06")
    void neighboursDrawnAtTheSameMomentDoNotBothWin(World world) throws InterruptedException {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grids = Drawn.grids(clerk, community, 2);

        var statuses = AtOnce.statuses(
                2, i -> clerk.putAt(1, "/api/grids/{code}/shape", box(5 * i, 0, 5 * i + 10, 10), grids.get(i)));
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }
}
