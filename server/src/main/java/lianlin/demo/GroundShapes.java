package lianlin.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import lianlin.kernel.Area;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.GeometryEditor.CoordinateOperation;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/// An invented map of the county: thousands of small cells round scattered points, shared out over streets, communities
/// and grids by halving the ground again and again. Cells of one place melt into its outline, so that neighbours have
/// every border in common. The same seed gives the same map.
final class GroundShapes {
    /// The middle of the county, and half its width and height, in degrees.
    private static final double LNG = 113.095;

    private static final double LAT = 23.005;
    private static final double WIDE = 0.068;
    private static final double HIGH = 0.062;

    private static final int CELLS_OF_A_GRID = 9;
    /// As many as a community without grids takes.
    private static final int PLAIN = 6;

    private static final double SMOOTH = 0.0003;
    private static final double MICRO = 1e6;
    private static final GeometryFactory EARTH = new GeometryFactory();

    /// What gets a piece of ground: a grid, or a community without grids.
    private record Claim(Area area, int weight) {}

    private record Cell(Coordinate site, Geometry ground) {}

    private final Dice dice = new Dice("map");
    private final Map<Area, List<Cell>> cells = new LinkedHashMap<>();
    private final Map<Area, Geometry> outlines = new TreeMap<>();

    private GroundShapes() {}

    /// Outlines of all communities of a county and of their grids; `grids` says how many each community has.
    static GroundShapes of(Ground ground, Map<Area, Integer> grids) {
        var made = new GroundShapes();
        var claims = new ArrayList<List<List<Claim>>>();
        var weight = 0;
        for (var street : ground.streets()) {
            var communities = new ArrayList<List<Claim>>();
            for (var community : ground.communities()) {
                if (community.street().equals(street)) {
                    communities.add(claims(community.area(), grids.getOrDefault(community.area(), 0)));
                }
            }
            weight +=
                    sum(communities, list -> list.size() == 1 ? list.getFirst().weight() : list.size());
            claims.add(communities);
        }
        var field = made.field(weight * CELLS_OF_A_GRID);
        made.share(
                claims,
                street -> sum(street, community -> sum(community, Claim::weight)),
                field,
                (street, part) -> made.share(
                        street,
                        community -> sum(community, Claim::weight),
                        part,
                        (community, piece) -> made.share(
                                community, Claim::weight, piece, (claim, own) -> made.cells.put(claim.area(), own))));
        made.melt();
        return made;
    }

    Map<Area, Geometry> outlines() {
        return outlines;
    }

    /// Some point of a place, another one for every number.
    Coordinate point(Area area, int number) {
        var own = new ArrayList<Cell>();
        cells.forEach((claimed, list) -> {
            if (area.contains(claimed)) {
                own.addAll(list);
            }
        });
        var site = own.isEmpty()
                ? new Coordinate(LNG, LAT)
                : own.get(number * 7 % own.size()).site();
        return new Coordinate(Math.round(site.x * MICRO) / MICRO, Math.round(site.y * MICRO) / MICRO);
    }

    private static List<Claim> claims(Area community, int grids) {
        if (grids == 0) {
            return List.of(new Claim(community, PLAIN));
        }
        var claims = new ArrayList<Claim>();
        for (var number = 1; number <= grids; number++) {
            claims.add(new Claim(community.grid(number), 1));
        }
        return claims;
    }

    /// Cells inside an uneven outline; what lies at the rim of all points is left away, so that no cell is cut.
    private List<Cell> field(int wanted) {
        var sites = new ArrayList<Coordinate>();
        var step = Math.sqrt(4 * WIDE * HIGH * 0.8 / wanted);
        for (var y = -1.5 * HIGH; y < 1.5 * HIGH; y += step) {
            for (var x = -1.5 * WIDE; x < 1.5 * WIDE; x += step) {
                sites.add(new Coordinate(
                        LNG + x + step * dice.between(-420, 420) / 1000.0,
                        LAT + y + step * dice.between(-420, 420) / 1000.0));
            }
        }
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        var diagram = builder.getDiagram(EARTH);
        var field = new ArrayList<Cell>();
        for (var i = 0; i < diagram.getNumGeometries(); i++) {
            var cell = (Polygon) diagram.getGeometryN(i);
            var site = (Coordinate) cell.getUserData();
            if (inside(site)) {
                field.add(new Cell(site, rounded(cell)));
            }
        }
        return field;
    }

