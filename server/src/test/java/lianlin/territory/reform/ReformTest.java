package lianlin.territory.reform;

import static lianlin.territory.shape.Drawn.at;
import static lianlin.territory.shape.Drawn.box;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Tally;
import lianlin.matter.order.OrderStory;
import lianlin.people.Party;
import lianlin.territory.shape.Drawn;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Names, mergers and splits: what was stays to be read, what is there goes along, nothing is lost or counted twice.
@ServerTest
@Tag("TER-12")
class ReformTest {
    private static final List<Map<String, String>> TWO =
            List.of(Map.of("person", "陈大文", "role", "GRID_HEAD"), Map.of("person", "李小兰", "role", "GRID_WORKER"));

    @Test
    void aGridHasAnotherNameFromADayOnAndTheOldOneIsKept(World world) {
        var community = world.community("培德社区");
        var clerk = community.clerk();
        var grid = Drawn.grids(community.secretary(), community, 1).getFirst();
        var founded = world.today();
        world.later(Duration.ofDays(40));

        clerk.putAt(
                        1,
                        "/api/grids/{code}/name",
                        Map.of("name", "东苑网格", "from", world.today().plusDays(1)),
                        grid)
                .is(422)
                .problem("name.future");
        clerk.putAt(
                        1,
                        "/api/grids/{code}/name",
                        Map.of("name", "东苑网格", "from", founded.plusDays(10), "reason", "居民议事会决定"),
                        grid)
                .is(200);
        clerk.putAt(2, "/api/grids/{code}/name", Map.of("name", "东园网格", "from", founded.plusDays(5)), grid)
                .is(422)
                .problem("name.early");

        assertThat(names(clerk, community.code(), founded.plusDays(9).toString()))
                .containsExactly("第1网格");
        assertThat(names(clerk, community.code(), founded.plusDays(10).toString()))
                .containsExactly("东苑网格");
        assertThat(names(clerk, community.code(), null)).containsExactly("东苑网格");
        var history = clerk.get("/api/grids/{code}/history", grid).is(200);
        assertThat(history.items("/what/code")).containsExactly("RENAMED", "FOUNDED");
        assertThat(history.items("/before")).containsExactly("第1网格", "");
        assertThat(history.items("/reason")).containsExactly("居民议事会决定", "");
        assertThat(clerk.get("/api/grids?on=" + founded.minusDays(1)).is(200).items("/code"))
                .isEmpty();
    }

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
    void gridsBecomeOneAndNothingIsLostOrCountedTwice(World world) {
        var story = new OrderStory(world);
        var community = story.community;
        var secretary = community.secretary();
        var grids = Drawn.grids(secretary, community, 3);
        draw(secretary, grids, box(0, 0, 8, 10), box(8, 0, 16, 10), box(16, 0, 20, 10));
        var one = Area.parse(grids.get(0));
        var two = Area.parse(grids.get(1));
        var orders = new ArrayList<>(List.of(order(story, one), order(story, two), order(story, two)));
        var closed = order(story, one);
        story.step(story.resident, closed, "cancel", Map.of("note", "不用了")).is(200);
        var staff = staff(secretary, grids.get(0), TWO);
        staff(
                secretary,
                grids.get(1),
                List.of(Map.of("person", "周强", "role", "GRID_HEAD"), Map.of("person", "李小兰", "role", "GRID_WORKER")));
        building(secretary, grids.get(0), "1 栋", 2);
        building(secretary, grids.get(1), "1 栋", 10);
        var party = new Party(world);
        var branch = party.branch("东苑网格支部", world.community("别处"));
        world.transaction(() -> world.db()
                .execute(
                        "UPDATE organization.organization SET area = ? WHERE id = ?",
                        one.code(),
                        branch.id().value()));
        world.catchUp();
        world.later(Duration.ofDays(2));
        var before = counted(world, List.of(community.area(), one, two));

        var draft = secretary
                .post("/api/grid-mergers/draft", Map.of("grids", List.of(grids.get(0), grids.get(1))))
                .is(200);
        assertThat(draft.json("/moving").toString())
                .contains("{\"kind\":{\"code\":\"case\",\"label\":\"事项\",\"tone\":null},\"open\":3,\"all\":4}")
                .contains("\"code\":\"building\"")
                .contains("\"code\":\"organization\"");
        assertThat(draft.json("/undrawn").size()).isZero();

        merge(secretary, grids.subList(0, 2), "东苑网格", List.of(Map.of("staff", staff.getFirst(), "role", "GRID_HEAD")))
                .is(422)
                .problem("invalid");
        var merged = merge(
                        secretary,
                        grids.subList(0, 2),
                        "东苑网格",
                        List.of(
                                Map.of("staff", staff.get(0), "role", "GRID_HEAD"),
                                Map.of("staff", staff.get(1), "role", "GRID_WORKER")))
                .is(201);
        var fresh = Area.parse(merged.text("/code"));
        assertThat(fresh.toString()).isEqualTo(community.code() + "004");

        // The counters: the community as before, the old grids empty, the new one both together.
        for (var folded : List.of(false, true)) {
            if (folded) {
                world.catchUp();
            }
            var after = counted(world, List.of(community.area(), one, two, fresh));
            assertThat(after.get(community.area())).isEqualTo(before.get(community.area()));
            assertThat(after.get(one)).isNull();
            assertThat(after.get(two)).isNull();
            assertThat(after.get(fresh)).isEqualTo(Map.of("SUBMITTED", 3L, "CANCELLED", 1L));
        }
        var yesterday = world.today().minusDays(1);
        assertThat(world.inside(() -> world.bean(Tally.class)
                        .states(
                                Scope.jurisdiction(world.jurisdiction()),
                                "service-order",
                                List.of(one, two, fresh),
                                yesterday)))
                .isEqualTo(Map.of(one, before.get(one), two, before.get(two)));
        assertThat(arrivals(world))
                .as("nothing arrived in the district by the merger")
                .isEqualTo(4);

        // The rows themselves, and what was there before.
        for (var order : orders) {
            var seen = story.seen(story.clerk, order).is(200);
            assertThat(seen.text()).contains("东苑网格").contains("随区域调整转入");
        }
        assertThat(secretary.get("/api/buildings?area=" + fresh).is(200).items("/name"))
                .containsExactlyInAnyOrder("1 栋", "1 栋（第2网格）");
        assertThat(names(secretary, community.code(), null)).containsExactly("第3网格", "东苑网格");
        assertThat(names(secretary, community.code(), yesterday.toString())).containsExactly("第1网格", "第2网格", "第3网格");
        assertThat(secretary
                        .get("/api/areas/{code}/shapes?on={on}", community.code(), yesterday)
                        .json("/parts")
                        .size())
                .isEqualTo(3);
        var now = secretary.get("/api/areas/{code}/shapes", community.code()).is(200);
        assertThat(now.json("/parts").size()).isEqualTo(2);
        assertThat(secretary
                        .get("/api/areas/{code}/shapes/findings", community.code())
                        .items())
                .isEmpty();
        var old = secretary.get("/api/grids/{code}", one).is(200);
        assertThat(old.text("/replacedBy/code")).isEqualTo(fresh.toString());
        assertThat(old.text("/validTo")).isEqualTo(world.today().toString());
        assertThat(old.json("/warnings").size()).isZero();
        secretary
                .putAt(3, "/api/grids/{code}", Map.of("name", "又一个", "kind", "BASIC"), one)
                .is(404);
        assertThat(secretary.get("/api/grids/{code}/staff", fresh).items("/name"))
                .containsExactly("陈大文", "李小兰");
        assertThat(secretary.get("/api/grids/{code}/history", fresh).items("/what/code"))
                .containsExactly("FORMED");
        assertThat(secretary.get("/api/grids/{code}/history", one).items("/what/code"))
                .containsExactly("WENT_INTO", "FOUNDED");
    }

