package lianlin.territory.reform;

import static lianlin.territory.shape.Drawn.box;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.matter.order.OrderStory;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Names and mergers of communities.
@ServerTest
@Tag("TER-12")
class CommunityReformTest {
    @Test
    void aCommunityHasAnotherNameAndEverybodyReadsIt(World world) {
        var community = world.community("培德社区");
        var street = world.street("东街街道").clerk();
        var secretary = community.secretary();
        world.later(Duration.ofDays(3));

        community
                .clerk()
                .putAt(1, "/api/areas/{code}/name", Map.of("name", "新德社区居民委员会"), community.code())
                .is(403);
        world.district()
                .clerk()
                .putAt(1, "/api/areas/{code}/name", Map.of("name", "新德社区居民委员会", "shortName", "新德社区"), community.code())
                .is(200);

        var yesterday = world.today().minusDays(1);
        var parent = community.area().parent();
        assertThat(street.get("/api/areas?parent={p}", parent).items("/shortName"))
                .containsExactly("新德社区");
        assertThat(street.get("/api/areas?parent={p}&on={on}", parent, yesterday)
                        .items("/shortName"))
                .containsExactly("培德社区");
        assertThat(secretary.get("/api/session").text()).contains("新德社区").doesNotContain("培德社区");
    }

    @Test
    @Tag("TER-16")
    void aCommunityGoesIntoAnotherWithAllThatStandsInIt(World world) {
        var story = new OrderStory(world.community("东街街道", "滨江"));
        var gone = story.community;
        var kept = world.community("东街街道", "培德");
        var district = world.district().clerk();
        var secretary = gone.secretary();
        var target = kept.secretary();
        district.putAt(1, "/api/areas/{code}", Map.of("households", 1900), gone.code())
                .is(200);
        district.putAt(1, "/api/areas/{code}", Map.of("households", 1500), kept.code())
                .is(200);
        district.putAt(2, "/api/areas/{code}/shape", box(0, 0, 10, 10), gone.code())
                .is(200);
        district.putAt(2, "/api/areas/{code}/shape", box(10, 0, 20, 10), kept.code())
                .is(200);
        var grid = Reforms.found(secretary, gone.code(), "第1网格");
        Reforms.found(target, kept.code(), "第1网格");
        Reforms.draw(secretary, List.of(grid), box(0, 0, 10, 10));
        Reforms.staff(secretary, grid, Reforms.TWO);
        Reforms.building(secretary, grid, "1 栋", 3);
        var inGrid = Reforms.order(story, Area.parse(grid));
        var inCommunity = Reforms.order(story, gone.area());
        world.catchUp();
        var street = gone.area().parent();
        var before = Reforms.counted(world, List.of(street, gone.area(), kept.area()));
        var teams = Reforms.states(world, "organization", street);
        world.later(Duration.ofDays(2));

        var draft = district.post("/api/areas/{code}/merger/draft", Map.of("others", List.of(gone.code())), kept.code())
                .is(200);
        assertThat(draft.json("/moving").toString())
                .contains("\"code\":\"grid\"")
                .contains("\"code\":\"case\"");
        assertThat(draft.number("/households")).isEqualTo(3400);
        assertThat(draft.json("/warnings").toString()).contains("area.households-usual");
        target.postAt(3, "/api/areas/{code}/merger", Map.of("others", List.of(gone.code())), kept.code())
                .is(404);
        district.postAt(
                        3,
                        "/api/areas/{code}/merger",
                        Map.of("others", List.of(gone.code()), "reason", "区民政局批复"),
                        kept.code())
                .is(201);

        for (var folded : List.of(false, true)) {
            if (folded) {
                world.catchUp();
            }
            var after = Reforms.counted(world, List.of(street, gone.area(), kept.area()));
            assertThat(after.get(street)).isEqualTo(before.get(street));
            assertThat(after.get(gone.area())).isNull();
            assertThat(after.get(kept.area())).isEqualTo(before.get(gone.area()));
            assertThat(Reforms.states(world, "organization", street)).isEqualTo(teams);
        }
        var clerk = kept.clerk();
        story.seen(clerk, inGrid).is(200);
        story.seen(clerk, inCommunity).is(200);
        assertThat(secretary.get("/api/session").text()).contains("培德");
        assertThat(Reforms.names(clerk, kept.code(), null)).containsExactlyInAnyOrder("第1网格", "滨江第1网格");
        var yesterday = world.today().minusDays(1);
        assertThat(district.get("/api/areas?parent={p}", street).items("/code")).containsExactly(kept.code());
        assertThat(district.get("/api/areas?parent={p}&on={on}", street, yesterday)
                        .items("/code"))
                .containsExactlyInAnyOrder(kept.code(), gone.code());
        assertThat(district.get("/api/areas/{code}", gone.code()).is(200).text("/replacedBy/code"))
                .isEqualTo(kept.code());
        assertThat(district.get("/api/areas/{code}", kept.code())
                        .is(200)
                        .json("/warnings")
                        .toString())
                .contains("area.households-usual");
        assertThat(district.get("/api/areas/{code}/shapes", street)
                        .json("/parts")
                        .size())
                .isEqualTo(1);
        assertThat(district.get("/api/areas/{code}/shapes?on={on}", street, yesterday)
                        .json("/parts")
                        .size())
                .isEqualTo(2);
        assertThat(district.get("/api/areas/{code}/history", kept.code()).items("/what/code"))
                .containsExactly("TOOK_IN", "FOUNDED");
    }
}
