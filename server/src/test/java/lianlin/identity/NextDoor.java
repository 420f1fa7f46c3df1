package lianlin.identity;

import java.util.List;
import java.util.Map;
import lianlin.testing.Locality;
import lianlin.testing.Person;

/// What the grid of the samples can be merged with, and where it can be cut: another grid of its community, another
/// community of the district, and a line across its outline.
record NextDoor(List<String> grids, String community, List<List<Double>> line) {
    static final NextDoor NOWHERE = new NextDoor(List.of(), "", List.of());

    static NextDoor of(Locality place, Person clerk, String grid, int ground) {
        var other = clerk.post("/api/grids", Map.of("community", place.code(), "name", "西网格", "kind", "BASIC"))
                .is(201)
                .text("/code");
        var community = place.world().community("样本街道", "邻居" + ground).code();
        var east = 100 + ground % 300 / 20.0 + 0.004;
        return new NextDoor(List.of(grid, other), community, List.of(List.of(east, 30.02), List.of(east, 29.99)));
    }

    static Map<String, Object> outline(int ground) {
        var west = 100 + ground % 300 / 20.0;
        return Map.of(
                "type",
                "Polygon",
                "coordinates",
                List.of(List.of(
                        List.of(west, 30),
                        List.of(west + 0.01, 30),
                        List.of(west + 0.01, 30.01),
                        List.of(west, 30.01),
                        List.of(west, 30))));
    }
}
