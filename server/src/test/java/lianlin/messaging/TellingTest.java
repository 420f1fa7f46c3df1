package lianlin.messaging;

import static lianlin.messaging.Inbox.titles;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import lianlin.kernel.journal.Journal;
import lianlin.matter.order.OrderStory;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// Who is told at each step of an order, and who is not.
@ServerTest
@Tag("MSG-01")
class TellingTest {
    @Test
    void aNewOrderRemindsThoseInItsCommunityWhoMayDispatchAndNobodyElse(World world) {
        var story = new OrderStory(world);
        var secretary = story.community.secretary();
        var gridWorker = story.community.gridWorker();
        var next = world.community("河东").clerk();
        var above = world.street("东街街道").clerk();
        story.order();

        assertThat(titles(world, story.clerk)).containsExactly("有新订单待下单");
        assertThat(titles(world, secretary)).containsExactly("有新订单待下单");
        for (var other : List.of(story.resident, story.first.leader(), gridWorker, next, above)) {
            assertThat(titles(world, other)).isEmpty();
        }
    }

    @Test
    void theTeamIsRemindedWhenItGetsAnOrderAndTheResidentHearsOfEachOfItsSteps(World world) {
        var story = new OrderStory(world);
        var helper = story.community.person("VOLUNTEER", story.first.id(), null);
        var order = story.completed();

        assertThat(titles(world, story.first.leader())).containsExactly("有订单待接单");
        assertThat(titles(world, helper)).containsExactly("有订单待接单");
        assertThat(titles(world, story.second.leader())).isEmpty();
        assertThat(titles(world, story.clerk)).containsExactly("有新订单待下单");
        var told = story.resident.get("/api/messages").is(200);
        assertThat(told.items("/title")).containsExactly("服务已完成，请评价", "服务已开始", "已有队伍接单");
        assertThat(told.items("/kind/code")).containsOnly("RESULT");
        assertThat(told.items("/subject")).containsOnly("service-order");
        assertThat(told.items("/subjectId")).containsOnly(order.toString());
        assertThat(told.items("/text").getLast()).matches("您的订单 DD-\\d{6}-\\d{6} 由红棉志愿服务队接单。");
    }

    @Test
    void theResidentHearsWhatTheCommunityDecides(World world) {
        var story = new OrderStory(world);
        var returned = story.order();
        story.step(story.clerk, returned, "return", Map.of("note", "请写明楼栋")).is(200);
        var rejected = story.order();
        story.step(story.clerk, rejected, "reject", Map.of("note", "请联系物业")).is(200);
        var cancelled = story.order();
        story.step(story.clerk, cancelled, "cancel", Map.of("note", "重复")).is(200);

        assertThat(titles(world, story.resident)).containsExactly("订单已取消", "订单未被受理", "订单需要补充");
        assertThat(story.resident.get("/api/messages").text()).doesNotContain("请写明楼栋", "厨房水管漏水");
    }

    @Test
    void whoActsIsNotToldOfIt(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);
        story.step(story.resident, order, "cancel", Map.of("note", "已经修好")).is(200);

