package lianlin.kernel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Counters are right at once and stay right however things move.
@ServerTest
class TallyTest {
    record ThingMoved(Fact.Header header) implements Fact {}

    record PathMoved(Fact.Header header) implements Fact {}

    private record Place(
            @Nullable String state,
            @Nullable Area area,
            @Nullable String path) {
        static final Place NOWHERE = new Place(null, null, null);
    }

    private static final String ROOT = "000001";
    private static final String LEFT = ROOT + "00000A";
    private static final String RIGHT = ROOT + "00000B";

    @Test
    void aThingCountsAtEveryNodeAboveIt(World world) {
        var community = world.community("滨江");
        var grid = community.area().grid(3);
        move(world, Id.next(), Place.NOWHERE, new Place("OPEN", grid, LEFT));

        both(world, () -> {
            for (var area : List.of(
                    grid,
                    community.area(),
                    community.area().parent(),
                    world.district().area())) {
                assertThat(below(world, area)).isEqualTo(Map.of("OPEN", 1L));
            }
            assertThat(below(world, world.community("东湖").area())).isEmpty();
            assertThat(at(world, ROOT)).isEqualTo(Map.of("OPEN", 1L));
            assertThat(at(world, LEFT)).isEqualTo(Map.of("OPEN", 1L));
            assertThat(at(world, RIGHT)).isEmpty();
        });
    }

    @Test
    void whatIsNotYetFoldedCountsToo(World world) {
        var community = world.community("滨江");
        world.transaction(() -> {
            publish(world, Id.next(), Place.NOWHERE, new Place("OPEN", community.area(), null));
            assertThat(below(world, community.area())).isEqualTo(Map.of("OPEN", 1L));
            return true;
        });
    }

    @Test
    void aThingThatMovesToAnotherPlaceInTheSameStateIsCountedThere(World world) {
        var thing = Id.next();
        var here = new Place("OPEN", world.community("滨江").area(), LEFT);
        var there = new Place("OPEN", world.community("西街街道", "西街").area(), RIGHT);
        move(world, thing, Place.NOWHERE, here);
        world.catchUp();
        move(world, thing, here, there);

        both(world, () -> {
            assertThat(below(world, here.area())).isEmpty();
            assertThat(below(world, there.area())).isEqualTo(Map.of("OPEN", 1L));
            assertThat(below(world, world.district().area())).isEqualTo(Map.of("OPEN", 1L));
            assertThat(at(world, LEFT)).isEmpty();
            assertThat(at(world, RIGHT)).isEqualTo(Map.of("OPEN", 1L));
            assertThat(at(world, ROOT)).isEqualTo(Map.of("OPEN", 1L));
        });
    }

    @Test
    void aBranchOfOrganizationsTakesItsCountersAlong(World world) {
        var deep = LEFT + "00000C";
        var area = world.community("滨江").area();
        move(world, Id.next(), Place.NOWHERE, new Place("ACTIVE", area, LEFT));
        move(world, Id.next(), Place.NOWHERE, new Place("ACTIVE", area, deep));
        move(world, Id.next(), Place.NOWHERE, new Place("ACTIVE", area, RIGHT));
        world.catchUp();
        var moved = RIGHT + "00000D";
        world.transaction(() -> {
            world.bean(Facts.class)
                    .publish(new PathMoved(Fact.Header.of(world.jurisdiction(), "organization", Id.next())
                            .path(LEFT, moved, null)));
            publish(world, Id.next(), Place.NOWHERE, new Place("ACTIVE", area, moved + "00000C"));
            return true;
        });
        world.catchUp();

        assertThat(at(world, LEFT)).isEmpty();
        assertThat(at(world, deep)).isEmpty();
        assertThat(at(world, moved)).isEqualTo(Map.of("ACTIVE", 3L));
        assertThat(at(world, moved + "00000C")).isEqualTo(Map.of("ACTIVE", 2L));
        assertThat(at(world, RIGHT)).isEqualTo(Map.of("ACTIVE", 4L));
        assertThat(at(world, ROOT)).isEqualTo(Map.of("ACTIVE", 4L));
        assertThat(below(world, area)).isEqualTo(Map.of("ACTIVE", 4L));
    }

