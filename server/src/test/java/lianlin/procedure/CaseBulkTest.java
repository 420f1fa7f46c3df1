package lianlin.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianlin.kernel.Id;
import lianlin.matter.order.OrderStory;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One action on many cases: what would happen, what happened, and that nothing happens twice.
@ServerTest
class CaseBulkTest {
    @Test
    @Tag("SRV-01")
    void aRehearsalSaysForEachWhatWouldHappenAndDoesNothing(World world) {
        var story = new OrderStory(world);
        var waiting = story.order();
        var accepted = story.serving();

        var answer = preview(story, story.clerk, wanted(story, dispatch(story), waiting, accepted));

        assertThat(answer.text("/items/0/id")).isEqualTo(waiting.toString());
        assertThat(answer.json("/items/0/done").asBoolean()).isTrue();
        assertThat(answer.text("/items/0/state/code")).isEqualTo("DISPATCHED");
        assertThat(answer.json("/items/1/done").asBoolean()).isFalse();
        assertThat(answer.text("/items/1/why")).contains("服务中");
        assertThat(story.state(waiting)).isEqualTo("SUBMITTED");
        assertThat(story.seen(story.clerk, waiting).number("/version")).isEqualTo(1);
    }

    @Test
    @Tag("SRV-01")
    void whatIsRefusedKeepsNothingElseBack(World world) {
        var story = new OrderStory(world);
        var first = story.order();
        var accepted = story.serving();
        var second = story.order();

        var answer = done(story.clerk, wanted(story, dispatch(story), first, accepted, second));

        assertThat(Stream.of(0, 1, 2)
                        .map(at -> answer.json("/items/" + at + "/done").asBoolean()))
                .containsExactly(true, false, true);
        assertThat(Stream.of(first, accepted, second).map(story::state))
                .containsExactly("DISPATCHED", "SERVING", "DISPATCHED");
        assertThat(story.seen(story.first.leader(), second).is(200).text("/steps/1/action"))
                .isEqualTo("dispatch");
    }

    @Test
    void whatIsSentTwiceIsDoneOnce(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        var wanted = wanted(story, dispatch(story), order);

        var first = story.clerk
                .call("POST", "/api/cases/bulk")
                .key("bulk-of-today")
                .body(wanted)
                .send();
        var again = story.clerk
                .call("POST", "/api/cases/bulk")
                .key("bulk-of-today")
                .body(wanted)
                .send();
        assertThat(again.is(200).text()).isEqualTo(first.is(200).text());
        // under another key the version tells
        var other = done(story.clerk, wanted);
        assertThat(other.json("/items/0/done").asBoolean()).isFalse();
        assertThat(story.seen(story.clerk, order).number("/version")).isEqualTo(2);
    }

    @Test
    void nobodyDoesWithManyWhatHeMayNotDoWithOne(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        var elsewhere = world.community("河西").clerk();
        var wanted = wanted(story, dispatch(story), order);

        assertThat(done(story.first.leader(), wanted).json("/items/0/done").asBoolean())
                .isFalse();
        assertThat(done(elsewhere, wanted).text("/items/0/why")).contains("没有找到");
        assertThat(story.state(order)).isEqualTo("SUBMITTED");
    }

    @Test
    void aWrongFormIsSaidOnceAndTooManyAreRefused(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.clerk
                .post("/api/cases/bulk", wanted(story, Map.of("action", "return", "form", Map.of()), order))
                .is(422)
                .problem("form.missing");
        var many = Stream.generate(() -> Map.of("id", Id.next().toString(), "version", 1))
                .limit(201)
                .toList();
        story.clerk
                .post("/api/cases/bulk", Map.of("rows", many, "action", "return", "form", Map.of("note", "请补充")))
                .is(422)
                .problem("case.bulk");
    }

    @Test
    void whatCanBeDoneWithSomeIsOfferedWithHowMany(World world) {
        var story = new OrderStory(world);
        var first = story.order();
        var second = story.order();
        var accepted = story.serving();

        var offers = story.clerk
                .get("/api/cases/actions?id=" + first + "&id=" + second + "&id=" + accepted)
                .is(200);

        assertThat(offers.text("/items/0/action/name")).isEqualTo("dispatch");
        assertThat(offers.json("/items/0/cases").size()).isEqualTo(2);
    }

    private static Map<String, Object> dispatch(OrderStory story) {
        return Map.of(
                "action", "dispatch", "form", Map.of("taker", story.first.id().toString()));
    }

    private static Map<String, Object> wanted(OrderStory story, Map<String, Object> what, Id... orders) {
        var rows = Stream.of(orders)
                .map(order -> Map.<String, Object>of(
                        "id",
                        order.toString(),
                        "version",
                        story.seen(story.clerk, order).is(200).number("/version")))
                .toList();
        return Map.of("rows", List.copyOf(rows), "action", what.get("action"), "form", what.get("form"));
    }

    private static Answer preview(OrderStory story, Person by, Map<String, Object> wanted) {
        return by.post("/api/cases/bulk/preview", wanted).is(200);
    }

    private static Answer done(Person by, Map<String, Object> wanted) {
        return by.post("/api/cases/bulk", wanted).is(200);
    }
}
