package lianlin.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import lianlin.kernel.Area;
import org.jspecify.annotations.Nullable;

/// All places of a county with their names, in the order of codes: what is above stands before what is below.
record CountyPicture(NavigableMap<Area, Node> nodes) {
    static final String GRID = "GRID";

    /// One place; `level` is a [DivisionLevel] or GRID.
    record Node(Area code, String name, String shortName, String level, Area parent) {}

    static CountyPicture of(List<Node> nodes) {
        var ordered = new TreeMap<Area, Node>();
        nodes.forEach(node -> ordered.put(node.code(), node));
        return new CountyPicture(ordered);
    }

    @Nullable
    Node find(Area area) {
        return nodes.get(area);
    }

    /// The names from the street down to the place, joined; of the county its own.
    String path(Node node) {
        var names = new ArrayList<String>();
        names.add(node.shortName());
        for (var above = nodes.get(node.parent()); above != null && !top(above); above = nodes.get(above.parent())) {
            names.addFirst(above.shortName());
        }
        return String.join(" · ", names);
    }

    /// The places at or below one.
    List<Node> within(Area area) {
        return List.copyOf(nodes.subMap(area, true, area.last(), true).values());
    }

    private static boolean top(Node node) {
        return node.level().equals(DivisionLevel.DISTRICT.name())
                || node.level().equals(DivisionLevel.PREFECTURE.name());
    }
}
