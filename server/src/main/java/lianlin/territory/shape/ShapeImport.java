package lianlin.territory.shape;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes outlines from a GeoJSON file. It is looked at as often as somebody likes, and written as a whole or not at
/// all;
/// when it is written everything is judged once more, under lock. The same file again changes nothing.
@Service
class ShapeImport {
    /// What a feature of the file would do; `message` says why it is wrong.
    record Line(
            int number,
            @Nullable String code,
            String name,
            Change change,
            @Nullable String message,
            long squareMetres,
            @Nullable MultiPolygon geometry) {}

    enum Change {
        NEW,
        CHANGED,
        SAME,
        WRONG
    }

    /// The features of a file in their order, and what is wrong between outlines; only what is `ready` can be written.
    record Preview(List<Line> features, List<Finding> findings, int wrong, int fresh, boolean ready) {}

    private record Read(List<Line> lines, Map<Area, Geometry> shapes) {}

    private static final int COMMUNITY = 5;

    private final ShapeStore store;
    private final Shapes shapes;
    private final Judge judge;
    private final Areas areas;
    private final Sentences sentences;
    private final Facts facts;
    private final Clock clock;

    ShapeImport(
            ShapeStore store, Shapes shapes, Judge judge, Areas areas, Sentences sentences, Facts facts, Clock clock) {
        this.store = store;
        this.shapes = shapes;
        this.judge = judge;
        this.areas = areas;
        this.sentences = sentences;
        this.facts = facts;
        this.clock = clock;
    }

    /// Changes nothing.
    Preview check(Acting acting, byte[] sent) {
        return judged(read(acting, sent));
    }

    @Transactional
    Preview write(Acting acting, byte[] sent) {
        var first = read(acting, sent);
        var communities = communities(first);
        var grounds = new LinkedHashSet<Area>();
        first.shapes().keySet().stream()
                .sorted()
                .map(area -> area.isGrid() ? area.community() : area.parent().parent())
                .forEach(grounds::add);
        grounds.forEach(store::lockGround);
        var read = read(acting, sent); // what others drew in the meantime counts
        var preview = judged(read);
        if (!preview.ready()) {
            throw Problem.refused(
                    "shape.import",
                    preview.wrong()
                            + (int) preview.findings().stream()
                                    .filter(finding -> !finding.tolerated())
                                    .count());
        }
        var versions = store.versions(communities);
        var now = clock.instant();
        var told = new ArrayList<Fact>();
        for (var line : preview.features()) {
            if (line.code() == null || line.change() == Change.SAME) {
                continue;
            }
            var area = Area.parse(line.code());
            var geometry = read.shapes().get(area);
            var version = versions.getOrDefault(area, 0) + 1;
            store.write(new Outline(area, version, geometry, now));
            told.add(new Shapes.ShapeDrawn(ShapeDesk.header(acting, area), version, line.squareMetres()));
        }
        if (!told.isEmpty()) {
            facts.publish(told);
        }
        read.shapes().keySet().stream().map(Area::county).distinct().forEach(shapes::forget);
        return preview;
    }

    private Read read(Acting acting, byte[] sent) {
        var lines = new ArrayList<Line>();
        var read = new TreeMap<Area, Geometry>();
        var before = new HashMap<Integer, CountyShapes>();
        for (var feature : GeoJson.features(sent)) {
            try {
                var area = area(acting, feature.code());
                if (read.containsKey(area)) {
                    throw Problem.invalid("code", "shape.twice");
                }
                var geometry = GeoJson.outline(feature.geometry());
                var county = before.computeIfAbsent(
                        area.county(), code -> new CountyShapes(store.current(Area.parse("%06d".formatted(code)))));
                var old = county.of(area);
                read.put(area, geometry);
                lines.add(new Line(
                        feature.number(),
                        area.toString(),
                        areas.path(area),
                        old == null ? Change.NEW : old.equalsExact(geometry) ? Change.SAME : Change.CHANGED,
                        null,
                        Math.round(Metres.square(geometry)),
                        MultiPolygon.of(geometry)));
            } catch (Problem wrong) {
                lines.add(new Line(
                        feature.number(), feature.code(), said(feature), Change.WRONG, sentence(wrong), 0, null));
            }
        }
        return new Read(lines, read);
    }

    /// The grid or community that a feature means, inside the scope of who acts.
    private Area area(Acting acting, @Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Problem.invalid("code", "shape.no-code");
        }
        if (!code.matches("\\d{12}|\\d{15}")) {
            throw Problem.invalid("code", "shape.code");
        }
        var area = Area.parse(code);
        if (!acting.scope().covers(area) || !areas.exists(area)) {
            throw Problem.invalid("code", "shape.unknown");
        }
        if (!area.isGrid() && area.depth() != COMMUNITY) {
            throw Problem.invalid("code", "shape.level");
        }
        if (!area.isGrid() && !acting.may("area.edit")) {
            throw Problem.invalid("code", "shape.community-denied");
        }
        return area;
    }

    private Preview judged(Read read) {
        var findings = new ArrayList<Finding>();
        for (var community : communities(read)) {
            var county = new CountyShapes(store.current(community));
            var grids = new TreeMap<Area, Geometry>();
            county.grids(community).forEach(grid -> grids.put(grid.area(), grid.shape()));
            read.shapes().forEach((area, geometry) -> {
                if (area.isGrid() && area.community().equals(community)) {
                    grids.put(area, geometry);
                }
            });
            var whole = read.shapes().getOrDefault(community, county.of(community));
            var complete = areas.within(community).stream().filter(Area::isGrid).allMatch(grids::containsKey);
            findings.addAll(judge.community(community, whole, grids, complete));
        }
        read.shapes().forEach((area, geometry) -> {
            if (!area.isGrid()) {
                findings.addAll(judge.of(area, geometry, neighbours(area, read), List.of(), null));
            }
        });
        var wrong = (int) read.lines().stream()
                .filter(line -> line.change() == Change.WRONG)
                .count();
        var fresh = (int) read.lines().stream()
                .filter(line -> line.change() == Change.NEW || line.change() == Change.CHANGED)
                .count();
        return new Preview(
                read.lines(),
                findings,
                wrong,
                fresh,
                wrong == 0 && findings.stream().allMatch(Finding::tolerated));
    }

    /// The other communities of the county, those of the file as the file has them; of a pair in the file the first
    /// says it for both.
    private List<Outline> neighbours(Area community, Read read) {
        var others = new ArrayList<Outline>();
        for (var outline : shapes.county(community.county()).within(Area.parse("%06d".formatted(community.county())))) {
            var other = outline.area();
            if (!other.isGrid() && !read.shapes().containsKey(other)) {
                others.add(outline);
            }
        }
        read.shapes().forEach((other, geometry) -> {
            if (!other.isGrid() && other.county() == community.county() && other.compareTo(community) > 0) {
                others.add(new Outline(other, 0, geometry, clock.instant()));
            }
        });
        return others;
    }

    private static List<Area> communities(Read read) {
        return read.shapes().keySet().stream()
                .map(Area::community)
                .distinct()
                .sorted()
                .toList();
    }

    private static String said(GeoJson.Feature feature) {
        return feature.name() == null ? "" : feature.name();
    }

    private String sentence(Problem wrong) {
        var error = wrong.errors().getFirst();
        return sentences.of(error.code(), error.values().toArray());
    }
}
