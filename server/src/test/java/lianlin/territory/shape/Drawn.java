package lianlin.territory.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianlin.testing.Locality;
import lianlin.testing.Person;

/// Outlines of tests: rectangles whose sides are given in thousandths of a degree from a corner near 113.1, 23.0.
public final class Drawn {
    private Drawn() {}

    public static Map<String, Object> box(double west, double south, double east, double north) {
        return ring(List.of(at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)));
    }

    public static Map<String, Object> ring(List<List<Double>> positions) {
        return Map.of("type", "Polygon", "coordinates", List.of(positions));
    }

    public static List<Double> at(double east, double north) {
        return List.of(lng(east), lat(north));
    }

    public static double lng(double east) {
        return 113.1 + east / 1000;
    }

    public static double lat(double north) {
        return 23.0 + north / 1000;
    }

    public static Map<String, Object> feature(String code, Map<String, Object> geometry) {
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put("properties", Map.of("code", code));
        feature.put("geometry", geometry);
        return feature;
    }

    public static Map<String, Object> file(Object... features) {
        return Map.of("type", "FeatureCollection", "features", List.of(features));
    }

    /// A community whose outline is a rectangle of 20 by 10, and grids without outlines.
    public static List<String> grids(Person clerk, Locality community, int many) {
        clerk.putAt(1, "/api/areas/{code}/shape", box(0, 0, 20, 10), community.code())
                .is(200);
        var codes = new ArrayList<String>();
        for (var number = 1; number <= many; number++) {
            codes.add(clerk.post(
                            "/api/grids",
                            Map.of("community", community.code(), "name", "第" + number + "网格", "kind", "BASIC"))
                    .is(201)
                    .text("/code"));
        }
        return codes;
    }
}