    @Test
    void whoServesInAGridServesInTheOneThatTakesItsPlace(World world) {
        var community = world.community("滨江");
        var secretary = community.secretary();
        var grids = Drawn.grids(secretary, community, 2);
        var worker = community.gridWorker();
        var other = community.gridWorker();
        stand(world, worker, grids.getFirst());
        stand(world, other, grids.getLast());
        var head = staff(secretary, grids.getFirst(), TWO);
        var account = secretary
                .post(
                        "/api/grids/{code}/staff",
                        Map.of("account", worker.account(), "role", "GRID_WORKER"),
                        grids.getFirst())
                .is(201)
                .text("/staff/id");
        secretary
                .post(
                        "/api/grids/{code}/staff",
                        Map.of("account", other.account(), "role", "GRID_WORKER"),
                        grids.getLast())
                .is(201);

        var merged = merge(
                        secretary,
                        grids,
                        "江滨网格",
                        List.of(
                                Map.of("staff", head.getFirst(), "role", "GRID_HEAD"),
                                Map.of("staff", account, "role", "GRID_WORKER")))
                .is(201)
                .text("/code");

        assertThat(worker.get("/api/session").text()).contains("江滨网格");
        worker.get("/api/grids/{code}", merged).is(200);
        assertThat(other.get("/api/session").text()).doesNotContain("江滨网格");
    }

