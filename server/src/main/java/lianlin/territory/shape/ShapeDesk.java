package lianlin.territory.shape;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws and erases outlines. Grids of a community share no ground and stay inside it; communities share none either
/// (TER-06). Ground that no grid covers is told, and only an import that should be complete is refused for it: grids
/// are drawn one after the other.
@Service
class ShapeDesk {
    private static final int COMMUNITY = 5;

    /// What an outline would do, and what it looks like when it is cut to fit its neighbours.
    record Check(
            long squareMetres,
            List<Finding> findings,
            @Nullable MultiPolygon fitted) {}

    /// The outlines that have a say about one of them.
    private record Surroundings(
            Collection<Outline> neighbours,
            Collection<Outline> parts,
            @Nullable Geometry whole) {}

    private final ShapeStore store;
    private final Shapes shapes;
    private final Judge judge;
    private final Areas areas;
    private final Facts facts;
    private final Clock clock;

    ShapeDesk(ShapeStore store, Shapes shapes, Judge judge, Areas areas, Facts facts, Clock clock) {
        this.store = store;
        this.shapes = shapes;
        this.judge = judge;
        this.areas = areas;
        this.facts = facts;
        this.clock = clock;
    }

    Shape get(Scope scope, Area area) {
        var version = store.version(scope, area);
        var outline = store.find(area);
        var geometry = outline == null ? null : outline.geometry();
        return new Shape(
                areas.place(area),
                geometry == null ? null : MultiPolygon.of(geometry),
                geometry == null ? 0 : Math.round(Metres.square(geometry)),
                version);
    }

    /// Outlines are kept in memory: the database is asked whether the caller may see the place at all.
    void mustSee(Scope scope, Area area) {
        store.version(scope, area);
    }

    /// Changes nothing.
    Check check(Scope scope, Area area, byte[] sent) {
        store.version(scope, area);
        mustHaveOutline(area);
        var drawn = GeoJson.outline(sent);
        var around = surroundings(area);
        var findings = new ArrayList<>(judge.of(area, drawn, around.neighbours(), around.parts(), around.whole()));
        var others = Shapes.geometries(List.copyOf(around.neighbours()));
        if (around.whole() != null) {
            var all = new ArrayList<>(others);
            all.add(drawn);
            findings.addAll(judge.gaps(area.community(), around.whole(), all, true));
        }
        var fitted = judge.topology(area.county()).fitted(drawn, others, around.whole());
        return new Check(Math.round(Metres.square(drawn)), findings, fitted == null ? null : MultiPolygon.of(fitted));
    }

    @Transactional
    Shape draw(Acting acting, Area area, int version, byte[] sent) {
        lock(acting.scope(), area, version);
        var drawn = GeoJson.outline(sent);
        var around = surroundings(area);
        judge.of(area, drawn, around.neighbours(), around.parts(), around.whole()).stream()
                .findFirst()
                .ifPresent(wrong -> {
                    throw Problem.refused(
                            wrong.kind() == Finding.Kind.OVERLAP ? "shape.overlap" : "shape.outside", wrong.message());
                });
        store.write(new Outline(area, version + 1, drawn, clock.instant()));
        facts.publish(new Shapes.ShapeDrawn(header(acting, area), version + 1, Math.round(Metres.square(drawn))));
        shapes.forget(area.county());
        return get(acting.scope(), area);
    }

    @Transactional
    void erase(Acting acting, Area area, int version) {
        lock(acting.scope(), area, version);
        var there = store.find(area);
        if (there == null || !there.isThere()) {
            throw Problem.refused("shape.none");
        }
        store.write(new Outline(area, version + 1, null, clock.instant()));
        facts.publish(new Shapes.ShapeErased(header(acting, area), version + 1));
        shapes.forget(area.county());
    }

    /// What stands wrong in a community now.
    List<Finding> findings(Area community) {
        var county = shapes.county(community.county());
        var whole = county.of(community);
        var grids = new java.util.TreeMap<Area, Geometry>();
        county.grids(community).forEach(grid -> grids.put(grid.area(), grid.shape()));
        return judge.community(community, whole, grids, false);
    }

    private void lock(Scope scope, Area area, int version) {
        store.version(scope, area);
        mustHaveOutline(area);
        store.lockGround(area.isGrid() ? area.community() : area.parent().parent());
        if (store.lock(scope, area) != version) {
            throw Problem.stale(area.isGrid() ? "grid" : "area", area);
        }
    }

    private static void mustHaveOutline(Area area) {
        if (!area.isGrid() && area.depth() != COMMUNITY) {
            throw Problem.invalid("geometry", "shape.level");
        }
    }

    private Surroundings surroundings(Area area) {
        if (area.isGrid()) {
            var inside = store.current(area.community());
            return new Surroundings(
                    there(inside, other -> other.isGrid() && !other.equals(area)),
                    List.of(),
                    inside.stream()
                            .filter(outline ->
                                    outline.isThere() && !outline.area().isGrid())
                            .map(Outline::shape)
                            .findFirst()
                            .orElse(null));
        }
        var county = store.current(Area.parse("%06d".formatted(area.county())));
        return new Surroundings(
                there(county, other -> !other.isGrid() && !other.equals(area)),
                there(county, other -> other.isGrid() && other.community().equals(area)),
                null);
    }

    private static List<Outline> there(List<Outline> outlines, java.util.function.Predicate<Area> which) {
        return outlines.stream()
                .filter(outline -> outline.isThere() && which.test(outline.area()))
                .toList();
    }

    static Fact.Header header(Acting acting, Area area) {
        return acting.sign(Shapes.header(area));
    }
}
