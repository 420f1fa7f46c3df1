package lianlin.territory.shape;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Degrees as metres, near enough for a district: a degree of latitude is everywhere as long, one of longitude shrinks
/// towards the poles.
final class Metres {
    private static final double DEGREE = 111_195;

    private Metres() {}

    static double square(Geometry geometry) {
        return geometry.isEmpty() ? 0 : geometry.getArea() * DEGREE * DEGREE * shrunk(geometry.getEnvelopeInternal());
    }

    private static double shrunk(Envelope box) {
        return Math.cos(Math.toRadians((box.getMinY() + box.getMaxY()) / 2));
    }
}
