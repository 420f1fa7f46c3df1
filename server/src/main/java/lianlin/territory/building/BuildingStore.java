package lianlin.territory.building;

import static lianlin.kernel.Given.given;
import static lianlin.territory.sql.Tables.BUILDING;
import static lianlin.territory.sql.Tables.GRID;

import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.territory.Areas;
import lianlin.territory.sql.BuildingRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of buildings.
@Repository
class BuildingStore {
    /// Which buildings a list asks for; what is null does not matter.
    record Filter(@Nullable Area area, @Nullable String q) {}

    /// What of a building may be written.
    record Content(
            String name,
            @Nullable Integer households,
            @Nullable Integer units,
            @Nullable Integer floors,
            @Nullable String steward,
            @Nullable Double lng,
            @Nullable Double lat) {}

    private static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Areas areas;

    BuildingStore(DSLContext db, Areas areas) {
        this.db = db;
        this.areas = areas;
    }

    Page<Building> list(Scope scope, Filter filter, Paging paging) {
        var query = select(scope, BUILDING.VALID_TO.isNull())
                .and(given(filter.area(), area -> BUILDING.AREA.between(area, area.last())))
                .and(given(filter.q(), BUILDING.NAME::contains));
        return paging.fetch(query, this::shown, BUILDING.AREA, BUILDING.NAME, BUILDING.ID);
    }

    Building get(Scope scope, Id id) {
        return select(scope, BUILDING.ID.eq(id))
                .fetchOptional(this::shown)
                .orElseThrow(() -> Problem.absent("building", id));
    }

    /// The grid of a building, locked at the version that the caller has seen.
    Area lock(Scope scope, Id id, int version) {
        var found = db.select(BUILDING.AREA, BUILDING.VERSION)
                .from(BUILDING)
                .where(scope.on(BUILDING.JURISDICTION, BUILDING.AREA), BUILDING.ID.eq(id), BUILDING.VALID_TO.isNull())
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Problem.absent("building", id));
        if (found.value2() != version) {
            throw Problem.stale("building", id);
        }
        return found.value1();
    }

    void mustHaveGrid(Scope scope, Area grid) {
        if (!db.fetchExists(GRID, scope.on(GRID.JURISDICTION, GRID.AREA), GRID.AREA.eq(grid), GRID.VALID_TO.isNull())) {
            throw Problem.absent("grid", grid);
        }
    }

    void insert(List<BuildingRecord> rows) {
        for (var begin = 0; begin < rows.size(); begin += AT_ONCE) {
            db.insertInto(BUILDING)
                    .set(rows.subList(begin, Math.min(rows.size(), begin + AT_ONCE)))
                    .execute();
        }
    }

    BuildingRecord row(Id id, Area grid, Content content, LocalDate from) {
        var row = db.newRecord(BUILDING);
        row.setJurisdiction(grid.county());
        row.setId(id);
        row.setArea(grid);
        row.setName(content.name());
        row.setHouseholds(content.households());
        row.setUnits(content.units());
        row.setFloors(content.floors());
        row.setSteward(content.steward());
        row.setLng(content.lng());
        row.setLat(content.lat());
        row.setValidFrom(from);
        row.setVersion(1);
        return row;
    }

    void update(Area grid, Id id, Content content, int version) {
        db.update(BUILDING)
                .set(BUILDING.NAME, content.name())
                .set(BUILDING.HOUSEHOLDS, content.households())
                .set(BUILDING.UNITS, content.units())
                .set(BUILDING.FLOORS, content.floors())
                .set(BUILDING.STEWARD, content.steward())
                .set(BUILDING.LNG, content.lng())
                .set(BUILDING.LAT, content.lat())
                .set(BUILDING.VERSION, version)
                .where(BUILDING.JURISDICTION.eq(grid.county()), BUILDING.ID.eq(id))
                .execute();
    }

    void end(Area grid, Id id, LocalDate day, int version) {
        db.update(BUILDING)
                .set(BUILDING.VALID_TO, day)
                .set(BUILDING.VERSION, version)
                .where(BUILDING.JURISDICTION.eq(grid.county()), BUILDING.ID.eq(id))
                .execute();
    }

    private SelectConditionStep<? extends Record> select(Scope scope, Condition which) {
        return db.select(
                        BUILDING.ID,
                        BUILDING.AREA,
                        BUILDING.NAME,
                        BUILDING.HOUSEHOLDS,
                        BUILDING.UNITS,
                        BUILDING.FLOORS,
                        BUILDING.STEWARD,
                        BUILDING.LNG,
                        BUILDING.LAT,
                        BUILDING.VALID_FROM,
                        BUILDING.VERSION)
                .from(BUILDING)
                .where(scope.on(BUILDING.JURISDICTION, BUILDING.AREA), which);
    }

    private Building shown(Record row) {
        return new Building(
                row.get(BUILDING.ID),
                areas.place(row.get(BUILDING.AREA)),
                row.get(BUILDING.NAME),
                row.get(BUILDING.HOUSEHOLDS),
                row.get(BUILDING.UNITS),
                row.get(BUILDING.FLOORS),
                row.get(BUILDING.STEWARD),
                row.get(BUILDING.LNG),
                row.get(BUILDING.LAT),
                row.get(BUILDING.VALID_FROM),
                row.get(BUILDING.VERSION));
    }
}
