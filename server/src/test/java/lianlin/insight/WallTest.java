package lianlin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianlin.matter.order.OrderStory;
import lianlin.testing.Answer;
import lianlin.testing.Locality;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The big screen: what it counts, whom it shows it to, and what it never shows.
@ServerTest
class WallTest {
    @Test
    void theFiguresAreThoseOfTheOrders(World world) {
        var story = new OrderStory(world.community("祖庙", "滨江"));
        story.order();
        story.serving();
        var good = story.completed();
        story.step(story.resident, good, "rate", Map.of("stars", 5)).is(200);
        var poor = story.completed();
        story.step(story.resident, poor, "rate", Map.of("stars", 2)).is(200);
        story.completed();
        world.catchUp();

        var wall = world.district().leader().get("/api/wall").is(200);

        assertThat(wall.text("/scope/code")).isEqualTo(world.district().code());
        assertThat(values(wall, "/figures"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("open", 4, "month", 5, "rated", 67, "satisfied", 50));
        assertThat(wall.json("/figures").get(0).get("note").asString()).isEqualTo("其中超时 0 件");
        assertThat(values(wall, "/chain"))
                .isEqualTo(Map.of("SUBMITTED", 5, "DISPATCHED", 4, "ACCEPTED", 4, "COMPLETED", 3, "EVALUATED", 2));
        assertThat(wall.number("/lamps/green") + wall.number("/lamps/yellow")).isEqualTo(4);
        assertThat(wall.number("/lamps/red")).isZero();
        assertThat(wall.json("/trend")).hasSize(30);
        assertThat(wall.number("/trend/29/placed")).isEqualTo(5);
        assertThat(wall.number("/trend/29/closed")).isEqualTo(1);
    }

    @Test
    @Tag("CLK-05")
    void whatIsLateIsShownWhereItIs(World world) {
        var here = new OrderStory(world.community("祖庙", "滨江"));
        order(world.community("石湾", "河宕"));
        here.order();
        here.order();
        var leader = world.district().leader();
        leader.get("/api/wall").is(200);
        world.later(Duration.ofDays(15));
        world.catchUp();

        var wall = leader.get("/api/wall").is(200);

        assertThat(wall.number("/lamps/red")).isEqualTo(3);
        assertThat(wall.json("/late"))
                .hasSize(3)
                .allMatch(late -> late.get("hours").asInt() > 0);
        assertThat(below(wall, "late")).isEqualTo(Map.of("祖庙", 2, "石湾", 1));
        assertThat(below(wall, "open")).isEqualTo(Map.of("祖庙", 2, "石湾", 1));
        assertThat(wall.json("/figures").get(0).get("note").asString()).isEqualTo("其中超时 3 件");
    }

    @Test
    void everybodySeesTheWallOfHisOwnPlaceAndBelow(World world) {
        var here = new OrderStory(world.community("祖庙", "滨江"));
        here.order();
        order(world.community("石湾", "河宕"));
        world.catchUp();
        var street = world.street("祖庙").leader();

        var own = street.get("/api/wall").is(200);
        assertThat(own.text("/scope/name")).isEqualTo("祖庙");
        assertThat(values(own, "/figures")).containsEntry("open", 1);
        assertThat(below(own, "open")).isEqualTo(Map.of("滨江", 1));
        assertThat(own.json("/recent")).hasSize(1);

        var below = street.get("/api/wall?area={code}", here.community.code()).is(200);
        assertThat(below.text("/scope/name")).isEqualTo("滨江");
        assertThat(below.json("/areas")).isEmpty();

        for (var foreign : List.of(
                world.street("石湾").code(),
                world.community("石湾", "河宕").code(),
                world.district().code(),
                world.neighbour().district().code(),
                "999999000000")) {
            street.get("/api/wall?area={code}", foreign).is(404).problem("area.absent");
        }
        assertThat(values(world.neighbour().district().leader().get("/api/wall").is(200), "/figures"))
                .containsEntry("open", 0);
        here.resident.get("/api/wall").is(403).problem("permission.missing");
        here.first.leader().get("/api/wall").is(403);
        world.visitor().get("/api/wall").is(401);
    }

    @Test
    void nobodyIsNamed(World world) {
        var story = new OrderStory(world);
        var order = story.completed();
        story.step(story.resident, order, "rate", Map.of("stars", 3, "note", "谢谢" + story.resident.name()))
                .is(200);
        story.order();
        world.catchUp();

        var wall = world.district().leader().get("/api/wall").is(200).text();

        for (var person : List.of(story.resident, story.clerk, story.first.leader())) {
            assertThat(wall)
                    .doesNotContain(
                            person.name(), person.phone(), person.account().toString());
        }
        assertThat(wall).doesNotContain(order.toString());
    }

    @Test
    void itCostsNoStatementMoreForMoreOrdersAndMorePlaces(World world) {
        var story = new OrderStory(world.community("祖庙", "滨江"));
        var leader = world.district().leader();
        story.order();
        world.catchUp();
        var few = leader.statements("/api/wall");

        story.completed();
        for (var street : List.of("石湾", "张槎", "南庄")) {
            order(world.community(street, street + "社区"));
        }
        world.catchUp();

        assertThat(leader.statements("/api/wall")).isLessThanOrEqualTo(few);
    }

    private static void order(Locality community) {
        community
                .resident()
                .post("/api/service-orders", Map.of("title", "代购药品", "category", "CARE"))
                .is(201);
    }

    private static Map<String, Integer> values(Answer wall, String list) {
        return wall.json(list)
                .valueStream()
                .collect(Collectors.toMap(
                        item -> item.get("code").asString(),
                        item -> item.get("value").asInt()));
    }

    private static Map<String, Integer> below(Answer wall, String figure) {
        return wall.json("/areas")
                .valueStream()
                .collect(Collectors.toMap(
                        area -> area.get("name").asString(),
                        area -> area.get(figure).asInt()));
    }
}
