package lianlin.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Places of a county and who sees which of them.
@ServerTest
class TerritoryTest {
    @Test
    @Tag("TER-01")
    void everyPostSeesItsOwnPartOfTheTree(World world) {
        var south = world.community("东街街道", "培德社区");
        world.community("东街街道", "升平社区");
        world.community("西街街道", "兰桂社区");
        var other = world.neighbour().community("北街街道", "别区社区");

        assertThat(south.secretary().get("/api/areas/tree").items("/name")).containsExactly("培德社区");
        var street = world.street("东街街道").clerk().get("/api/areas/tree");
        assertThat(street.items("/name")).containsExactly("东街街道");
        assertThat(street.json("/items/0/children").size()).isEqualTo(2);
        var district = world.district().clerk().get("/api/areas/tree");
        assertThat(district.json("/items/0/children").size()).isEqualTo(2);
        world.district().clerk().get("/api/areas/{code}", other.code()).is(404).problem("area.absent");
        south.secretary().get("/api/areas/{code}", world.street("东街街道").code()).is(404);
        assertThat(south.secretary().get("/api/areas").items("/name")).containsExactly("培德社区");
        assertThat(world.street("东街街道")
                        .clerk()
                        .get("/api/areas?parent={}", world.street("东街街道").code())
                        .items("/name"))
                .containsExactly("培德社区", "升平社区");
    }

    @Test
    @Tag("TER-01")
    void theTreeCountsWithTheSameStatementsForManyPlaces(World world) {
        world.community("东街街道", "一号社区");
        var clerk = world.district().clerk();
        clerk.get("/api/areas/tree?count=organization").is(200);
        var few = clerk.statements("/api/areas/tree?count=organization");
        for (var i = 0; i < 20; i++) {
            world.community("东街街道", "社区" + i);
        }
        clerk.get("/api/areas/tree?count=organization").is(200);

        // session and picture of the county are remembered for a moment: two statements that may come again
        assertThat(clerk.statements("/api/areas/tree?count=organization")).isLessThanOrEqualTo(few + 2);
    }

    @Test
    @Tag("TER-04")
    void anUrbanRuralCodeProposesTheRegionTypeAndMayBeOverridden(World world) {
        var community = world.community("培德社区");
        var clerk = world.district().clerk();

        var fringe = clerk.putAt(1, "/api/areas/{code}", Map.of("urbanRural", "112"), community.code())
                .is(200);
        assertThat(fringe.text("/regionType/code")).isEqualTo("URBAN_RURAL_FRINGE");
        var park = clerk.putAt(2, "/api/areas/{code}", Map.of("regionType", "INDUSTRIAL_PARK"), community.code())
                .is(200);
        assertThat(park.text("/regionType/code")).isEqualTo("INDUSTRIAL_PARK");
        assertThat(park.text("/urbanRural")).isEqualTo("112");
        clerk.putAt(1, "/api/areas/{code}", Map.of("regionType", "RURAL"), community.code())
                .is(412);
        clerk.putAt(
                        1,
                        "/api/areas/{code}",
                        Map.of("regionType", "RURAL"),
                        world.street("东街街道").code())
                .is(422)
                .problem("area.type-of-community");
        clerk.putAt(3, "/api/areas/{code}", Map.of("urbanRural", "999"), community.code())
                .is(422)
                .problem("area.urban-rural-code");
    }

    @Test
    @Tag("TER-16")
    void anUnusuallySmallCommunityIsMarked(World world) {
        var community = world.community("培德社区");
        var small = world.district().clerk().putAt(1, "/api/areas/{code}", Map.of("households", 200), community.code());

        assertThat(small.is(200).text("/warnings/0/code")).isEqualTo("area.households-usual");

        // what is usual is the district's to say
        world.systemAdmin()
                .put("/api/settings/places.community-households", Map.of("value", "100-700"))
                .is(200);
        assertThat(world.district()
                        .clerk()
                        .get("/api/areas/{code}", community.code())
                        .is(200)
                        .json("/warnings"))
                .isEmpty();
    }

