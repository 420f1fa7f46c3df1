package lianlin.matter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
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
        story.step(
                        story.clerk,
                        order,
                        "dispatch",
                        Map.of(
                                "taker",
                                story.first.id().toString(),
                                "next",
                                story.second.id().toString()))
                .is(200);

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
        story.step(
                        story.clerk,
                        order,
                        "dispatch",
                        Map.of(
                                "taker",
                                story.first.id().toString(),
                                "next",
                                story.second.id().toString()))
                .is(200);

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
    @Tag("SRV-08")
    void aLowRatingWaitsForAReturnVisit(World world) {
        var story = new OrderStory(world);
        var order = story.completed();
        story.step(story.resident, order, "rate", Map.of("stars", 2)).is(200);
        assertThat(story.state(order)).isEqualTo("EVALUATED");

        story.step(story.clerk, order, "call-back", Map.of("note", "已道歉并重做")).is(200);
        assertThat(story.state(order)).isEqualTo("CLOSED");
    }
}
