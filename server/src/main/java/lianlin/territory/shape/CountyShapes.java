package lianlin.territory.shape;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import lianlin.kernel.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/// All outlines of a county in memory, with an index over their boxes: which grid is at a point is answered without the
/// database.
final class CountyShapes {
    private record Entry(Outline outline, PointOnGeometryLocator locator) {}

    private final NavigableMap<Area, Outline> outlines = new TreeMap<>();
    private final STRtree boxes = new STRtree();
    private final long revision;

    CountyShapes(List<Outline> current) {
        var digest = 17L;
        for (var outline : current) {
            digest = digest * 1_000_003 + outline.area().code() * 31 + outline.version();
            if (outline.isThere()) {
                outlines.put(outline.area(), outline);
                boxes.insert(outline.box(), new Entry(outline, new IndexedPointInAreaLocator(outline.shape())));
            }
        }
        boxes.build();
        revision = digest;
    }

    /// Another number for every other state of the county's outlines.
    long revision() {
        return revision;
    }

    List<Outline> within(Area area) {
        return List.copyOf(outlines.subMap(area, true, area.last(), true).values());
    }

    /// The grids of a community.
    List<Outline> grids(Area community) {
        return within(community).stream().filter(one -> one.area().isGrid()).toList();
    }

    @Nullable
    Geometry of(Area area) {
        var outline = outlines.get(area);
        return outline == null ? null : outline.geometry();
    }

    /// The grid at a point, else the community, else nothing; on a border the one with the lower code.
    @Nullable
    Area at(double lng, double lat) {
        var point = new Coordinate(lng, lat);
        Area found = null;
        for (var candidate : boxes.query(new Envelope(point))) {
            var entry = (Entry) candidate;
            var area = entry.outline().area();
            var better = found == null
                    || area.isGrid() && !found.isGrid()
                    || area.isGrid() == found.isGrid() && area.compareTo(found) < 0;
            if (better && entry.locator().locate(point) != Location.EXTERIOR) {
                found = area;
            }
        }
        return found;
    }
}