    @Test
    @Tag("TER-05")
    void aCommunityBelongsToOnePartyAreaAtATime(World world) {
        var one = world.community("东街街道", "一社区");
        var two = world.community("西街街道", "二社区");
        var three = world.community("西街街道", "三社区");
        var clerk = world.district().clerk();

        var east = clerk.post("/api/party-areas", area("东片区", one.code(), two.code()))
                .is(201);
        clerk.post("/api/party-areas", area("西片区", two.code(), three.code()))
                .is(409)
                .problem("party.area.division.once");
        clerk.putAt(1, "/api/party-areas/{id}", area("东片区", one.code()), east.text("/id"))
                .is(200);
        clerk.post("/api/party-areas", area("西片区", two.code(), three.code())).is(201);
        assertThat(one.secretary().get("/api/party-areas").items("/name")).containsExactly("东片区");
        one.secretary().post("/api/party-areas", area("越界片区", three.code())).is(404);
        clerk.call("DELETE", "/api/party-areas/{id}", east.text("/id"))
                .version(2)
                .send()
                .is(204);
        clerk.post("/api/party-areas", area("东片区", one.code())).is(201);
        world.neighbour()
                .district()
                .clerk()
                .get("/api/party-areas/{id}", east.text("/id"))
                .is(404);
    }

    @Test
    @Tag("TER-06")
    void gridsGetFifteenDigitsInTheirCommunity(World world) {
        var community = world.community("培德社区");
        var secretary = community.secretary();

        var first = secretary
                .post("/api/grids", grid(community.code(), "第一网格", 400))
                .is(201);
        var second = secretary
                .post("/api/grids", grid(community.code(), "第二网格", 400))
                .is(201);
        assertThat(first.text("/code")).isEqualTo(community.code() + "001");
        assertThat(second.text("/code")).isEqualTo(community.code() + "002");
        assertThat(first.text("/community/path")).isEqualTo("东街街道 · 培德社区");
        secretary
                .post("/api/grids", grid(community.code(), "第一网格", 400))
                .is(409)
                .problem("grid.name");
        secretary.post("/api/grids", grid(world.street("东街街道").code(), "错", 1)).is(404);
        assertThat(secretary.get("/api/areas/tree").json("/items/0/children").size())
                .isEqualTo(2);
        assertThat(secretary.get("/api/grids").items("/name")).containsExactly("第一网格", "第二网格");
        world.community("升平社区")
                .secretary()
                .get("/api/grids/{code}", first.text("/code"))
                .is(404);
    }

    @Test
    @Tag("TER-07")
    @Tag("TER-09")
    void anUnusualGridIsMarkedAndSoIsAGap(World world) {
        var community = world.community("培德社区");
        var secretary = community.secretary();
        var grid =
                secretary.post("/api/grids", grid(community.code(), "大网格", 900)).is(201);

        assertThat(grid.json("/warnings")
                        .valueStream()
                        .map(one -> one.path("code").asString())
                        .toList())
                .containsExactly("grid.households-usual", "grid.no-head", "grid.no-worker");
        world.systemAdmin()
                .put("/api/settings/places.grid-households", Map.of("value", "200-900"))
                .is(200);
        assertThat(secretary
                        .get("/api/grids/{code}", grid.text("/code"))
                        .is(200)
                        .json("/warnings")
                        .size())
                .isEqualTo(2);
        assertThat(secretary.get("/api/grids/gaps").items("/code")).containsExactly(grid.text("/code"));
        assertThat(secretary.get("/api/me/reminders").is(200).items("/text")).contains("有 1 个网格缺网格长或网格员，请安排人员。");
        assertThat(community.resident().get("/api/me/reminders").is(200).items())
                .isEmpty();
    }

    @Test
    @Tag("TER-08")
    void aGridCarriesLinesWithOneResponsiblePersonEach(World world) {
        var community = world.community("培德社区");
        var wanted = Map.of(
                "community", community.code(),
                "name", "一格",
                "kind", "BASIC",
                "duties", "巡查、代办",
                "lines",
                        List.of(
                                Map.of("line", "PARTY", "person", "李红"),
                                Map.of("line", "CUSTOM", "label", "消防", "person", "王强")));
        var grid = community.secretary().post("/api/grids", wanted).is(201);

        assertThat(grid.json("/lines").size()).isEqualTo(2);
        assertThat(grid.text("/duties")).isEqualTo("巡查、代办");
        var twice = Map.of(
                "name", "一格",
                "kind", "BASIC",
                "lines", List.of(Map.of("line", "PARTY", "person", "李红"), Map.of("line", "PARTY", "person", "王强")));
        community
                .secretary()
                .putAt(1, "/api/grids/{code}", twice, grid.text("/code"))
                .is(409)
                .problem("grid.line.pkey");
    }

