package lianlin.matter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Tally;
import lianlin.procedure.Expiry;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
        expire(world);

        assertThat(story.seen(story.clerk, order).text("/holder/name")).isEqualTo("水电维修队");
    }

    @Test
    @Tag("SRV-01")
    void noRatingInSevenDaysMeansNotRatedAndNeverGood(World world) {
        var story = new OrderStory(world);
        var order = story.completed();

        world.later(Duration.ofDays(30));
        expire(world);

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
    @Tag("SRV-06")
    void staffPlaceAnOrderForSomebodyAndSayHowThePersonAgreed(World world) {
        var story = new OrderStory(world);
        var wish = new HashMap<String, Object>(
                Map.of("title", "代购药品", "category", "CARE", "area", story.community.code()));
        story.clerk.post("/api/service-orders", wish).is(422).problem("order.behalf");

        wish.put("behalf", Map.of("name", "陈秀兰", "phone", "13800001074", "consent", "VOICE"));
        var placed = story.clerk.post("/api/service-orders", wish).is(201);

        assertThat(placed.text("/order/requesterName")).isEqualTo("陈*兰");
        assertThat(placed.text("/order/requesterPhone")).isEqualTo("138****1074");
        assertThat(placed.text("/order/consent/code")).isEqualTo("VOICE");
        assertThat(placed.text("/order/channel/code")).isEqualTo("PHONE");
    }

    @Test
    @Tag("SRV-06")
    void whoHasNumberAndCodeFollowsTheOrderWithoutSigningIn(World world) {
        var story = new OrderStory(world);
        var placed = story.placed();
        var number = placed.text("/order/number");

        var track = world.visitor()
                .get("/api/tracks/{number}?code={code}", number, placed.text("/code"))
                .is(200);
        assertThat(track.text("/state/code")).isEqualTo("SUBMITTED");
        assertThat(track.text()).doesNotContain(story.resident.name(), story.resident.phone());
        world.visitor().get("/api/tracks/{number}?code=000000", number).is(404).problem("track.absent");
        world.visitor().get("/api/tracks/DD-000000-000000?code=000000").is(404).problem("track.absent");
    }

    @Test
    @Tag("SRV-07")
    void anOrdererHasAtMostFiveOpenOrdersAlsoWhenHeAsksForThemAtOnce(World world) throws Exception {
        var story = new OrderStory(world);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = java.util.Collections.nCopies(9, (Callable<Integer>) () -> story.resident
                    .post("/api/service-orders", Map.of("title", "请人帮忙", "category", "OTHER"))
                    .status());
            var statuses = threads.invokeAll(tries).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(5);
            assertThat(statuses.stream().filter(status -> status == 409)).hasSize(4);
        }
    }

    @Test
    void theContactIsShownToTheOneWhoAcceptedWhileTheServiceLastsAndIsWrittenDown(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);
        story.first
                .leader()
                .post("/api/service-orders/{id}/contact", Map.of("reason", ""), order)
                .is(403)
                .problem("order.contact");

        story.step(story.first.leader(), order, "accept", Map.of()).is(200);
        var contact = story.first
                .leader()
                .post("/api/service-orders/{id}/contact", Map.of("reason", ""), order)
                .is(200);
        assertThat(contact.text("/phone")).isEqualTo(story.resident.phone());
        assertThat(story.resident.get("/api/me/looks").is(200).items("/who"))
                .containsExactly(story.first.leader().name());

        story.step(story.first.leader(), order, "start", Map.of()).is(200);
        story.step(story.first.leader(), order, "complete", Map.of("minutes", 30, "persons", 1, "note", "修好了"))
                .is(200);
        story.first
                .leader()
                .post("/api/service-orders/{id}/contact", Map.of("reason", ""), order)
                .is(403);
    }

    @Test
    void theCommunitySeesTheContactOnlyWithAReason(World world) {
        var story = new OrderStory(world);
        var order = story.order();

        story.clerk
                .post("/api/service-orders/{id}/contact", Map.of("reason", " "), order)
                .is(422)
                .problem("reveal.reason");
        story.clerk
                .post("/api/service-orders/{id}/contact", Map.of("reason", "电话核实"), order)
                .is(200);
        assertThat(story.resident.get("/api/me/looks").items()).hasSize(1);
    }

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

    private static void expire(World world) {
        world.inside(() -> {
            world.bean(Expiry.class).look(Scope.jurisdiction(world.jurisdiction()));
            return null;
        });
    }
}
