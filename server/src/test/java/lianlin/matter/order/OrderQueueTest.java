package lianlin.matter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Tally;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Orders as work: two at once, stale pages, clocks and lamps, lists and counts.
@ServerTest
class OrderQueueTest {
    @Test
    void twoClerksWhoActAtOnceDoItOnce(World world) throws Exception {
        var story = new OrderStory(world);
        var other = story.community.clerk();
        var order = story.order();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> story.stepAt(
                                            1,
                                            story.clerk,
                                            order,
                                            "dispatch",
                                            Map.of("taker", story.first.id().toString()))
                                    .status(),
                            () -> story.stepAt(
                                            1,
                                            other,
                                            order,
                                            "dispatch",
                                            Map.of("taker", story.second.id().toString()))
                                    .status()))
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void aStalePageATakerWhoLostItsTurnAndAWrongFormAreToldWhy(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);

        story.stepAt(1, story.clerk, order, "cancel", Map.of("note", "重复"))
                .is(412)
                .problem("stale");
        story.step(story.first.leader(), order, "refuse", Map.of("note", "没有空")).is(200);
        story.stepAt(3, story.first.leader(), order, "accept", Map.of()).is(404).problem("case.absent");
        story.step(story.clerk, order, "dispatch", Map.of()).is(422).problem("form.missing");
        story.step(
                        story.clerk,
                        order,
                        "dispatch",
                        Map.of("taker", story.first.id().toString(), "points", 5))
                .is(422)
                .problem("form.unknown");
        story.step(story.clerk, order, "dance", Map.of()).is(422).problem("case.action");
        story.step(
                        story.resident,
                        order,
                        "dispatch",
                        Map.of("taker", story.first.id().toString()))
                .is(403)
                .problem("case.actor");
        story.step(story.clerk, order, "call-back", Map.of("note", "好")).is(409).problem("case.move");
    }

    @Test
    @Tag("CLK-04")
    void aClockStandsOnlyForAReasonAndTheDeadlineMoves(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        var due = story.seen(story.clerk, order).text("/due");
        story.step(story.clerk, order, "pause", Map.of()).is(422).problem("form.missing");
        assertThat(story.step(story.clerk, order, "pause", Map.of("reason", "APPLICANT_SUPPLEMENT"))
                        .is(200)
                        .json("/paused")
                        .asBoolean())
                .isTrue();

        world.later(Duration.ofDays(20));
        var resumed = story.step(story.clerk, order, "resume", Map.of()).is(200);
        assertThat(resumed.json("/paused").asBoolean()).isFalse();
        assertThat(resumed.text("/due")).isGreaterThan(due);
    }

    @Test
    @Tag("CLK-05")
    void aLampTurnsRedWhenTheDeadlineIsOverAndTheQueueCountsIt(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        assertThat(story.seen(story.clerk, order).text("/lamp")).isNotEqualTo("RED");

        world.later(Duration.ofDays(15));
        assertThat(story.seen(story.clerk, order).text("/lamp")).isEqualTo("RED");
        assertThat(story.clerk.get("/api/service-orders?lamp=RED").is(200).items())
                .hasSize(1);
        assertThat(story.clerk.get("/api/service-orders/counts").is(200).number("/late"))
                .isEqualTo(1);
    }

    @Test
    @Tag("CLK-05")
    @Tag("SRV-01")
    void lampsOfRunningOrdersFollowTheShareThatTheDistrictSets(World world) {
        var admin = world.systemAdmin();
        admin.put("/api/settings/service-order.dispatch-days", Map.of("value", "30"))
                .is(200);
        var story = new OrderStory(world);
        var order = story.order();
        assertThat(story.clerk.get("/api/procedures/service-order").is(200).text("/states/0/within"))
                .isEqualTo("30 working days");
        world.later(Duration.ofDays(10));
        assertThat(lamps(story, order)).isEqualTo("GREEN 1 0");

        admin.put("/api/settings/lamps.yellow", Map.of("value", "90")).is(200);
        world.catchUp();
        assertThat(lamps(story, order)).isEqualTo("YELLOW 0 1");
        assertThat(lamps(story, story.order())).isEqualTo("GREEN 1 1");

        admin.put("/api/settings/lamps.yellow", java.util.Collections.singletonMap("value", null))
                .is(200);
        world.catchUp();
        assertThat(lamps(story, order)).isEqualTo("GREEN 2 0");
        assertThat(story.seen(story.clerk, order).number("/version")).isEqualTo(1);
    }

    @Test
    @Tag("CLK-04")
    @Tag("CLK-05")
    void aClockThatStandsIsCountedByTheMomentWhenItStopped(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.step(story.clerk, order, "pause", Map.of("reason", "APPLICANT_SUPPLEMENT"))
                .is(200);
        world.later(Duration.ofDays(20));

        assertThat(lamps(story, order)).isEqualTo("GREEN 1 0");
        assertThat(story.clerk.get("/api/service-orders/counts").is(200).number("/late"))
                .isZero();
    }

    /// The lamp of an order, and how many of the clerk's list are green and yellow.
    private static String lamps(OrderStory story, Id order) {
        var list = "/api/service-orders?lamp={lamp}";
        return "%s %d %d"
                .formatted(
                        story.seen(story.clerk, order).text("/lamp"),
                        story.clerk.get(list, "GREEN").is(200).number("/total"),
                        story.clerk.get(list, "YELLOW").is(200).number("/total"));
    }

    @Test
    void aPostSeesTheOrdersOfItsPlaceAndNothingElse(World world) {
        var story = new OrderStory(world.community("祖庙", "滨江"));
        var order = story.order();
        var elsewhere = world.community("石湾", "河宕").clerk();

        assertThat(world.street("祖庙").clerk().get("/api/service-orders").is(200).number("/total"))
                .isEqualTo(1);
        assertThat(world.district().clerk().get("/api/service-orders").is(200).number("/total"))
                .isEqualTo(1);
        assertThat(world.street("石湾").clerk().get("/api/service-orders").is(200).number("/total"))
                .isZero();
        assertThat(elsewhere.get("/api/service-orders").is(200).items()).isEmpty();
        elsewhere.get("/api/service-orders/{id}", order).is(404).problem("case.absent");
        world.neighbour()
                .district()
                .clerk()
                .get("/api/service-orders/{id}", order)
                .is(404);
        story.community.resident().get("/api/service-orders/{id}", order).is(404);
        story.second.leader().get("/api/service-orders/{id}", order).is(404);
    }

    @Test
    void theCountsByStateAreExactAtOnceAndAfterFolding(World world) {
        var story = new OrderStory(world);
        story.order();
        story.completed();
        var before = world.inside(() -> world.bean(Tally.class)
                .states(
                        Scope.jurisdiction(world.jurisdiction())
                                .at(world.district().area()),
                        "service-order"));
        world.catchUp();
        var after = world.inside(() -> world.bean(Tally.class)
                .states(
                        Scope.jurisdiction(world.jurisdiction())
                                .at(world.district().area()),
                        "service-order"));

        assertThat(before).isEqualTo(Map.of("SUBMITTED", 1L, "COMPLETED", 1L)).isEqualTo(after);
    }

    @Test
    void aListTakesNoMoreStatementsForMoreOrders(World world) {
        var story = new OrderStory(world);
        story.order();
        story.clerk.get("/api/service-orders").is(200);
        var one = story.clerk.statements("/api/service-orders");
        story.order();
        story.completed();

        assertThat(story.clerk.statements("/api/service-orders")).isLessThanOrEqualTo(one);
    }

    @Test
    void anOrderIsFoundByAPartOfItsTitleAndByItsNumber(World world) {
        var story = new OrderStory(world);
        var number = story.placed().text("/order/number");

        assertThat(story.clerk.get("/api/service-orders?q={q}", "水管").is(200).items("/number"))
                .containsExactly(number);
        assertThat(story.clerk.get("/api/service-orders?q={q}", number).is(200).items())
                .hasSize(1);
        assertThat(story.clerk.get("/api/service-orders?q={q}", "电梯").is(200).items())
                .isEmpty();
    }

    @Test
    void theQueueOfAPostHoldsWhatItCanMoveOn(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        assertThat(story.clerk.get("/api/cases?mine=true").is(200).items("/id")).containsExactly(order.toString());
        story.dispatch(order, story.first).is(200);

        assertThat(story.clerk.get("/api/cases?mine=true").is(200).items()).isEmpty();
        assertThat(story.first.leader().get("/api/cases?mine=true").is(200).items())
                .hasSize(1);
        assertThat(story.first.leader().get("/api/cases/lamps").is(200).number("/total"))
                .isEqualTo(1);
    }
}
