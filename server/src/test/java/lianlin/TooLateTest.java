package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.matter.order.OrderStory;
import lianlin.organization.Organizations;
import lianlin.people.Party;
import lianlin.testing.AtOnce;
import lianlin.testing.Call;
import lianlin.testing.Person;
import lianlin.testing.Refusal;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What comes twice, at once with something else, or too late: the answer says in both languages what was not done and
/// how to mend it, and nothing is lost or done twice.
@ServerTest
class TooLateTest {
    private static final Map<String, Object> WISH = Map.of("title", "厨房水管漏水", "category", "REPAIR");

    @Test
    @Tag("SRV-01")
    void theSameOrderSentTwice(World world) throws Exception {
        var story = new OrderStory(world);
        story.resident.session();
        var key = UUID.randomUUID().toString();
        Supplier<Call> order = () ->
                story.resident.call("POST", "/api/service-orders").key(key).body(WISH);

        assertThat(AtOnce.statuses(8, i -> order.get().send())).contains(201).isSubsetOf(201, 409);

        assertThat(order.get().send().is(201).text("/code")).matches("[0-9]{6}");
        assertThat(story.resident.get("/api/service-orders").is(200).items("/title"))
                .containsExactly("厨房水管漏水");
        new Refusal(
                        422,
                        "once.other",
                        "没有受理：同一个键已用于另一次不同的提交。",
                        "Not accepted: this key was used for a different submission.")
                .answers(() -> order.get().body(Map.of("title", "别的事情", "category", "CARE")));
        assertThat(total(story.clerk, "/api/service-orders")).isEqualTo(1);
        assertThat(opened(world)).isEqualTo(1);
    }

    @Test
    @Tag("SRV-01")
    void twoClerksActOnOneOrderAtOnce(World world) throws Exception {
        var story = new OrderStory(world);
        var clerks = List.of(story.clerk, story.community.clerk());
        clerks.forEach(Person::session);
        var order = story.order();
        var teams = List.of(story.first, story.second);

        var statuses = AtOnce.statuses(
                2,
                i -> story.stepAt(
                        1,
                        clerks.get(i),
                        order,
                        "dispatch",
                        Map.of("taker", teams.get(i).id().toString())));

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        var won = teams.get(statuses.indexOf(200));
        var lost = clerks.get(statuses.indexOf(412));
        Refusal.STALE.answers(() -> step(
                lost, order, 1, "dispatch", Map.of("taker", teams.get(0).id().toString())));
        var seen = story.seen(lost, order).is(200);
        assertThat(seen.id("/holder/id")).isEqualTo(won.id());
        assertThat(seen.number("/version")).isEqualTo(2);
        assertThat(facts(world, order, "service-order.dispatch")).isEqualTo(1);
        assertThat(assignments(world, order)).isEqualTo(1);
    }

    @Test
    @Tag("SRV-01")
    void aStalePage(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);

        Refusal.STALE.answers(() -> step(story.clerk, order, 1, "cancel", Map.of("note", "重复")));

        assertThat(story.state(order)).isEqualTo("DISPATCHED");
        assertThat(facts(world, order, "service-order.cancel")).isZero();
        step(story.clerk, order, 2, "cancel", Map.of("note", "重复")).send().is(200);
        assertThat(story.state(order)).isEqualTo("CANCELLED");

        // the same for a form that two people have open
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var profile = Map.of(
                "kind", "BRANCH", "name", "红棉党支部", "area", world.community("滨江").code());
        Supplier<Call> change = () -> clerk.call("PUT", "/api/organizations/{id}", branch.id())
                .version(1)
                .body(profile);
        change.get().send().is(200);
        Refusal.STALE.answers(change);
    }

    @Test
    @Tag("SRV-01")
    void aTakerWhoLostThePost(World world) {
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);
        var taker = story.first.leader();
        var post = taker.get("/api/session").is(200).id("/post/id");
        world.securityAdmin().delete("/api/posts/{id}", post).is(204);

        new Refusal(
                        403,
                        "permission.missing",
                        "没有办成：您当前的岗位没有这项权限。",
                        "Not done: your present post does not permit this.")
                .answers(() -> step(taker, order, 2, "accept", Map.of()));
        taker.post("/api/service-orders/{id}/contact", Map.of("reason", ""), order)
                .is(403)
                .problem("permission.missing");

        // with another post, but not at this team, the order is none of his business any more
        taker.also("RESIDENT", story.community);
        taker.enter();
        new Refusal(404, "case.absent", "没有找到这件事，或者您的岗位看不到它", "There is no such matter, or your post cannot see it")
                .answers(() -> step(taker, order, 2, "accept", Map.of()));
        assertThat(story.state(order)).isEqualTo("DISPATCHED");
        assertThat(facts(world, order, "service-order.accept")).isZero();

        // the order is not lost: the clerk takes it back and gives it to another team
        var other = story.community.person("TEAM_LEADER", story.first.id(), path(world, story.first.id()));
        step(other, order, 2, "accept", Map.of()).send().is(200);
        assertThat(story.state(order)).isEqualTo("ACCEPTED");
    }

    private static Call step(Person by, Id order, int version, String action, Map<String, Object> form) {
        return by.call("POST", "/api/service-orders/{id}/steps", order)
                .version(version)
                .body(Map.of("action", action, "form", form));
    }

    private static int opened(World world) {
        return count(
                world,
                "SELECT count(*) FROM kernel.journal WHERE kind = 'service-order.open' AND jurisdiction = ?",
                world.jurisdiction());
    }

    private static int facts(World world, Id order, String kind) {
        return count(
                world, "SELECT count(*) FROM kernel.journal WHERE subject_id = ? AND kind = ?", order.value(), kind);
    }

    private static int assignments(World world, Id order) {
        return count(world, "SELECT count(*) FROM matter.order_assignment WHERE service_order = ?", order.value());
    }

    private static int count(World world, String sql, Object... values) {
        return world.server().owner().fetchSingle(sql, values).get(0, Integer.class);
    }

    private static String path(World world, Id organization) {
        return world.inside(() -> world.bean(Organizations.class)
                .get(Scope.jurisdiction(world.jurisdiction()), organization)
                .path());
    }

    private static int total(Person by, String list) {
        return by.get(list).is(200).number("/total");
    }
}
