package lianlin.messaging;

import static lianlin.messaging.Inbox.titles;
import static lianlin.messaging.Inbox.unread;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianlin.matter.order.OrderStory;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The inbox: what is unread, reading, and that it is nobody else's.
@ServerTest
class InboxTest {
    @Test
    @Tag("MSG-03")
    void whatIsReadIsNoLongerCounted(World world) {
        var story = new OrderStory(world);
        story.completed();
        assertThat(unread(world, story.resident)).isEqualTo(3);
        var newest = story.resident.get("/api/messages").is(200).id("/items/0/id");

        story.resident.put("/api/messages/{id}/read", null, newest).is(204);
        story.resident.put("/api/messages/{id}/read", null, newest).is(204);

        assertThat(unread(world, story.resident)).isEqualTo(2);
        assertThat(story.resident.get("/api/messages?unread=true").is(200).items("/title"))
                .containsExactly("服务已开始", "已有队伍接单");
        assertThat(story.resident.get("/api/messages").json("/items/0/read").isNull())
                .isFalse();
    }

    @Test
    @Tag("MSG-03")
    void allAreReadAtOnce(World world) {
        var story = new OrderStory(world);
        story.completed();
        assertThat(unread(world, story.resident)).isEqualTo(3);

        assertThat(story.resident.post("/api/messages/readings", null).is(201).number("/count"))
                .isEqualTo(3);

        assertThat(unread(world, story.resident)).isZero();
        assertThat(unread(world, story.clerk)).isEqualTo(1);
    }

    @Test
    @Tag("MSG-03")
    void aMessageOfSomebodyElseIsMissing(World world) {
        var story = new OrderStory(world);
        story.order();
        assertThat(unread(world, story.clerk)).isEqualTo(1);
        var message = story.clerk.get("/api/messages").id("/items/0/id");

        var foreign = story.resident
                .put("/api/messages/{id}/read", null, message)
                .is(404)
                .problem("message.absent");
        var missing = story.resident
                .put("/api/messages/{id}/read", null, world.nothing())
                .is(404);

        assertThat(foreign.text().replaceAll("[0-9A-Z]{13}|[0-9a-f-]{36}", ""))
                .isEqualTo(missing.text().replaceAll("[0-9A-Z]{13}|[0-9a-f-]{36}", ""));
        assertThat(unread(world, story.clerk)).isEqualTo(1);
        world.visitor().get("/api/messages").is(401);
        world.visitor().get("/api/messages/unread").is(401);
    }

    @Test
    @Tag("MSG-01")
    void anInboxGoesWithThePersonWhateverThePostThatActs(World world) {
        var story = new OrderStory(world);
        var away = world.neighbour();
        story.clerk.also("COMMUNITY_CLERK", away.community("远方"));
        new OrderStory(away.community("远方")).order();
        away.catchUp();

        assertThat(titles(world, story.clerk)).containsExactly("有新订单待下单");
        assertThat(story.clerk.post("/api/messages/readings", null).is(201).number("/count"))
                .isEqualTo(1);
    }

    @Test
    @Tag("MSG-01")
    void theTextIsMadeInTheLanguageOfTheReader(World world) {
        var story = new OrderStory(world);
        story.completed();
        world.catchUp();

        var english =
                story.resident.call("GET", "/api/messages").english().send().is(200);

        assertThat(english.items("/title"))
                .containsExactly("Done: please rate", "Service has begun", "A team has accepted");
        assertThat(english.items("/kind/label")).containsOnly("Progress");
        assertThat(english.items("/text").getLast()).startsWith("Your order DD-");
    }

    @Test
    @Tag("MSG-03")
    void pagesFollowOneAnotherAndCostTheSameHoweverMuchThereIs(World world) {
        var story = new OrderStory(world);
        story.completed();
        world.catchUp();
        var few = story.resident.statements("/api/messages");
        for (var each = 0; each < 3; each++) {
            story.completed();
        }
        world.catchUp();

        assertThat(story.resident.statements("/api/messages")).isEqualTo(few);
        assertThat(story.resident.statements("/api/messages/unread")).isLessThanOrEqualTo(few);
        var first = story.resident.get("/api/messages?limit=5").is(200);
        assertThat(first.items()).hasSize(5);
        var second = story.resident
                .get("/api/messages?limit=20&after={}", first.text("/next"))
                .is(200);
        assertThat(second.items()).hasSize(7);
        assertThat(second.items("/id")).doesNotContainAnyElementsOf(first.items("/id"));
    }

    @Test
    @Tag("MSG-01")
    void whatBelongsToADutyCannotBeSwitchedOff(World world) {
        var story = new OrderStory(world);
        var off = Map.of("wishes", List.of(Map.of("kind", "REMINDER", "channel", "SMS", "wanted", false)));
        story.clerk.put("/api/messages/preferences", off).is(409).problem("preference.duty");
        var inbox = Map.of("wishes", List.of(Map.of("kind", "RESULT", "channel", "IN_APP", "wanted", false)));
        story.clerk.put("/api/messages/preferences", inbox).is(409).problem("preference.duty");

        var result = Map.of("wishes", List.of(Map.of("kind", "RESULT", "channel", "SMS", "wanted", false)));
        story.resident.put("/api/messages/preferences", result).is(200);
        var kinds = story.resident.get("/api/messages/preferences").is(200).items();
        var chosen = kinds.stream()
                .filter(kind -> kind.at("/kind/code").asString().equals("RESULT"))
                .findFirst()
                .orElseThrow();
        assertThat(chosen.get("duty").asBoolean()).isFalse();
        assertThat(chosen.get("channels")
                        .valueStream()
                        .map(way -> way.at("/channel/code").asString() + " "
                                + way.get("wanted").asBoolean()))
                .containsExactly("IN_APP true", "WEB_PUSH true", "SMS false");
        assertThat(kinds.getFirst().get("duty").asBoolean()).isTrue();
    }
}
