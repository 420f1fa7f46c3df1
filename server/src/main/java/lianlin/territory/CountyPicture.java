package lianlin.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import lianlin.kernel.Area;
import org.jspecify.annotations.Nullable;

/// All places of a county with their names, in the order of codes: what is above stands before what is below.
record CountyPicture(NavigableMap<Area, Node> nodes, Map<Area, Node> ended) {
    static final String GRID = "GRID";

    /// One place; `level` is a [DivisionLevel] or GRID. One that has `ended` keeps its name for what happened there.
    record Node(Area code, String name, String shortName, String level, Area parent, boolean ended) {}

    static CountyPicture of(List<Node> nodes) {
        var ordered = new TreeMap<Area, Node>();
        var ended = new HashMap<Area, Node>();
        nodes.forEach(node -> (node.ended() ? ended : ordered).put(node.code(), node));
        return new CountyPicture(ordered, ended);
    }

    @Nullable
    Node find(Area area) {
        return nodes.get(area);
    }

    /// The place, or what it was before it went into another.
    @Nullable
    Node known(Area area) {
        var there = nodes.get(area);
        return there == null ? ended.get(area) : there;
    }

    /// The names from the street down to the place, joined; of the county its own.
    String path(Node node) {
        return path(node, Map.of());
    }

    /// The same with other names for some places.
    String path(Node node, Map<Area, Areas.Called> called) {
        var names = new ArrayList<String>();
        names.add(name(node, called));
        for (var above = known(node.parent()); above != null && !top(above); above = known(above.parent())) {
            names.addFirst(name(above, called));
        }
        return String.join(" · ", names);
    }

    private static String name(Node node, Map<Area, Areas.Called> called) {
        var then = called.get(node.code());
        return then == null ? node.shortName() : then.shortName();
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
