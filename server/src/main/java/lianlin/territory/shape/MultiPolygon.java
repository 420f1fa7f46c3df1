package lianlin.territory.shape;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// A geometry of GeoJSON as pages read it: polygons, each with its outer ring and its holes, each ring of positions of
/// longitude and latitude (WGS 84; CGCS 2000 differs from it by centimetres).
public record MultiPolygon(String type, double[][][][] coordinates) {
    private static final double MILLIONTH = 1e6;

    /// To the tenth of a metre.
    public static MultiPolygon of(Geometry geometry) {
        var polygons = IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast)
                .map(MultiPolygon::rings)
                .toArray(double[][][][]::new);
        return new MultiPolygon("MultiPolygon", polygons);
    }

    private static double[][][] rings(Polygon polygon) {
        var rings = new double[1 + polygon.getNumInteriorRing()][][];
        rings[0] = ring(polygon.getExteriorRing());
        for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            rings[hole + 1] = ring(polygon.getInteriorRingN(hole));
        }
        return rings;
    }

    private static double[][] ring(LinearRing ring) {
        var positions = ring.getCoordinates();
        var written = new double[positions.length][];
        for (var i = 0; i < positions.length; i++) {
            written[i] = position(positions[i]);
        }
        return written;
    }

    static double[] position(Coordinate at) {
        return new double[] {Math.round(at.x * MILLIONTH) / MILLIONTH, Math.round(at.y * MILLIONTH) / MILLIONTH};
    }
}
