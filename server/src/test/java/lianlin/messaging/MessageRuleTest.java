package lianlin.messaging;

import static lianlin.messaging.Inbox.titles;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianlin.matter.order.OrderStory;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The page of rules: whom a district tells of what, and by which ways.
@ServerTest
@Tag("MSG-01")
class MessageRuleTest {
    @Test
    void aRuleThatIsSwitchedOffTellsNobodyHereAndSwitchedOnTellsAgain(World world) {
        var story = new OrderStory(world);
        var neighbour = new OrderStory(world.neighbour());
        var admin = world.systemAdmin();
        var rule = rule(admin, "order.new", "有新订单待下单");
        admin.put("/api/message-rules/{id}", Map.of(), rule).is(200);
        story.order();
        neighbour.order();
        assertThat(titles(world, story.clerk)).isEmpty();
        assertThat(titles(neighbour.community.world(), neighbour.clerk)).containsExactly("有新订单待下单");

        var on = admin.put("/api/message-rules/{id}", Map.of("kind", "ALARM"), rule)
                .is(200);
        assertThat(on.number("/own")).isEqualTo(2);
        assertThat(on.text("/usual/code")).isEqualTo("REMINDER");
        story.order();
        assertThat(titles(world, story.clerk)).containsExactly("有新订单待下单");
        assertThat(story.clerk.get("/api/messages").is(200).items("/kind/code")).containsExactly("ALARM");
        var past = admin.get("/api/message-rules/{id}/history", rule).is(200);
        assertThat(past.items("/what")).containsExactly("不告诉 → 警报", "提醒 → 不告诉");
        assertThat(past.text("/items/0/who")).isEqualTo(admin.name());
    }

    @Test
    void theWaysOfAKindAreSwitchedOffAndSetToOtherMinutes(World world) {
        var admin = world.systemAdmin();
        admin.put(
                        "/api/message-routes/RESULT",
                        Map.of("ways", List.of(Map.of("way", "SMS", "minutes", 60), Map.of("way", "WEB_PUSH"))))
                .is(200);
        var now = world.inside(() -> world.bean(RuleStore.class).routes(world.jurisdiction(), MessageKind.RESULT));
        assertThat(now).containsEntry(Way.SMS, 60).containsEntry(Way.IN_APP, 0).doesNotContainKey(Way.WEB_PUSH);
        assertThat(world.inside(() -> world.bean(RuleStore.class).routes(world.jurisdiction(), MessageKind.NOTICE)))
                .containsEntry(Way.SMS, 1440);
        assertThat(admin.get("/api/message-routes/RESULT/history").is(200).items())
                .hasSize(1);
        admin.put("/api/message-routes/RESULT", Map.of("ways", List.of(Map.of("way", "IN_APP"))))
                .is(409)
                .problem("route.inbox");
        admin.put("/api/message-routes/RESULT", Map.of("ways", List.of(Map.of("way", "SMS", "minutes", 100_000))))
                .is(422)
                .problem("route.minutes");
        admin.put("/api/message-routes/LETTER", Map.of("ways", List.of())).is(404);
    }

    @Test
    void whatTheProductBringsIsReadAboveDistrictsAndChangedInOneOfThem(World world) {
        var admin = world.installation().person("SYSTEM_ADMIN");
        var rule = rule(admin, "order.new", "有新订单待下单");
        admin.put("/api/message-rules/{id}", Map.of(), rule).is(409).problem("message-rule.district");
        admin.put("/api/message-rules/{id}?district=" + world.jurisdiction(), Map.of(), rule)
                .is(200);
        world.systemAdmin()
                .put("/api/message-rules/{id}?district=" + world.neighbour().jurisdiction(), Map.of(), rule)
                .is(404);
        world.district().clerk().get("/api/message-rules").is(403);
        var seen = admin.get("/api/message-rules").is(200);
        assertThat(seen.items("/text")).noneMatch(text -> text.contains("{0}"));
        assertThat(seen.items("/fact/label")).noneMatch(label -> label.contains("."));
    }

    /// The rule whose preview has this title and that is told in the community of the place.
    private static String rule(Person by, String code, String title) {
        return by.get("/api/message-rules").is(200).items().stream()
                .filter(each -> each.path("title").asString().equals(title))
                .filter(each -> each.path("tell").path("code").asString().equals("AREA"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code))
                .path("id")
                .asString();
    }
}
