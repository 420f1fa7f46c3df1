package lianlin.matter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Tally;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The life of an order from placing to rating, and its side ways.
@ServerTest
class OrderTest {
    @Test
    @Tag("SRV-01")
    void anOrderGoesFromPlacingToRatingAndEverybodySeesWhereItStands(World world) {
        var story = new OrderStory(world);
        var placed = story.placed();
        var order = placed.id("/order/id");
        assertThat(placed.text("/order/state/code")).isEqualTo("SUBMITTED");
        assertThat(placed.text("/code")).matches("\\d{6}");

        assertThat(story.dispatch(order, story.first).is(200).text("/holder/name"))
                .isEqualTo("红棉志愿服务队");
        assertThat(story.step(story.first.leader(), order, "accept", Map.of("note", "周三上午"))
                        .is(200)
                        .text("/state/code"))
                .isEqualTo("ACCEPTED");
        story.step(story.first.leader(), order, "start", Map.of()).is(200);
        story.step(story.first.leader(), order, "complete", Map.of("minutes", 45, "persons", 2, "note", "换了水龙头"))
                .is(200);
        var rated = story.step(story.resident, order, "rate", Map.of("stars", 5, "note", "很快"))
                .is(200);

        assertThat(rated.text("/state/code")).isEqualTo("CLOSED");
        assertThat(rated.number("/rating/stars")).isEqualTo(5);
        var labels = story.seen(story.resident, order)
                .is(200)
                .json("/steps")
                .valueStream()
                .map(step -> step.get("label").asString())
                .toList();
        assertThat(labels).containsExactly("点单", "下单", "接单", "开始服务", "服务完成", "评价", "办结");
    }

    @Test
    @Tag("SRV-01")
    void theStepsToComeStandBehindTheOneThatIsDue(World world) {
        var story = new OrderStory(world);
        var kinds = story.placed()
                .json("/order/steps")
                .valueStream()
                .map(step -> step.get("kind").asString())
                .toList();

        assertThat(kinds).containsExactly("past", "now", "next", "next", "next", "next", "next");
    }

    @Test
    @Tag("SRV-01")
    void aTeamThatRefusesHandsOnToTheNextAndTheSecondRefusalGoesBackToTheDispatcher(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first, story.second).is(200);

        story.step(story.first.leader(), order, "refuse", Map.of("note", "没有会水电的人"))
                .is(200);
        assertThat(story.seen(story.clerk, order).text("/holder/name")).isEqualTo("水电维修队");
        assertThat(story.state(order)).isEqualTo("DISPATCHED");

