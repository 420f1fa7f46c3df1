package lianlin.territory.reform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Tally;
import lianlin.matter.order.OrderStory;
import lianlin.territory.shape.Drawn;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.World;

/// What tests of mergers and splits say in one word.
final class Reforms {
    static final List<Map<String, String>> TWO =
            List.of(Map.of("person", "陈大文", "role", "GRID_HEAD"), Map.of("person", "李小兰", "role", "GRID_WORKER"));

    private Reforms() {}

    static lianlin.kernel.Id order(OrderStory story, Area area) {
        return story.resident
                .post("/api/service-orders", Map.of("title", "水管漏水", "category", "REPAIR", "area", area))
                .is(201)
                .id("/order/id");
    }

    static void draw(Person by, List<String> grids, Object... shapes) {
        for (var i = 0; i < shapes.length; i++) {
            by.putAt(1, "/api/grids/{code}/shape", shapes[i], grids.get(i)).is(200);
        }
    }

    static String found(Person by, String community, String name) {
        return by.post("/api/grids", Map.of("community", community, "name", name, "kind", "BASIC"))
                .is(201)
                .text("/code");
    }

    static List<String> staff(Person by, String grid, List<Map<String, String>> people) {
        return people.stream()
                .map(one ->
                        by.post("/api/grids/{code}/staff", one, grid).is(201).text("/staff/id"))
                .toList();
    }

    static void building(Person by, String grid, String name, @org.jspecify.annotations.Nullable Integer east) {
        var building = new HashMap<String, Object>(Map.of("grid", grid, "name", name, "households", 40));
        if (east != null) {
            building.put("lng", Drawn.lng(east));
            building.put("lat", Drawn.lat(5));
        }
        by.post("/api/buildings", building).is(201);
    }

    static Answer merge(Person by, List<String> grids, String name, List<Map<String, String>> staff) {
        return by.post("/api/grid-mergers", Map.of("grids", grids, "name", name, "staff", staff, "reason", "网格优化"));
    }

    static Map<String, Object> parts(Object line, int rest, List<Map<String, String>> staff) {
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

    static void stand(World world, Person who, String grid) {
        world.transaction(() -> world.db()
                .execute(
                        "UPDATE identity.post SET area = ? WHERE account = ?",
                        Area.parse(grid).code(),
                        who.account().value()));
    }

    static List<String> names(Person by, String community, @org.jspecify.annotations.Nullable String on) {
        return by.get("/api/grids?area=" + community + (on == null ? "" : "&on=" + on))
                .is(200)
                .items("/name");
    }

    static Map<Area, Map<String, Long>> counted(World world, List<Area> places) {
        return world.inside(() ->
                world.bean(Tally.class).states(Scope.jurisdiction(world.jurisdiction()), "service-order", places));
    }

    static Map<String, Long> states(World world, String subject, Area place) {
        return world.inside(() -> world.bean(Tally.class)
                .states(Scope.jurisdiction(world.jurisdiction()).at(place), subject));
    }

    static long arrivals(World world) {
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
