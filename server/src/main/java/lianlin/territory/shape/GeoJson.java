package lianlin.territory.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads GeoJSON that anybody may have written. Nothing is built before its pieces are counted, and whatever is wrong
/// is
/// said in one sentence: not JSON, not GeoJSON, too many points, coordinates that are no degrees or the wrong way
/// round,
/// rings that cross themselves.
final class GeoJson {
    static final int MOST_POINTS = 200_000;
    static final int MOST_POINTS_OF_ONE = 5_000;
    static final int MOST_FEATURES = 5_000;

    /// A position is a bracket, two numbers and a bracket.
    private static final int MOST_PIECES = MOST_POINTS * 6;
    /// A hundred millionth of a degree is a millimetre.
    private static final double PRECISION = 1e8;

    private static final int LEAST_POSITIONS = 4;
    private static final JsonMapper JSON = new JsonMapper();
    static final GeometryFactory EARTH = new GeometryFactory(new PrecisionModel(), 4326);

    /// One feature of a collection: its number from 1, the codes that it may go by, and its outline or why it has none.
    record Feature(
            int number, @Nullable String code, @Nullable String name, JsonNode geometry) {}

    private static final List<String> CODES = List.of(
            "code", "gridcode", "grid_code", "areacode", "area_code", "网格编码", "网格代码", "社区代码", "区划代码", "编码", "代码");
    private static final List<String> NAMES = List.of("name", "gridname", "grid_name", "网格名称", "社区名称", "名称");

    private GeoJson() {}

    /// The outline in a geometry or in a single feature.
    static Geometry outline(byte[] sent) {
        var root = tree(sent);
        var node = text(root, "type").equals("Feature") ? root.path("geometry") : root;
        return outline(node);
    }

    static List<Feature> features(byte[] sent) {
        var root = tree(sent);
        refuseOtherSystems(root);
        var list = root.path("features");
        if (!text(root, "type").equals("FeatureCollection") || !list.isArray()) {
            throw Problem.invalid("file", "shape.collection");
        }
        if (list.isEmpty() || list.size() > MOST_FEATURES) {
            throw Problem.invalid("file", "shape.features", MOST_FEATURES);
        }
        var features = new ArrayList<Feature>();
        for (var node : list) {
            var said = node.path("properties");
            features.add(new Feature(
                    features.size() + 1, property(said, CODES), property(said, NAMES), node.path("geometry")));
        }
        return features;
    }

    /// A polygon or several; anything else is refused.
    static Geometry outline(JsonNode node) {
        var coordinates = node.path("coordinates");
        var polygons = switch (text(node, "type")) {
            case "Polygon" -> List.of(polygon(coordinates));
            case "MultiPolygon" -> {
                var parts = new ArrayList<Polygon>();
                for (var part : array(coordinates)) {
                    parts.add(polygon(part));
                }
                yield parts;
            }
            default -> throw Problem.invalid("geometry", "shape.type");
        };
        var geometry =
                polygons.size() == 1 ? polygons.getFirst() : EARTH.createMultiPolygon(polygons.toArray(Polygon[]::new));
        if (geometry.getNumPoints() > MOST_POINTS_OF_ONE) {
            throw Problem.invalid("geometry", "shape.points-of-one", MOST_POINTS_OF_ONE);
        }
        if (geometry.isEmpty() || geometry.convexHull().getArea() == 0) {
            throw Problem.invalid("geometry", "shape.empty");
        }
        var wrong = new IsValidOp(geometry).getValidationError();
        if (wrong != null) {
            throw invalid(wrong);
        }
        return geometry.norm();
    }

    private static Problem invalid(TopologyValidationError wrong) {
        var crossing = switch (wrong.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION -> true;
            default -> false;
        };
        return Problem.invalid("geometry", crossing ? "shape.crossing" : "shape.rings", degrees(wrong.getCoordinate()));
    }

    /// As people read a place on the earth: 113.10452, 23.02811.
    static String degrees(Coordinate at) {
        return String.format(Locale.ROOT, "%.5f, %.5f", at.x, at.y);
    }

    private static Polygon polygon(JsonNode rings) {
        var read = new ArrayList<LinearRing>();
        for (var ring : array(rings)) {
            read.add(ring(ring));
        }
        if (read.isEmpty()) {
            throw Problem.invalid("geometry", "shape.empty");
        }
        return EARTH.createPolygon(read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        var read = new ArrayList<Coordinate>();
        for (var position : array(positions)) {
            var at = position(position);
            if (read.isEmpty() || !read.getLast().equals2D(at)) {
                read.add(at);
            }
        }
        if (read.size() < LEAST_POSITIONS || !read.getFirst().equals2D(read.getLast())) {
            throw Problem.invalid("geometry", "shape.open");
        }
        return EARTH.createLinearRing(read.toArray(Coordinate[]::new));
    }

    /// Degrees of longitude and latitude somewhere in China; heights are left out.
    private static Coordinate position(JsonNode position) {
        if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw Problem.invalid("geometry", "shape.position");
        }
        var lng = position.get(0).doubleValue();
        var lat = position.get(1).doubleValue();
        if (isInChina(lng, lat)) {
            return new Coordinate(Math.round(lng * PRECISION) / PRECISION, Math.round(lat * PRECISION) / PRECISION);
        }
        if (isInChina(lat, lng)) {
            throw Problem.invalid("geometry", "shape.swapped");
        }
        throw Math.abs(lng) <= 180 && Math.abs(lat) <= 90
                ? Problem.invalid("geometry", "shape.abroad", degrees(new Coordinate(lng, lat)))
                : Problem.invalid("geometry", "shape.projected");
    }

    static boolean isInChina(double lng, double lat) {
        return lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54;
    }

    /// Older files may name the system of their coordinates; what is neither WGS 84 nor CGCS 2000 in degrees would lie
    /// beside the truth.
    private static void refuseOtherSystems(JsonNode root) {
        var name = text(root.path("crs").path("properties"), "name");
        if (!name.isEmpty() && !name.matches("(?i).*(CRS84|[:/]4326|[:/]4490)$")) {
            throw Problem.invalid("file", "shape.system");
        }
    }

    private static JsonNode array(JsonNode node) {
        if (!node.isArray()) {
            throw Problem.invalid("geometry", "shape.position");
        }
        return node;
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() ? value.stringValue() : "";
    }

    private static @Nullable String property(JsonNode properties, List<String> names) {
        for (var property : properties.properties()) {
            if (names.contains(property.getKey().toLowerCase(Locale.ROOT))) {
                var value = property.getValue();
                var text = value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
                return text.strip().substring(0, Math.min(60, text.strip().length()));
            }
        }
        return null;
    }

    private static JsonNode tree(byte[] sent) {
        try (var parser = JSON.createParser(sent)) {
            var pieces = 0;
            while (parser.nextToken() != null) {
                if (++pieces > MOST_PIECES) {
                    throw Problem.invalid("file", "shape.points", MOST_POINTS);
                }
            }
        } catch (JacksonException e) {
            throw Problem.invalid("file", "shape.json");
        }
        try {
            return JSON.readTree(sent);
        } catch (JacksonException e) {
            throw Problem.invalid("file", "shape.json");
        }
    }
}
