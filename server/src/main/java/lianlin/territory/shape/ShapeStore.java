package lianlin.territory.shape;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.SHAPE;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.territory.sql.ShapeRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.stereotype.Repository;

/// The SQL of outlines. The version of an outline is that of its grid or community: a change of one is a change of the
/// other.
@Repository
class ShapeStore {
    private static final int AT_ONCE = 500;

    private final DSLContext db;

    ShapeStore(DSLContext db) {
        this.db = db;
    }

    /// The outlines at or below a place.
    List<Outline> current(Area within) {
        return select(SHAPE.AREA.between(within, within.last()), within.county(), SHAPE.REPLACED.isNull());
    }

    /// The outlines that were there at a moment.
    List<Outline> at(Area within, Instant moment) {
        return select(
                SHAPE.AREA.between(within, within.last()),
                within.county(),
                SHAPE.DRAWN.le(moment).and(SHAPE.REPLACED.isNull().or(SHAPE.REPLACED.gt(moment))));
    }

    @Nullable
    Outline find(Area area) {
        return select(SHAPE.AREA.eq(area), area.county(), SHAPE.REPLACED.isNull()).stream()
                .findFirst()
                .orElse(null);
    }

    /// The version of a grid or a community.
    int version(Scope scope, Area area) {
        return area.isGrid() ? version(scope, area, GRID.VERSION, false) : version(scope, area, AREA.VERSION, false);
    }

    /// Locks the grid or community, so that its outline is changed by one at a time.
    int lock(Scope scope, Area area) {
        return area.isGrid() ? version(scope, area, GRID.VERSION, true) : version(scope, area, AREA.VERSION, true);
    }

    private int version(Scope scope, Area area, Field<Integer> version, boolean locked) {
        var query = area.isGrid()
                ? db.select(version)
                        .from(GRID)
                        .where(scope.on(GRID.JURISDICTION, GRID.AREA), GRID.AREA.eq(area), GRID.VALID_TO.isNull())
                : db.select(version)
                        .from(AREA)
                        .where(scope.on(AREA.JURISDICTION, AREA.AREA_), AREA.AREA_.eq(area), AREA.VALID_TO.isNull());
        return (locked ? query.forUpdate() : query)
                .fetchOptional(version)
                .orElseThrow(() -> Problem.absent(area.isGrid() ? "grid" : "area", area));
    }

    /// Locks the place whose parts must fit together, whatever the scope: neighbours are drawn one after the other.
    void lockGround(Area ground) {
        db.select(AREA.VERSION)
                .from(AREA)
                .where(AREA.JURISDICTION.eq(ground.county()), AREA.AREA_.eq(ground))
                .forUpdate()
                .execute();
    }

    /// The versions of all grids of the communities, and of the communities themselves.
    Map<Area, Integer> versions(Collection<Area> communities) {
        var versions = new HashMap<Area, Integer>();
        for (var community : communities) {
            db.select(AREA.AREA_, AREA.VERSION)
                    .from(AREA)
                    .where(AREA.JURISDICTION.eq(community.county()), AREA.AREA_.eq(community), AREA.VALID_TO.isNull())
                    .unionAll(db.select(GRID.AREA, GRID.VERSION)
                            .from(GRID)
                            .where(
                                    GRID.JURISDICTION.eq(community.county()),
                                    GRID.COMMUNITY.eq(community),
                                    GRID.VALID_TO.isNull()))
                    .forEach(row -> versions.put(row.value1(), row.value2()));
        }
        return versions;
    }

    /// The outline at its new version; the one before stays as what was there until now.
    void write(Outline outline) {
        var area = outline.area();
        db.update(SHAPE)
                .set(SHAPE.REPLACED, outline.drawn())
                .where(SHAPE.JURISDICTION.eq(area.county()), SHAPE.AREA.eq(area), SHAPE.REPLACED.isNull())
                .execute();
        db.insertInto(SHAPE).set(row(outline)).execute();
        if (area.isGrid()) {
            db.update(GRID)
                    .set(GRID.VERSION, outline.version())
                    .where(GRID.JURISDICTION.eq(area.county()), GRID.AREA.eq(area))
                    .execute();
        } else {
            db.update(AREA)
                    .set(AREA.VERSION, outline.version())
                    .where(AREA.JURISDICTION.eq(area.county()), AREA.AREA_.eq(area))
                    .execute();
        }
    }

    /// The place has no outline from now on, because it is no place any more.
    void close(Area area, Instant now) {
        db.update(SHAPE)
                .set(SHAPE.REPLACED, now)
                .where(SHAPE.JURISDICTION.eq(area.county()), SHAPE.AREA.eq(area), SHAPE.REPLACED.isNull())
                .execute();
    }

    /// Many first outlines at once.
    void insert(List<Outline> outlines) {
        for (var begin = 0; begin < outlines.size(); begin += AT_ONCE) {
            db.insertInto(SHAPE)
                    .set(outlines.subList(begin, Math.min(outlines.size(), begin + AT_ONCE)).stream()
                            .map(this::row)
                            .toList())
                    .execute();
        }
    }

    private ShapeRecord row(Outline outline) {
        var row = db.newRecord(SHAPE);
        row.setJurisdiction(outline.area().county());
        row.setArea(outline.area());
        row.setVersion(outline.version());
        row.setDrawn(outline.drawn());
        if (outline.isThere()) {
            var box = outline.box();
            row.setGeometry(new WKBWriter().write(outline.shape()));
            row.setLngLo(box.getMinX());
            row.setLatLo(box.getMinY());
            row.setLngHi(box.getMaxX());
            row.setLatHi(box.getMaxY());
            row.setSquareMetres(Metres.square(outline.shape()));
        }
        return row;
    }

    private List<Outline> select(Condition which, int jurisdiction, Condition when) {
        return db.select(SHAPE.AREA, SHAPE.VERSION, SHAPE.GEOMETRY, SHAPE.DRAWN)
                .from(SHAPE)
                .where(SHAPE.JURISDICTION.eq(jurisdiction), which, when)
                .orderBy(SHAPE.AREA)
                .fetch(row -> new Outline(row.value1(), row.value2(), geometry(row.value3()), row.value4()));
    }

    private static @Nullable Geometry geometry(byte @Nullable [] stored) {
        try {
            return stored == null ? null : new WKBReader(GeoJson.EARTH).read(stored);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
