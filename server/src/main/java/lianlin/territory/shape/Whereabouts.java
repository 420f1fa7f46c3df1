package lianlin.territory.shape;

import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.GRID_PARTY;
import static lianlin.territory.sql.Tables.GRID_STAFF;
import static lianlin.territory.sql.Tables.PLACE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import lianlin.territory.Areas;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Finds the grid at a point and who serves there today (TER-09, TER-10). The point itself is stored nowhere.
@Repository
class Whereabouts {
    private final DSLContext db;
    private final Shapes shapes;
    private final Areas areas;
    private final Words words;
    private final Clock clock;

    Whereabouts(DSLContext db, Shapes shapes, Areas areas, Words words, Clock clock) {
        this.db = db;
        this.shapes = shapes;
        this.areas = areas;
        this.words = words;
        this.clock = clock;
    }

    /// Staff are told of their own area alone, residents of wherever in their district they stand.
    Position at(Scope scope, double lng, double lat) {
        if (!GeoJson.isInChina(lng, lat)) {
            throw Problem.invalid("lng", "position.degrees");
        }
        var found = counties(scope)
                .map(county -> shapes.at(county, lng, lat))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .filter(area -> scope.reach() == Scope.Reach.OWN || scope.covers(area))
                .orElseThrow(() -> Problem.absent("position", null));
        return found.isGrid() ? grid(scope, found) : community(scope, found);
    }

    private Stream<Integer> counties(Scope scope) {
        return scope.lo() == scope.hi()
                ? Stream.of(scope.lo())
                : areas.children(scope, scope.area()).stream()
                        .map(place -> place.code().county());
    }

    private Position community(Scope scope, Area community) {
        return new Position(
                areas.place(community),
                null,
                scope.covers(community),
                List.of(),
                List.of(),
                null,
                stationPhone(community));
    }

    private Position grid(Scope scope, Area grid) {
        var today = LocalDate.now(clock);
        var people = DSL.multiset(DSL.select(GRID_STAFF.ROLE, GRID_STAFF.NAME)
                        .from(GRID_STAFF)
                        .where(GRID_STAFF.JURISDICTION.eq(GRID.JURISDICTION), GRID_STAFF.AREA.eq(GRID.AREA))
                        .and(GRID_STAFF.STARTS.le(today))
                        .and(GRID_STAFF.ENDS.isNull().or(GRID_STAFF.ENDS.gt(today)))
                        .orderBy(GRID_STAFF.ROLE, GRID_STAFF.STARTS))
                .convertFrom(rows ->
                        rows.map(row -> new Position.OnDuty(words.of("GridStaff.Role", row.value1()), row.value2())));
        var parties = DSL.multiset(DSL.select(GRID_PARTY.NAME)
                        .from(GRID_PARTY)
                        .where(GRID_PARTY.JURISDICTION.eq(GRID.JURISDICTION), GRID_PARTY.AREA.eq(GRID.AREA))
                        .and(GRID_PARTY.STARTS.le(today))
                        .and(GRID_PARTY.ENDS.isNull().or(GRID_PARTY.ENDS.gt(today)))
                        .orderBy(GRID_PARTY.STARTS))
                .convertFrom(rows -> rows.map(row -> row.value1()));
        var community = grid.community();
        return db.select(GRID.DUTY_PHONE, people, parties)
                .from(GRID)
                .where(GRID.JURISDICTION.eq(grid.county()), GRID.AREA.eq(grid))
                .fetchOptional(row -> new Position(
                        areas.place(community),
                        areas.place(grid),
                        scope.covers(grid),
                        row.value2(),
                        row.value3(),
                        row.value1(),
                        stationPhone(community)))
                .orElseThrow(() -> Problem.absent("position", null));
    }

    /// The telephone of a station of the community that is open to everybody.
    private @Nullable String stationPhone(Area community) {
        return db.select(PLACE.PHONE)
                .from(PLACE)
                .where(PLACE.JURISDICTION.eq(community.county()), PLACE.AREA.between(community, community.last()))
                .and(PLACE.OPEN_TO_PUBLIC)
                .and(PLACE.PHONE.isNotNull())
                .orderBy(PLACE.NAME)
                .limit(1)
                .fetchOne(PLACE.PHONE);
    }
}