    @Test
    void aGridIsCutByALineAndThingsGoWhereTheyLie(World world) {
        var story = new OrderStory(world);
        var community = story.community;
        var secretary = community.secretary();
        var grid = Drawn.grids(secretary, community, 1).getFirst();
        draw(secretary, List.of(grid), box(0, 0, 20, 10));
        staff(secretary, grid, TWO);
        building(secretary, grid, "东 1 栋", 15);
        building(secretary, grid, "西 1 栋", 3);
        building(secretary, grid, "不知在哪", null);
        var order = order(story, Area.parse(grid));
        var line = List.of(at(12, 11), at(12, -1));

        var cut = secretary
                .post("/api/grids/{code}/split/draft", Map.of("line", line), grid)
                .is(200);
        assertThat(cut.json("/pieces").size()).isEqualTo(2);
        assertThat(cut.number("/pieces/0/buildings")).isEqualTo(1);
        assertThat(cut.number("/pieces/1/buildings")).isEqualTo(1);
        secretary
                .post("/api/grids/{code}/split/draft", Map.of("line", List.of(at(30, 0), at(30, 9))), grid)
                .is(422)
                .problem("invalid");

        var split = secretary.postAt(2, "/api/grids/{code}/split", parts(line, 1, List.of()), grid);
        split.is(422);
        split = secretary
                .postAt(2, "/api/grids/{code}/split", parts(line, 1, TWO), grid)
                .is(201);
        assertThat(split.text("/0/code")).isEqualTo(grid);
        var fresh = split.text("/1/code");
        assertThat(fresh).isEqualTo(community.code() + "002");

        assertThat(secretary.get("/api/buildings?area=" + grid).items("/name")).containsExactly("西 1 栋");
        assertThat(secretary.get("/api/buildings?area=" + fresh).items("/name"))
                .containsExactlyInAnyOrder("东 1 栋", "不知在哪");
        assertThat(story.seen(story.clerk, order).text()).contains("东片网格");
        assertThat(secretary.get("/api/grids/{code}", grid).json("/warnings").toString())
                .doesNotContain("grid.no-head");
        assertThat(secretary.get("/api/grids/{code}/history", fresh).items("/what/code"))
                .containsExactly("SPLIT_FROM");
        assertThat(secretary
                        .get("/api/areas/{code}/shapes/findings", community.code())
                        .items())
                .isEmpty();
        var counted = counted(world, List.of(Area.parse(grid), Area.parse(fresh), community.area()));
        assertThat(counted.get(Area.parse(grid))).isNull();
        assertThat(counted.get(Area.parse(fresh))).isEqualTo(counted.get(community.area()));
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
        var grid = found(secretary, gone.code(), "第1网格");
        found(target, kept.code(), "第1网格");
        draw(secretary, List.of(grid), box(0, 0, 10, 10));
        staff(secretary, grid, TWO);
        building(secretary, grid, "1 栋", 3);
        var inGrid = order(story, Area.parse(grid));
        var inCommunity = order(story, gone.area());
        world.catchUp();
        var street = gone.area().parent();
        var before = counted(world, List.of(street, gone.area(), kept.area()));
        var teams = states(world, "organization", street);
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
            var after = counted(world, List.of(street, gone.area(), kept.area()));
            assertThat(after.get(street)).isEqualTo(before.get(street));
            assertThat(after.get(gone.area())).isNull();
            assertThat(after.get(kept.area())).isEqualTo(before.get(gone.area()));
            assertThat(states(world, "organization", street)).isEqualTo(teams);
        }
        var clerk = kept.clerk();
        story.seen(clerk, inGrid).is(200);
        story.seen(clerk, inCommunity).is(200);
        assertThat(secretary.get("/api/session").text()).contains("培德");
        assertThat(names(clerk, kept.code(), null)).containsExactlyInAnyOrder("第1网格", "滨江第1网格");
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