    @Test
    void arrivalsAreCountedByTheDayOfShanghai(World world) {
        var area = world.community("滨江").area();
        world.transaction(() -> {
            world.bean(Facts.class)
                    .publishAt(List.of(
                            past(world, area, "2026-03-01T15:59:59Z"),
                            past(world, area, "2026-03-01T16:00:00Z"),
                            past(world, area, "2026-03-02T01:00:00Z")));
            return true;
        });
        world.catchUp();

        var days = world.inside(() -> world.bean(Tally.class)
                .arrivals(scope(world, area), "thing", LocalDate.parse("2026-03-01"))
                .get("OPEN"));

        assertThat(days)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(LocalDate.parse("2026-03-01"), 1L, LocalDate.parse("2026-03-02"), 2L));
    }

    @Test
    void thousandRandomMovesAgreeWithCountingEverything(World world) {
        var random = new Random(world.jurisdiction());
        var places = List.of(
                world.community("滨江").area(),
                world.community("东湖").area(),
                world.community("西街街道", "西街").area(),
                world.community("滨江").area().grid(1));
        var paths = List.of(ROOT, LEFT, RIGHT, LEFT + "00000C", RIGHT + "00000D");
        var states = List.of("OPEN", "RUN", "DONE");
        var things = new HashMap<Id, Place>();
        for (var i = 0; i < 1_000; i++) {
            var ids = List.copyOf(things.keySet());
            var id = ids.size() < 30 || random.nextInt(4) == 0 ? Id.next() : ids.get(random.nextInt(ids.size()));
            var before = things.getOrDefault(id, Place.NOWHERE);
            var after = random.nextInt(10) == 0 && before.state() != null
                    ? new Place(null, before.area(), before.path())
                    : new Place(any(states, random), any(places, random), any(paths, random));
            move(world, id, before, after);
            if (after.state() == null) {
                things.remove(id);
            } else {
                things.put(id, after);
            }
        }

        both(world, () -> {
            for (var area : places) {
                assertThat(below(world, area))
                        .isEqualTo(counted(things, place -> place.area() != null && area.contains(place.area())));
            }
            for (var path : paths) {
                assertThat(at(world, path))
                        .isEqualTo(counted(
                                things,
                                place -> place.path() != null && place.path().startsWith(path)));
            }
        });
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static Map<String, Long> counted(Map<Id, Place> things, java.util.function.Predicate<Place> inside) {
        var counts = new HashMap<String, Long>();
        things.values().stream()
                .filter(inside)
                .forEach(place -> counts.merge(java.util.Objects.requireNonNull(place.state()), 1L, Long::sum));
        return counts;
    }

    private static Facts.Past past(World world, Area area, String at) {
        var moment = java.time.Instant.parse(at);
        return new Facts.Past(
                Id.next(),
                moment,
                new ThingMoved(Fact.Header.of(world.jurisdiction(), "thing", Id.next())
                        .states(null, "OPEN")
                        .area(area)));
    }

    /// Before and after the folder has read what happened.
    private static void both(World world, Runnable check) {
        check.run();
        world.catchUp();
        check.run();
    }

    private static void move(World world, Id thing, Place before, Place after) {
        world.transaction(() -> {
            publish(world, thing, before, after);
            return true;
        });
    }

    private static void publish(World world, Id thing, Place before, Place after) {
        var birth = before.state() == null;
        world.bean(Facts.class)
                .publish(new ThingMoved(Fact.Header.of(world.jurisdiction(), "thing", thing)
                        .states(before.state(), after.state())
                        .area(birth ? after.area() : before.area(), after.area())
                        .path(birth ? after.path() : before.path(), after.path(), null)));
    }

    private static Scope scope(World world, Area area) {
        return new Scope(world.jurisdiction(), world.jurisdiction(), Scope.Reach.AREA, area, null, null);
    }

    private static Map<String, Long> below(World world, @Nullable Area area) {
        var where = java.util.Objects.requireNonNull(area);
        return world.inside(() -> world.bean(Tally.class).states(scope(world, where), "thing"));
    }

    private static Map<String, Long> at(World world, String path) {
        return world.inside(() -> world.bean(Tally.class)
                .statesByPath(scope(world, world.district().area()), "thing", List.of(path))
                .getOrDefault(path, Map.of()));
    }
}
