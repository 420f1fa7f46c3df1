package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lianlin.matter.order.OrderStory;
import lianlin.people.Party;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The search from anywhere finds what the lists find, and nothing else.
@ServerTest
class SearchTest {
    @Test
    void personsMattersAndOrganizationsAreFoundTogether(World world) {
        var story = new OrderStory(world);
        var order = story.order();

        var found = story.clerk.get("/api/search?q=水").is(200);

        assertThat(kinds(story.clerk, "水")).contains("service-order", "organization");
        assertThat(found.text("/items/0/items/0/id")).isEqualTo(order.toString());
        assertThat(found.text("/items/0/items/0/name")).isEqualTo("厨房水管漏水");
    }

    @Test
    @Tag("IDN-13")
    void membersAreFoundMaskedAndOnlyByThoseWhoMayListThem(World world) {
        var place = world.community("滨江");
        var branch = new Party(world).branch("红旗党支部", place);
        var clerk = place.clerk();
        world.district()
                .clerk()
                .post("/api/members", Party.form("欧阳明珠", 7, branch))
                .is(201);

        var found = clerk.get("/api/search?q=明珠").is(200);

        assertThat(found.text("/items/0/kind")).isEqualTo("member");
        assertThat(found.text("/items/0/items/0/name")).doesNotContain("阳明");
        assertThat(kinds(clerk, "13800000007")).containsExactly("member");
        assertThat(kinds(clerk, "1380000000")).isEmpty();
        assertThat(kinds(place.resident(), "明珠")).isEmpty();
        assertThat(kinds(world.neighbour().community("滨江").clerk(), "明珠")).isEmpty();
    }

    @Test
    void whoeverMayListNothingFindsNothing(World world) {
        var story = new OrderStory(world);
        story.order();
        assertThat(kinds(world.auditAdmin(), "水管")).isEmpty();
        assertThat(kinds(world.community("河西").clerk(), "水管")).isEmpty();
        story.clerk.get("/api/search?q=" + "水".repeat(41)).is(422);
    }

    private static List<String> kinds(Person by, String typed) {
        return by.get("/api/search?q=" + typed).is(200).items("/kind");
    }
}