    private static lianlin.kernel.Id order(OrderStory story, Area area) {
        return story.resident
                .post("/api/service-orders", Map.of("title", "水管漏水", "category", "REPAIR", "area", area))
                .is(201)
                .id("/order/id");
    }

    private static void draw(Person by, List<String> grids, Object... shapes) {
        for (var i = 0; i < shapes.length; i++) {
            by.putAt(1, "/api/grids/{code}/shape", shapes[i], grids.get(i)).is(200);
        }
    }

    private static String found(Person by, String community, String name) {
        return by.post("/api/grids", Map.of("community", community, "name", name, "kind", "BASIC"))
                .is(201)
                .text("/code");
    }

    private static List<String> staff(Person by, String grid, List<Map<String, String>> people) {
        return people.stream()
                .map(one ->
                        by.post("/api/grids/{code}/staff", one, grid).is(201).text("/staff/id"))
                .toList();
    }

    private static void building(Person by, String grid, String name, @org.jspecify.annotations.Nullable Integer east) {
        var building = new HashMap<String, Object>(Map.of("grid", grid, "name", name, "households", 40));
        if (east != null) {
            building.put("lng", Drawn.lng(east));
            building.put("lat", Drawn.lat(5));
        }
        by.post("/api/buildings", building).is(201);
    }

    private static Answer merge(Person by, List<String> grids, String name, List<Map<String, String>> staff) {
        return by.post("/api/grid-mergers", Map.of("grids", grids, "name", name, "staff", staff, "reason", "网格优化"));
    }

    private static Map<String, Object> parts(Object line, int rest, List<Map<String, String>> staff) {
        return Map.of(
                "line",
                line,
                "parts",
                List.of(Map.of("name", "第1网格"), Map.of("name", "东片网格", "staff", staff)),
                "keeps",
                0,
                "rest",
                rest);
    }

    private static void stand(World world, Person who, String grid) {
        world.transaction(() -> world.db()
                .execute(
                        "UPDATE identity.post SET area = ? WHERE account = ?",
                        Area.parse(grid).code(),
                        who.account().value()));
    }

    private static List<String> names(Person by, String community, @org.jspecify.annotations.Nullable String on) {
        return by.get("/api/grids?area=" + community + (on == null ? "" : "&on=" + on))
                .is(200)
                .items("/name");
    }

    private static Map<Area, Map<String, Long>> counted(World world, List<Area> places) {
        return world.inside(() ->
                world.bean(Tally.class).states(Scope.jurisdiction(world.jurisdiction()), "service-order", places));
    }

    private static Map<String, Long> states(World world, String subject, Area place) {
        return world.inside(() -> world.bean(Tally.class)
                .states(Scope.jurisdiction(world.jurisdiction()).at(place), subject));
    }

    private static long arrivals(World world) {
        return world.inside(() -> world
                .bean(Tally.class)
                .arrivals(
                        Scope.jurisdiction(world.jurisdiction())
                                .at(world.district().area()),
                        "service-order",
                        world.today().minusDays(5))
                .getOrDefault("SUBMITTED", new java.util.TreeMap<>())
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum());
    }
}
