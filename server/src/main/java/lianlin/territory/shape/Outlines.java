package lianlin.territory.shape;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Outlines of places that become one or are divided (TER-12). What was drawn before stays in the history.
@Component
public class Outlines {
    private static final int MOST_PIECES = 9;
    private static final int MOST_CORNERS = 500;

    private final ShapeStore store;
    private final Shapes shapes;
    private final Judge judge;
    private final Facts facts;
    private final Clock clock;

    Outlines(ShapeStore store, Shapes shapes, Judge judge, Facts facts, Clock clock) {
        this.store = store;
        this.shapes = shapes;
        this.judge = judge;
        this.facts = facts;
        this.clock = clock;
    }

    public Optional<Geometry> of(Area area) {
        return Optional.ofNullable(store.find(area)).map(Outline::geometry);
    }

    public static Geometry read(JsonNode geometry) {
        return GeoJson.outline(geometry);
    }

    public static long squareMetres(Geometry geometry) {
        return Math.round(Metres.square(geometry));
    }

    /// What several outlines are together, without the hair-thin holes between borders that were drawn twice.
    public Optional<Geometry> united(Collection<Area> areas) {
        var there = areas.stream().flatMap(area -> of(area).stream()).toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(filled(areas.iterator().next(), there));
    }

    private Geometry filled(Area area, List<Geometry> outlines) {
        var whole = OverlayNGRobust.union(GeoJson.EARTH.buildGeometry(outlines));
        var tolerance = judge.topology(area.county()).tolerance();
        var polygons = new ArrayList<Polygon>();
        for (var i = 0; i < whole.getNumGeometries(); i++) {
            if (whole.getGeometryN(i) instanceof Polygon polygon && Metres.square(polygon) > tolerance) {
                var holes = new ArrayList<org.locationtech.jts.geom.LinearRing>();
                for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    var ring = polygon.getInteriorRingN(hole);
                    if (Metres.square(GeoJson.EARTH.createPolygon(ring)) > tolerance) {
                        holes.add(ring);
                    }
                }
                polygons.add(GeoJson.EARTH.createPolygon(
                        polygon.getExteriorRing(), holes.toArray(org.locationtech.jts.geom.LinearRing[]::new)));
            }
        }
        return GeoJson.EARTH.buildGeometry(polygons).norm();
    }

    /// The parts into which a line cuts the outline of a place, the largest first. A line that ends inside goes on
    /// straight; a piece of the outline that it does not touch goes with the nearest part.
    public List<Geometry> cut(Area area, List<double[]> line) {
        var whole = of(area).orElseThrow(() -> Problem.refused("split.no-outline"));
        var blade = blade(whole, line);
        var parts = new ArrayList<Geometry>();
        var untouched = new ArrayList<Geometry>();
        for (var i = 0; i < whole.getNumGeometries(); i++) {
            var pieces = pieces(
                    whole.getGeometryN(i), blade, judge.topology(area.county()).tolerance());
            (pieces.size() < 2 ? untouched : parts).addAll(pieces);
        }
        if (parts.size() < 2) {
            throw Problem.invalid("line", "split.line");
        }
        if (parts.size() > MOST_PIECES) {
            throw Problem.invalid("line", "split.pieces", MOST_PIECES);
        }
        for (var lonely : untouched) {
            var near = parts.stream()
                    .min(Comparator.comparingDouble(lonely::distance))
                    .orElseThrow();
            parts.set(parts.indexOf(near), OverlayNGRobust.union(GeoJson.EARTH.buildGeometry(List.of(near, lonely))));
        }
        parts.sort(Comparator.comparingDouble(Geometry::getArea).reversed());
        return parts.stream().map(Geometry::norm).toList();
    }

    private static List<Geometry> pieces(Geometry polygon, Geometry blade, double tolerance) {
        var polygonizer = new Polygonizer();
        polygonizer.add(OverlayNGRobust.overlay(
                polygon.getBoundary(), blade, org.locationtech.jts.operation.overlayng.OverlayNG.UNION));
        var pieces = new ArrayList<Geometry>();
        for (var found : polygonizer.getPolygons()) {
            var piece = (Geometry) found;
            if (polygon.contains(piece.getInteriorPoint()) && Metres.square(piece) > tolerance) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private static Geometry blade(Geometry whole, List<double[]> line) {
        if (line.size() < 2 || line.size() > MOST_CORNERS) {
            throw Problem.invalid("line", "split.line");
        }
        var corners = new ArrayList<Coordinate>();
        for (var at : line) {
            if (at.length < 2 || !GeoJson.isInChina(at[0], at[1])) {
                throw Problem.invalid("line", "split.line");
            }
            corners.add(new Coordinate(at[0], at[1]));
        }
        var reach = whole.getEnvelopeInternal().getDiameter();
        corners.addFirst(beyond(whole, corners.get(1), corners.getFirst(), reach));
        corners.addLast(beyond(whole, corners.get(corners.size() - 2), corners.getLast(), reach));
        return GeoJson.EARTH.createLineString(corners.toArray(Coordinate[]::new));
    }

    /// Where a stroke ends that goes on straight until it has left the ground; the end itself where it lies outside.
    private static Coordinate beyond(Geometry whole, Coordinate from, Coordinate end, double reach) {
        var length = from.distance(end);
        if (length == 0 || !whole.intersects(GeoJson.EARTH.createPoint(end))) {
            return end;
        }
        return new Coordinate(end.x + (end.x - from.x) / length * reach, end.y + (end.y - from.y) / length * reach);
    }

    /// Whether the parts are the whole: nothing twice, nothing outside, nothing left over.
    public void mustFit(Area area, List<Geometry> parts) {
        var whole = of(area).orElseThrow(() -> Problem.refused("split.no-outline"));
        var topology = judge.topology(area.county());
        for (var one : parts) {
            if (topology.beyond(one, whole).isPresent()) {
                throw Problem.refused("split.outside");
            }
            for (var other : parts) {
                if (one != other && topology.overlap(one, other).isPresent()) {
                    throw Problem.refused("split.overlap");
                }
            }
        }
        if (!topology.gaps(whole, parts).isEmpty()) {
            throw Problem.refused("split.gap");
        }
    }

    /// The outlines of places that end go over to those that take their place; `versions` are those of the places that
    /// get an outline.
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(
            Collection<Area> ended,
            Map<Area, Geometry> drawn,
            Map<Area, Integer> versions,
            UnaryOperator<Fact.Header> signed) {
        var now = clock.instant();
        ended.forEach(area -> store.close(area, now));
        drawn.forEach((area, geometry) -> {
            var version = Objects.requireNonNull(versions.get(area));
            store.write(new Outline(area, version, geometry, now));
            facts.publish(new Shapes.ShapeDrawn(signed.apply(Shapes.header(area)), version, squareMetres(geometry)));
        });
        ended.stream().map(Area::county).distinct().forEach(shapes::forget);
        drawn.keySet().stream().map(Area::county).distinct().forEach(shapes::forget);
    }

    /// Whoever changes the cut of the ground does it one after the other.
    public void lockGround(Area ground) {
        store.lockGround(ground);
    }

    /// As pages read it.
    public static @Nullable MultiPolygon drawn(@Nullable Geometry geometry) {
        return geometry == null ? null : MultiPolygon.of(geometry);
    }
}