        assertThat(titles(world, story.resident)).isEmpty();
        assertThat(titles(world, story.first.leader())).containsExactly("订单已取消", "有订单待接单");
    }

    @Test
    @Tag("SRV-08")
    void anOrderToBeDoneAgainReachesTheTeamTheCommunityAndTheStreetAbove(World world) {
        var story = new OrderStory(world);
        var street = world.street("东街街道").clerk();
        var elsewhere = world.street("西街街道").clerk();
        var order = story.completed();
        story.step(story.resident, order, "rate", Map.of("stars", 1)).is(200);
        story.step(story.resident, order, "reopen", Map.of("note", "还在漏水")).is(200);

        for (var told : List.of(story.first.leader(), story.clerk, street)) {
            assertThat(titles(world, told)).contains("订单要重办");
        }
        assertThat(titles(world, elsewhere)).isEmpty();
    }

    @Test
    void anOrderRefusedByOneTeamIsNewsForTheNextAndOneRefusedByAllForTheCommunity(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first, story.second).is(200);
        story.step(story.first.leader(), order, "refuse", Map.of("note", "没有人")).is(200);
        assertThat(titles(world, story.second.leader())).containsExactly("有订单待接单");
        assertThat(titles(world, story.resident)).containsExactly("换了一支队伍");
        assertThat(titles(world, story.clerk)).containsExactly("有新订单待下单");

        story.step(story.second.leader(), order, "refuse", Map.of("note", "排满了"))
                .is(200);
        assertThat(titles(world, story.clerk)).containsExactly("没有队伍接单", "有新订单待下单");
        assertThat(titles(world, story.resident)).containsExactly("换了一支队伍");
    }

    @Test
    void whatThePlatformPassesOnIsToldLikeARefusal(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);
        world.later(Duration.ofDays(14));
        story.expire();

        assertThat(titles(world, story.clerk)).containsExactly("没有队伍接单", "有新订单待下单");
    }

    @Test
    void anOrderGivenBackIsNewsForTheCommunityAndTheResident(World world) {
        var story = new OrderStory(world);
        var order = story.serving();
        story.step(story.first.leader(), order, "give-back", Map.of("note", "生病了"))
                .is(200);

        assertThat(titles(world, story.clerk)).containsExactly("队伍退单", "有新订单待下单");
        assertThat(titles(world, story.resident)).startsWith("正在重新安排队伍");
    }

    @Test
    void aFactThatIsHeardAgainTellsNobodyAgain(World world) {
        var story = new OrderStory(world);
        var order = story.completed();
        world.catchUp();
        world.transaction(() -> {
            world.bean(Telling.class).hear(world.bean(Journal.class).timeline(world.jurisdiction(), order));
            return null;
        });

        assertThat(titles(world, story.resident)).hasSize(3);
        assertThat(titles(world, story.clerk)).hasSize(1);
    }

    @Test
    void whatCameInLongAfterItHappenedIsNoNews(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        world.catchUp();
        world.later(Duration.ofDays(8));
        var newcomer = story.community.clerk();
        world.transaction(() -> {
            world.bean(Telling.class).hear(world.bean(Journal.class).timeline(world.jurisdiction(), order));
            return null;
        });

        assertThat(titles(world, newcomer)).isEmpty();
    }

    @Test
    void aPostThatHasEndedIsNotTold(World world) {
        var story = new OrderStory(world);
        var former = story.community.clerk();
        world.server()
                .owner()
                .execute(
                        "UPDATE identity.post SET ends = ? WHERE account = ?",
                        LocalDate.now(world.server().clock()),
                        former.account().value());
        story.order();

        assertThat(titles(world, former)).isEmpty();
    }

    @Test
    void aDistrictSetsARuleOfItsOwnInThePlaceOfTheProducts(World world) {
        var story = new OrderStory(world);
        var neighbour = new OrderStory(world.neighbour());
        var silent = new Rule(
                world.jurisdiction(), "service-order.open", Rule.Tell.AREA, "", 1, null, null, "order.new", List.of());
        world.inside(() -> {
            world.bean(RuleStore.class).add(List.of(silent), List.of(), Inbox.now(world));
            return null;
        });
        story.order();
        neighbour.order();

        assertThat(titles(world, story.clerk)).isEmpty();
        assertThat(titles(neighbour.community.world(), neighbour.clerk)).containsExactly("有新订单待下单");
    }

    @Test
    void everyRuleHasItsTextInBothLanguages() throws IOException {
        var shipped = ShippedRules.read();
        for (var file : List.of("words/messaging.properties", "words/messaging_en.properties")) {
            try (var words = new ClassPathResource(file).getInputStream()) {
                var known = new PropertyResourceBundle(
                        new java.io.InputStreamReader(words, java.nio.charset.StandardCharsets.UTF_8));
                for (var rule : shipped.ruleList()) {
                    assertThat(known.keySet())
                            .as(file)
                            .contains("message." + rule.text(), "message." + rule.text() + ".title")
                            .containsAll(rule.said().stream()
                                    .map("word.said."::concat)
                                    .toList());
                }
            }
        }
        assertThat(shipped.ruleList()).hasSizeGreaterThan(15);
    }
}
