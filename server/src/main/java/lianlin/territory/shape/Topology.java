package lianlin.territory.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// What outlines have in common, what they lack, and what one of them looks like when it is cut to fit. What is smaller
/// than the tolerance is the width of a line and counts for nothing.
record Topology(double tolerance) {
    /// A gap as large as this part of what was drawn is taken for a shaky hand and closed.
    private static final double SHAKY = 0.08;

    /// The ground that both claim.
    Optional<Geometry> overlap(Geometry one, Geometry other) {
        return one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                ? large(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION))
                : Optional.empty();
    }

    /// What of the one lies outside of the other.
    Optional<Geometry> beyond(Geometry one, Geometry other) {
        return large(OverlayNGRobust.overlay(one, other, OverlayNG.DIFFERENCE));
    }

    /// The pieces of a whole that none of the parts covers, each larger than the tolerance.
    List<Geometry> gaps(Geometry whole, Collection<Geometry> parts) {
        return parts.isEmpty()
                ? List.of()
                : polygons(OverlayNGRobust.overlay(whole, union(parts), OverlayNG.DIFFERENCE)).stream()
                        .filter(piece -> Metres.square(piece) > tolerance)
                        .<Geometry>map(piece -> piece)
                        .toList();
    }

    /// What was drawn without what others have, inside the whole, and grown over the narrow gaps that it would leave.
    @Nullable
    Geometry fitted(Geometry drawn, Collection<Geometry> others, @Nullable Geometry whole) {
        var fitted = drawn;
        for (var other : others) {
            if (fitted.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
                fitted = OverlayNGRobust.overlay(fitted, other, OverlayNG.DIFFERENCE);
            }
        }
        if (whole != null) {
            fitted = OverlayNGRobust.overlay(fitted, whole, OverlayNG.INTERSECTION);
            var parts = new ArrayList<>(others);
            parts.add(fitted);
            for (var gap : gaps(whole, parts)) {
                if (gap.getArea() < drawn.getArea() * SHAKY && gap.intersects(fitted)) {
                    fitted = OverlayNGRobust.overlay(fitted, gap, OverlayNG.UNION);
                }
            }
        }
        var pieces = polygons(fitted).stream()
                .filter(piece -> Metres.square(piece) > tolerance)
                .toList();
        return pieces.isEmpty() ? null : GeoJson.EARTH.buildGeometry(pieces).norm();
    }

    private Optional<Geometry> large(Geometry geometry) {
        var pieces = polygons(geometry);
        var whole = GeoJson.EARTH.createMultiPolygon(pieces.toArray(Polygon[]::new));
        return Metres.square(whole) > tolerance ? Optional.of(whole) : Optional.empty();
    }

    private static Geometry union(Collection<Geometry> parts) {
        return OverlayNGRobust.union(GeoJson.EARTH.buildGeometry(parts));
    }

    private static List<Polygon> polygons(Geometry geometry) {
        var polygons = new ArrayList<Polygon>();
        for (var i = 0; i < geometry.getNumGeometries(); i++) {
            var part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            } else if (part.getNumGeometries() > 1) {
                polygons.addAll(polygons(part));
            }
        }
        return polygons;
    }
}
