package lianlin.territory.shape;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Tally;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/// Draws the outlines below a place for screens of any kind: the desk, the wall, the portal. Common borders stay common
/// when they are simplified. What was drawn once is kept as long as the county's outlines stay as they are.
@Component
class Pictures {
    private record Asked(Area area, Picture.Level level, long revision) {}

    /// Of so many parts of the width of a picture a bend may be the smallest.
    private static final int FINENESS = 1_600;
    /// So few are sent as they are: whoever draws sees his neighbours' true borders.
    private static final int FEW_POINTS = 8_000;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Shapes shapes;
    private final ShapeStore store;
    private final Areas areas;
    private final Tally tally;
    private final Cache<Asked, Map<Area, Geometry>> drawn = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(30))
            .maximumSize(500)
            .build();

    Pictures(Shapes shapes, ShapeStore store, Areas areas, Tally tally) {
        this.shapes = shapes;
        this.store = store;
        this.areas = areas;
        this.tally = tally;
    }

    /// What changes whenever the picture does, without the numbers.
    long revision(Area area) {
        return shapes.county(area.county()).revision();
    }

    /// `level` is that of the parts: without one the communities, of a community its grids. `on` is a day in the past.
    Picture of(Area area, Picture.@Nullable Level wanted, @Nullable LocalDate on) {
        if (area.depth() < 3) {
            throw Problem.invalid("code", "shape.wide");
        }
        var level = wanted == null ? area.depth() < 5 ? Picture.Level.COMMUNITY : Picture.Level.GRID : wanted;
        var parts = on == null
                ? drawn.get(
                        new Asked(area, level, revision(area)),
                        asked -> draw(area, level, shapes.county(area.county())))
                : draw(
                        area,
                        level,
                        new CountyShapes(store.at(
                                area, on.plusDays(1).atStartOfDay(BEIJING).toInstant())));
        var box = new Envelope();
        var items = new ArrayList<Picture.Part>();
        var former = on == null ? Map.<Area, Areas.Called>of() : areas.formerly(area.county(), on);
        parts.forEach((code, geometry) -> {
            box.expandToInclude(geometry.getEnvelopeInternal());
            var at = geometry.getInteriorPoint().getCoordinate();
            items.add(new Picture.Part(
                    code, areas.then(code, former).name(), null, MultiPolygon.position(at), MultiPolygon.of(geometry)));
        });
        var expected = on != null
                ? items.size()
                : areas.within(area).stream()
                        .filter(place -> matches(place, level))
                        .count();
        return new Picture(
                area,
                box.isNull() ? null : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
                items,
                (int) Math.max(0, expected - items.size()));
    }

    /// The same with how many things of a kind stand in some states at each place; nothing where the counters do not
    /// answer for the scope.
    Picture counted(Scope scope, Picture picture, String subject, Collection<String> states, @Nullable LocalDate on) {
        if (scope.reach() != Scope.Reach.AREA) {
            return picture;
        }
        var counts = tally.states(
                scope, subject, picture.parts().stream().map(Picture.Part::code).toList(), on);
        return new Picture(
                picture.area(),
                picture.box(),
                picture.parts().stream()
                        .map(part -> new Picture.Part(
                                part.code(),
                                part.name(),
                                counts.getOrDefault(part.code(), Map.of()).entrySet().stream()
                                        .filter(amount -> states.isEmpty() || states.contains(amount.getKey()))
                                        .mapToLong(Map.Entry::getValue)
                                        .sum(),
                                part.at(),
                                part.geometry()))
                        .toList(),
                picture.missing());
    }

    /// Names, numbers and outlines in one tag; a weak one, since answers under strong tags are not compressed.
    String etag(Picture picture) {
        var said = picture.parts().stream()
                .map(part -> Objects.hash(part.code(), part.name(), part.count()))
                .toList();
        var digest = Long.toHexString(revision(picture.area())) + "-" + Integer.toHexString(said.hashCode());
        return "W/\"" + digest + "\"";
    }

    private Map<Area, Geometry> draw(Area area, Picture.Level level, CountyShapes county) {
        var parts = new TreeMap<Area, Geometry>();
        for (var outline : county.within(area)) {
            if (outline.area().isGrid() == (level == Picture.Level.GRID)) {
                parts.put(outline.area(), outline.shape());
            }
        }
        var simple = simplified(parts);
        return level == Picture.Level.STREET ? streets(simple) : simple;
    }

    private static Map<Area, Geometry> simplified(Map<Area, Geometry> parts) {
        if (parts.values().stream().mapToInt(Geometry::getNumPoints).sum() < FEW_POINTS) {
            return parts;
        }
        var box = new Envelope();
        parts.values().forEach(part -> box.expandToInclude(part.getEnvelopeInternal()));
        var simple = CoverageSimplifier.simplify(
                parts.values().toArray(Geometry[]::new), Math.max(box.getWidth(), box.getHeight()) / FINENESS);
        var named = new TreeMap<Area, Geometry>();
        var i = 0;
        for (var area : parts.keySet()) {
            named.put(area, simple[i++]);
        }
        return named;
    }

    private static Map<Area, Geometry> streets(Map<Area, Geometry> communities) {
        var streets = new TreeMap<Area, List<Geometry>>();
        communities.forEach(
                (community, shape) -> streets.computeIfAbsent(community.parent(), street -> new ArrayList<>())
                        .add(shape));
        var whole = new TreeMap<Area, Geometry>();
        streets.forEach(
                (street, shapes) -> whole.put(street, OverlayNGRobust.union(GeoJson.EARTH.buildGeometry(shapes))));
        return whole;
    }

    private static boolean matches(Area place, Picture.Level level) {
        return switch (level) {
            case STREET -> place.depth() == 4;
            case COMMUNITY -> place.depth() == 5;
            case GRID -> place.isGrid();
        };
    }
}
