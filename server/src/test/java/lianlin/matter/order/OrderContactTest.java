package lianlin.matter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who places an order for whom, who follows it, and who sees whose number.
@ServerTest
class OrderContactTest {
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

    /// Placing is one transaction of the clerk's district; whose phone it is, is asked of the whole installation.
    @Test
    @Tag("SRV-06")
    @Tag("IDN-13")
    void whoLivesInAnotherDistrictSeesWhoLookedAtHisContact(World world) {
        var story = new OrderStory(world);
        var relative = world.neighbour().community("南湖").resident();
        var behalf = Map.of("name", relative.name(), "phone", relative.phone(), "consent", "VOICE");
        var area = story.community.code();
        var order = story.clerk
                .post(
                        "/api/service-orders",
                        Map.of("title", "代购药品", "category", "CARE", "area", area, "behalf", behalf))
                .is(201)
                .id("/order/id");

        story.clerk
                .post("/api/service-orders/{id}/contact", Map.of("reason", "约上门时间"), order)
                .is(200);

        assertThat(relative.get("/api/me/looks").is(200).items("/who")).containsExactly(story.clerk.name());
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
    @Tag("SRV-07")
    void howManyOpenOrdersThereMayBeIsSet(World world) {
        var story = new OrderStory(world);
        var admin = world.systemAdmin();
        var wish = Map.of("title", "请人帮忙", "category", "OTHER");
        admin.put("/api/settings/service-order.most-open", Map.of("value", "2")).is(200);
        story.resident.post("/api/service-orders", wish).is(201);
        story.resident.post("/api/service-orders", wish).is(201);
        var one = story.resident.post("/api/service-orders", wish).is(409).problem("order.limit");
        assertThat(one.text("/title")).contains("2");

        admin.put("/api/settings/service-order.most-open", Map.of("value", "3")).is(200);
        story.resident.post("/api/service-orders", wish).is(201);
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
}