    @Test
    @Tag("TER-09")
    void aGridHasOneHeadOnAnyDate(World world) {
        var community = world.community("培德社区");
        var secretary = community.secretary();
        var code =
                secretary.post("/api/grids", grid(community.code(), "一格", 400)).text("/code");

        var head = secretary
                .post("/api/grids/{code}/staff", Map.of("person", "李红", "role", "GRID_HEAD"), code)
                .is(201);
        secretary
                .post("/api/grids/{code}/staff", Map.of("person", "王强", "role", "GRID_HEAD"), code)
                .is(409)
                .problem("grid.staff.head");
        var account = world.community("培德社区").gridWorker().account();
        secretary
                .post("/api/grids/{code}/staff", Map.of("account", account, "role", "GRID_WORKER"), code)
                .is(201);
        assertThat(secretary.get("/api/grids/gaps").items()).isEmpty();
        assertThat(secretary.get("/api/me/reminders").items("/code")).doesNotContain("grid-gaps");
        secretary
                .delete("/api/grids/{code}/staff/{id}", code, head.text("/staff/id"))
                .is(204);
        assertThat(secretary.get("/api/grids/gaps").items("/code")).containsExactly(code);
        world.later(Duration.ofDays(1));
        secretary
                .post("/api/grids/{code}/staff", Map.of("person", "王强", "role", "GRID_HEAD"), code)
                .is(201);
    }

    @Test
    @Tag("TER-09")
    void whoServesInMoreThanThreeGridsIsMarked(World world) {
        var community = world.community("培德社区");
        var secretary = community.secretary();
        for (var i = 1; i <= 4; i++) {
            var code = secretary
                    .post("/api/grids", grid(community.code(), i + "格", 400))
                    .text("/code");
            var appointed = secretary
                    .post("/api/grids/{code}/staff", Map.of("person", "李红", "role", "GRID_HEAD"), code)
                    .is(201);
            assertThat(appointed.json("/warnings").size()).isEqualTo(i > 3 ? 1 : 0);
        }
    }

    @Test
    @Tag("TER-13")
    @Tag("TER-14")
    void aServicePlaceIsKeptAndItsFloorAreaJudged(World world) {
        var community = world.community("培德社区");
        var secretary = community.secretary();
        var wanted = Map.of(
                "kind",
                "PARTY_SERVICE_CENTRE",
                "name",
                "培德社区党群服务中心",
                "area",
                community.code(),
                "floorArea",
                150,
                "openToPublic",
                true,
                "rooms",
                List.of(Map.of("name", "红色讲堂", "function", "党课", "capacity", 60)),
                "point",
                Map.of("lng", 113.1, "lat", 23.0));
        var place = secretary.post("/api/places", wanted).is(201);

        assertThat(place.text("/rooms/0/name")).isEqualTo("红色讲堂");
        assertThat(place.text("/area/path")).isEqualTo("东街街道 · 培德社区");
        var standard = secretary.get("/api/places/standards").is(200);
        assertThat(standard.json("/items/0/met").asBoolean()).isFalse();
        assertThat(standard.number("/items/0/required")).isEqualTo(200);
        secretary.post("/api/places", wanted).is(409).problem("place.name");
        world.community("升平社区")
                .secretary()
                .get("/api/places/{id}", place.text("/id"))
                .is(404);
    }

    private static Map<String, Object> grid(String community, String name, int households) {
        return Map.of("community", community, "name", name, "kind", "BASIC", "households", households);
    }

    private static Map<String, Object> area(String name, String... codes) {
        return Map.of("name", name, "type", "COMMUNITIES", "divisions", List.of(codes));
    }
}