        story.step(story.second.leader(), order, "refuse", Map.of("note", "这周排满了"))
                .is(200);
        assertThat(story.state(order)).isEqualTo("SUBMITTED");
        assertThat(story.seen(story.clerk, order).json("/holder").isNull()).isTrue();
    }

    @Test
    @Tag("SRV-01")
    void anOrderThatNobodyAcceptsInTimePassesOnByItself(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first, story.second).is(200);

        world.later(Duration.ofDays(14));
        story.expire();

        assertThat(story.seen(story.clerk, order).text("/holder/name")).isEqualTo("水电维修队");
    }

    @Test
    @Tag("SRV-01")
    void noRatingInSevenDaysMeansNotRatedAndNeverGood(World world) {
        var story = new OrderStory(world);
        var order = story.completed();

        world.later(Duration.ofDays(30));
        story.expire();

        var closed = story.seen(story.clerk, order);
        assertThat(closed.text("/state/code")).isEqualTo("CLOSED");
        assertThat(closed.json("/rating").isNull()).isTrue();
    }

    @Test
    @Tag("SRV-01")
    void ordersEndWhenTheyAreNotAcceptedOrCalledOffAndGoBackForWhatIsMissing(World world) {
        var story = new OrderStory(world);
        var rejected = story.order();
        story.step(story.clerk, rejected, "reject", Map.of("note", "请联系物业公司")).is(200);
        assertThat(story.state(rejected)).isEqualTo("REJECTED");

        var returned = story.order();
        story.step(story.clerk, returned, "return", Map.of("note", "请写明楼栋")).is(200);
        story.step(story.resident, returned, "supplement", Map.of("note", "3 栋 402"))
                .is(200);
        assertThat(story.seen(story.clerk, returned).text("/detail")).contains("3 栋 402");
        story.step(story.resident, returned, "cancel", Map.of("note", "已经修好")).is(200);
        assertThat(story.state(returned)).isEqualTo("CANCELLED");
    }

    @Test
    @Tag("SRV-01")
    void theStepThatIsDueSaysWhoseTurnItIs(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        assertThat(due(story, order)).containsExactly("社区党组织下单", "社区党组织");

        story.step(story.clerk, order, "return", Map.of("note", "请写明楼栋")).is(200);
        assertThat(due(story, order)).containsExactly("居民补充", "点单人");
        assertThat(toCome(story, order)).startsWith("社区党组织下单").endsWith("办结");

        story.step(story.resident, order, "supplement", Map.of("note", "3 栋")).is(200);
        story.dispatch(order, story.first).is(200);
        assertThat(due(story, order)).containsExactly("队伍接单", "红棉志愿服务队");

        var rated = story.completed();
        assertThat(due(story, rated)).containsExactly("群众评价", "点单人");
        story.step(story.resident, rated, "rate", Map.of("stars", 1)).is(200);
        assertThat(due(story, rated)).containsExactly("回访", "社区党组织");
        assertThat(toCome(story, rated)).containsExactly("办结");
    }

    @Test
    @Tag("IDN-13")
    void staffReadTheOrderersNameMaskedAndHeReadsHisOwn(World world) {
        var story = new OrderStory(world);
        var order = story.order();

        assertThat(story.seen(story.clerk, order).text("/steps/0/who")).contains("*");
        assertThat(story.seen(story.resident, order).text("/steps/0/who")).isEqualTo(story.resident.name());
        story.dispatch(order, story.first).is(200);
        assertThat(story.seen(story.first.leader(), order).text("/steps/1/who")).isEqualTo(story.clerk.name());
        assertThat(story.seen(story.resident, order).text("/steps/1/who")).contains("*");
    }

    @Test
    @Tag("SRV-01")
    void theWallCountsAnOrderOnceHoweverOftenItCameBack(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.step(story.clerk, order, "return", Map.of("note", "请写明楼栋")).is(200);
        story.step(story.resident, order, "supplement", Map.of("note", "3 栋")).is(200);
        story.dispatch(order, story.first).is(200);
        story.step(story.first.leader(), order, "refuse", Map.of("note", "没有人手"))
                .is(200);
        story.dispatch(order, story.second).is(200);

        var wall = story.clerk.get("/api/wall").is(200);

        var chain = wall.json("/chain")
                .valueStream()
                .map(step -> step.get("value").asLong())
                .toList();
        assertThat(chain).containsExactly(1L, 1L, 0L, 0L, 0L);
        assertThat(wall.json("/figures/1/value").asLong()).isEqualTo(1);
    }

    private static List<String> due(OrderStory story, Id order) {
        return story.seen(story.clerk, order)
                .json("/steps")
                .valueStream()
                .filter(step -> step.get("kind").asString().equals("now"))
                .flatMap(step ->
                        Stream.of(step.get("label").asString(), step.get("post").asString()))
                .toList();
    }

    private static List<String> toCome(OrderStory story, Id order) {
        return story.seen(story.clerk, order)
                .json("/steps")
                .valueStream()
                .filter(step -> step.get("kind").asString().equals("next"))
                .map(step -> step.get("label").asString())
                .toList();
    }

    @Test
    @Tag("SRV-08")
    void aLowRatingWaitsForAReturnVisit(World world) {
        var story = new OrderStory(world);
        var order = story.completed();
        story.step(story.resident, order, "rate", Map.of("stars", 2)).is(200);
        assertThat(story.state(order)).isEqualTo("EVALUATED");

        story.step(story.clerk, order, "call-back", Map.of("note", "已道歉并重做")).is(200);
        assertThat(story.state(order)).isEqualTo("CLOSED");
    }

    @Test
    @Tag("SRV-01")
    void anOrderThatComesBackThreeTimesIsDecidedByTheStreet(World world) {
        var story = new OrderStory(world.community("祖庙", "滨江"));
        var street = world.street("祖庙").clerk();
        var order = story.order();
        for (var time = 1; time <= 3; time++) {
            assertThat(story.state(order)).isEqualTo("SUBMITTED");
            story.dispatch(order, story.first).is(200);
            story.step(story.first.leader(), order, "accept", Map.of()).is(200);
            story.step(story.first.leader(), order, "give-back", Map.of("note", "需要专业工具"))
                    .is(200);
        }

        assertThat(story.state(order)).isEqualTo("ESCALATED");
        story.step(story.clerk, order, "assign", team(story.second)).is(403).problem("case.actor");
        assertThat(street.get("/api/cases?mine=true").is(200).items("/id")).containsExactly(order.toString());
        story.step(street, order, "assign", team(story.second)).is(200);
        story.step(story.second.leader(), order, "refuse", Map.of("note", "没有空"))
                .is(200);
        assertThat(story.state(order))
                .as("back to the street, not to the community")
                .isEqualTo("ESCALATED");
        story.step(street, order, "dismiss", Map.of("note", "属于物业维修，请联系物业")).is(200);
        assertThat(story.state(order)).isEqualTo("REJECTED");
    }

    @Test
    @Tag("SRV-43")
    void aPoorResultIsDoneAgainByTheSameTeamOnceAndRatedAnew(World world) {
        var story = new OrderStory(world);
        var order = story.completed();
        story.step(story.resident, order, "rate", Map.of("stars", 1)).is(200);

        story.step(story.resident, order, "reopen", Map.of("note", "还在漏水")).is(200);
        assertThat(story.state(order)).isEqualTo("ACCEPTED");
        var again = story.seen(story.first.leader(), order).is(200);
        assertThat(again.text("/actions/0/name")).isEqualTo("start");
        story.step(story.first.leader(), order, "start", Map.of()).is(200);
        story.step(story.first.leader(), order, "complete", Map.of("minutes", 20, "persons", 1, "note", "换了水管"))
                .is(200);
        story.step(story.resident, order, "rate", Map.of("stars", 2)).is(200);
        story.step(story.resident, order, "reopen", Map.of("note", "还是漏"))
                .is(409)
                .problem("order.reopened");
        world.catchUp();
        var ratings = world.inside(() -> world.bean(Tally.class)
                .states(
                        Scope.jurisdiction(world.jurisdiction())
                                .at(world.district().area()),
                        "order-rating"));
        assertThat(ratings).as("an order counts with its last rating").containsExactly(Map.entry("2", 1L));
    }

    private static Map<String, Object> team(OrderStory.Team team) {
        return Map.of("taker", team.id().toString(), "note", "由你们办理");
    }
}