    /// A rounded shape with bays and noses.
    private static boolean inside(Coordinate site) {
        var x = (site.x - LNG) / WIDE;
        var y = (site.y - LAT) / HIGH;
        var angle = Math.atan2(y, x);
        var reach = 1 + 0.1 * Math.sin(3 * angle + 0.6) + 0.06 * Math.sin(5 * angle + 2) + 0.035 * Math.sin(11 * angle);
        return Math.pow(Math.pow(Math.abs(x), 2.6) + Math.pow(Math.abs(y), 2.6), 1 / 2.6) < reach;
    }

    /// Common corners are rounded to the same number on both sides.
    private static Geometry rounded(Geometry cell) {
        return new GeometryEditor(EARTH).edit(cell, new CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] corners, Geometry ring) {
                var rounded = new Coordinate[corners.length];
                for (var i = 0; i < corners.length; i++) {
                    rounded[i] = new Coordinate(
                            Math.round(corners[i].x * MICRO) / MICRO, Math.round(corners[i].y * MICRO) / MICRO);
                }
                return rounded;
            }
        });
    }

    private interface Taken<T> {
        void take(T claim, List<Cell> cells);
    }

    /// Halves claims and cells across their longer side until each claim stands alone.
    private <T> void share(List<T> claims, ToDoubleFunction<T> weight, List<Cell> field, Taken<T> taken) {
        if (claims.size() == 1) {
            taken.take(claims.getFirst(), field);
            return;
        }
        var half = claims.size() / 2;
        var first = claims.subList(0, half);
        var rest = claims.subList(half, claims.size());
        var part = sum(first, weight) / (double) sum(claims, weight);
        var sorted = new ArrayList<>(field);
        var slope = dice.between(-45, 45) / 100.0;
        var wide = spread(field, site -> site.x) > spread(field, site -> site.y);
        sorted.sort(Comparator.comparingDouble(
                cell -> wide ? cell.site().x + slope * cell.site().y : cell.site().y + slope * cell.site().x));
        var cut = Math.clamp((int) Math.round(sorted.size() * part), first.size(), sorted.size() - rest.size());
        share(first, weight, sorted.subList(0, cut), taken);
        share(rest, weight, sorted.subList(cut, sorted.size()), taken);
    }

    private static double spread(List<Cell> field, ToDoubleFunction<Coordinate> of) {
        var values = field.stream().map(Cell::site).mapToDouble(of).summaryStatistics();
        return values.getMax() - values.getMin();
    }

    private static <T> int sum(List<T> things, ToDoubleFunction<T> weight) {
        return (int) Math.round(things.stream().mapToDouble(weight).sum());
    }

    private void melt() {
        var claimed = List.copyOf(cells.keySet());
        var grounds = cells.values().stream()
                .map(own -> CoverageUnion.union(own.stream().map(Cell::ground).toArray(Geometry[]::new)))
                .toArray(Geometry[]::new);
        var smooth = CoverageSimplifier.simplify(grounds, SMOOTH);
        var communities = new HashMap<Area, List<Geometry>>();
        for (var i = 0; i < smooth.length; i++) {
            var area = claimed.get(i);
            if (area.isGrid()) {
                outlines.put(area, smooth[i].norm());
            }
            communities
                    .computeIfAbsent(area.community(), community -> new ArrayList<>())
                    .add(smooth[i]);
        }
        communities.forEach((community, parts) -> outlines.put(
                community, CoverageUnion.union(parts.toArray(Geometry[]::new)).norm()));
    }
}
