package lianlin.matter.care;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.matter.order.OrderStory;
import lianlin.organization.Teams;
import lianlin.testing.Answer;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.World;

/// A community, a team with its leader and two volunteers, and an old woman who lives alone.
final class CareStory {
    final World world;
    final Locality community;
    final Person clerk;
    final OrderStory.Team team;
    final Person helper;
    final Person mate;
    final Person household;

    CareStory(World world) {
        this.world = world;
        community = world.community("滨江");
        var story = new OrderStory(community);
        clerk = story.clerk;
        team = story.first;
        helper = member();
        mate = member();
        household = story.resident;
    }

    private Person member() {
        var path = world.server()
                .owner()
                .resultQuery(
                        "SELECT path FROM organization.organization WHERE id = ?",
                        team.id().value())
                .fetchOptionalInto(String.class)
                .orElseThrow();
        var person = community.person("VOLUNTEER", team.id(), path);
        world.transaction(() -> world.bean(Teams.class)
                .join(
                        Scope.jurisdiction(world.jurisdiction()),
                        team.id(),
                        person.account(),
                        null,
                        false,
                        header -> header));
        return person;
    }

    Map<String, Object> wish() {
        return new HashMap<>(Map.of(
                "area",
                community.code(),
                "team",
                team.id().toString(),
                "helper",
                helper.account().toString(),
                "needs",
                List.of("LIVING_ALONE", "AGED"),
                "tier",
                4,
                "name",
                household.name(),
                "phone",
                household.phone(),
                "address",
                "东湖路 3 栋 201"));
    }

    Id proposed() {
        return clerk.post("/api/care-pairs", wish()).is(201).id();
    }

    Map<String, Object> plan(String startsOn) {
        return Map.of(
                "plan",
                Map.of("every", 7, "unit", "DAYS", "startsOn", startsOn, "from", "09:00", "until", "11:00"),
                "tier",
                4);
    }

    /// A pair that is visited every seven days, the first time today or on the first working day after it.
    Id visited() {
        var pair = proposed();
        clerk.postAt(1, "/api/care-pairs/{id}/consent", Map.of("how", "VOICE"), pair)
                .is(200);
        clerk.putAt(2, "/api/care-pairs/{id}/plan", plan(world.today().toString()), pair)
                .is(200);
        return pair;
    }

    Answer seen(Person by, Id pair) {
        return by.get("/api/care-pairs/{id}", pair);
    }

    int version(Id pair) {
        return seen(clerk, pair).is(200).number("/version");
    }

    String next(Id pair) {
        return seen(clerk, pair).is(200).text("/line/next");
    }

    /// The alarms that the clock raises by itself, now.
    void alarms() {
        world.inside(() -> {
            world.bean(Alarms.class).look(Scope.jurisdiction(world.jurisdiction()));
            return null;
        });
        world.catchUp();
    }

    List<String> told(Person person) {
        world.catchUp();
        return person.get("/api/messages").is(200).items("/title");
    }
}
