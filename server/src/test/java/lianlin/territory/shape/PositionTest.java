package lianlin.territory.shape;

import static lianlin.territory.shape.Drawn.box;
import static lianlin.territory.shape.Drawn.lat;
import static lianlin.territory.shape.Drawn.lng;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.transaction.support.TransactionTemplate;

/// A point finds its grid and who serves there.
@ServerTest
class PositionTest {
    @Test
    @Tag("TER-09")
    void aPointFindsItsGridAndTheNamesOnItsBoard(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grid = Drawn.grids(clerk, community, 2).getFirst();
        clerk.putAt(1, "/api/grids/{code}/shape", box(0, 0, 10, 10), grid).is(200);
        clerk.putAt(2, "/api/grids/{code}", Map.of("name", "第一网格", "kind", "BASIC", "dutyPhone", "0757-82345678"), grid)
                .is(200);
        clerk.post("/api/grids/{code}/staff", Map.of("person", "王五", "role", "GRID_HEAD"), grid)
                .is(201);

        var found = clerk.get("/api/positions?lng={}&lat={}", lng(5), lat(5)).is(200);
        assertThat(found.text("/grid/code")).isEqualTo(grid);
        assertThat(found.text("/people/0/name")).isEqualTo("王五");
        assertThat(found.text("/dutyPhone")).isEqualTo("0757-82345678");
        var beside = clerk.get("/api/positions?lng={}&lat={}", lng(15), lat(5)).is(200);
        assertThat(beside.json("/grid").isNull()).isTrue();
        assertThat(beside.text("/community/code")).isEqualTo(community.code());
        clerk.get("/api/positions?lng={}&lat={}", lng(50), lat(5)).is(404).problem("position.absent");
        clerk.get("/api/positions?lng=23&lat=113").is(422);
    }

    @Test
    @Tag("TER-09")
    void staffAreToldOfTheirOwnAreaAndResidentsOfWhereTheyStand(World world) {
        var here = world.community("培德社区");
        var there = world.community("兰桂社区");
        var clerk = world.district().clerk();
        clerk.putAt(1, "/api/areas/{code}/shape", box(0, 0, 10, 10), here.code())
                .is(200);
        clerk.putAt(1, "/api/areas/{code}/shape", box(10, 0, 20, 10), there.code())
                .is(200);

        here.secretary().get("/api/positions?lng={}&lat={}", lng(15), lat(5)).is(404);
        var resident = here.resident()
                .get("/api/positions?lng={}&lat={}", lng(15), lat(5))
                .is(200);
        assertThat(resident.text("/community/code")).isEqualTo(there.code());
        assertThat(resident.json("/own").asBoolean()).isFalse();
        world.neighbour()
                .district()
                .clerk()
                .get("/api/positions?lng={}&lat={}", lng(15), lat(5))
                .is(404);
    }

    /// A district of 1,000 grids; what it costs is printed, and far more than expected is a defect.
    @Test
    @Tag("TER-06")
    void aPointIsFoundAmongAThousandGridsInAMillisecond(World world) {
        var grids = new TreeMap<Area, Geometry>();
        for (var i = 0; i < 1_000; i++) {
            var community = Area.parse("%06d%03d%03d".formatted(world.jurisdiction(), 1 + i / 200, 1 + i / 10 % 20));
            grids.put(community.grid(1 + i % 10), circle(i % 40, i / 40));
        }
        var shapes = world.bean(Shapes.class);
        lianlin.kernel.database.Scoped.run(
                Scope.INSTALLATION,
                () -> world.bean(TransactionTemplate.class)
                        .executeWithoutResult(status ->
                                shapes.register(grids, java.time.Instant.EPOCH, (Fact.Header header) -> header)));

        var begin = System.nanoTime();
        assertThat(shapes.at(world.jurisdiction(), lng(0.5), lat(0.5))).isPresent();
        var loaded = (System.nanoTime() - begin) / 1e6;
        var random = new SplittableRandom(7);
        var found = new HashMap<Boolean, Integer>();
        begin = System.nanoTime();
        for (var i = 0; i < 100_000; i++) {
            var at = shapes.at(world.jurisdiction(), lng(random.nextDouble(40)), lat(random.nextDouble(25)));
            found.merge(at.isPresent(), 1, Integer::sum);
        }
        var each = (System.nanoTime() - begin) / 100_000.0 / 1_000;
        System.out.printf("1,000 grids: first look %.1f ms, then %.2f µs for each point%n", loaded, each);
        assertThat(found.get(true)).isGreaterThan(50_000);
        assertThat(each).isLessThan(1_000);
    }

    private static Geometry circle(int column, int row) {
        var corners = new Coordinate[41];
        for (var i = 0; i < 41; i++) {
            var turn = i % 40 * Math.PI / 20;
            corners[i] =
                    new Coordinate(lng(column + 0.5 + Math.cos(turn) / 2.01), lat(row + 0.5 + Math.sin(turn) / 2.01));
        }
        return GeoJson.EARTH.createPolygon(corners);
    }
}
