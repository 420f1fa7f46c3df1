package lianlin.territory;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.COUNTY;
import static lianlin.territory.sql.Tables.FORMER_NAME;
import static lianlin.territory.sql.Tables.GRID;
import static org.jooq.Records.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Columns;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of divisions. A whole county is written with a few statements.
@Repository
class AreaStore {
    /// A division as it is stored.
    record Row(
            Area code,
            String name,
            String shortName,
            DivisionLevel level,
            DivisionKind kind,
            Area parent,
            @Nullable String urbanRural,
            @Nullable RegionType regionType,
            @Nullable Integer households,
            int children,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Area replacedBy,
            int version) {
        Row called(Areas.Called then) {
            return new Row(
                    code,
                    then.name(),
                    then.shortName(),
                    level,
                    kind,
                    parent,
                    urbanRural,
                    regionType,
                    households,
                    children,
                    validFrom,
                    validTo,
                    replacedBy,
                    version);
        }
    }

    private static final lianlin.territory.sql.Area BELOW = AREA.as("below");

    private final DSLContext db;

    AreaStore(DSLContext db) {
        this.db = db;
    }

    /// Writes all divisions of a county with one statement of fixed length: an array for each column.
    void insert(int jurisdiction, List<NationalDivision> divisions, LocalDate from) {
        var rows = Columns.of(divisions);
        db.execute(
                """
                INSERT INTO territory.area (jurisdiction, area, name, short_name, level, kind, parent, region_type, valid_from)
                SELECT {0}, area, name, short_name, level, kind, parent, region_type, {1}
                  FROM unnest({2}, {3}, {4}, {5}, {6}, {7}, {8})
                    AS division (area, name, short_name, level, kind, parent, region_type)
                """,
                DSL.val(jurisdiction),
                DSL.val(from),
                rows.areas(division -> Area.division(division.code())),
                rows.texts(NationalDivision::name),
                rows.texts(division -> ShortNames.of(division.name(), division.level())),
                rows.texts(NationalDivision::level),
                rows.texts(NationalDivision::kind),
                rows.areas(division -> Area.division(division.code()).parent()),
                rows.texts(division -> division.level() == DivisionLevel.COMMUNITY
                        ? RegionType.proposed(division.code()).name()
                        : null));
    }

    /// The names that held on a day and hold no more (TER-12).
    Map<Area, Areas.Called> formerly(int county, LocalDate on) {
        return db.select(FORMER_NAME.AREA, FORMER_NAME.NAME, FORMER_NAME.SHORT_NAME)
                .from(FORMER_NAME)
                .where(FORMER_NAME.JURISDICTION.eq(county), FORMER_NAME.STARTS.le(on), FORMER_NAME.ENDS.gt(on))
                .fetchMap(FORMER_NAME.AREA, row -> new Areas.Called(row.value2(), row.value3()));
    }

    /// All places of a county, grids included, and those that went into others.
    List<CountyPicture.Node> nodes(int county) {
        return db.select(
                        AREA.AREA_,
                        AREA.NAME,
                        AREA.SHORT_NAME,
                        AREA.LEVEL,
                        AREA.PARENT,
                        DSL.field(AREA.VALID_TO.isNotNull()))
                .from(AREA)
                .where(AREA.JURISDICTION.eq(county))
                .unionAll(db.select(
                                GRID.AREA,
                                GRID.NAME,
                                GRID.NAME,
                                DSL.inline(CountyPicture.GRID),
                                GRID.COMMUNITY,
                                DSL.field(GRID.VALID_TO.isNotNull()))
                        .from(GRID)
                        .where(GRID.JURISDICTION.eq(county)))
                .fetch(mapping(CountyPicture.Node::new));
    }

    /// The codes of the opened counties in a scope.
    List<Area> counties(Scope scope) {
        return db.select(COUNTY.AREA)
                .from(COUNTY)
                .where(scope.on(COUNTY.JURISDICTION))
                .orderBy(COUNTY.AREA)
                .fetch(COUNTY.AREA);
    }

    /// What lies directly below a place, or lay there on a day, in the order of codes.
    List<Row> children(Scope scope, Area parent, @Nullable LocalDate on) {
        return select(scope, AREA.PARENT.eq(parent).and(AREA.AREA_.ne(parent)).and(valid(on)));
    }

    /// The uppermost divisions of a scope: the place of the post, or the counties below it.
    List<Row> tops(Scope scope) {
        return select(
                scope,
                (scope.lo() == scope.hi()
                                ? AREA.AREA_.eq(scope.area().community())
                                : AREA.LEVEL.in(DivisionLevel.DISTRICT.name(), DivisionLevel.PREFECTURE.name()))
                        .and(valid(null)));
    }

    Row get(Scope scope, Area area) {
        return select(scope, AREA.AREA_.eq(area)).stream().findFirst().orElseThrow(() -> Problem.absent("area", area));
    }

    /// Locks a division at the version that the caller has seen, until the transaction ends.
    void lock(Scope scope, Area area, int version) {
        var found = find(scope, area).orElseThrow(() -> Problem.absent("area", area));
        if (found != version) {
            throw Problem.stale("area", area);
        }
    }

    /// Locks a community, so that its grids get their numbers one after the other.
    void lock(Scope scope, Area area) {
        if (find(scope, area).isEmpty()) {
            throw Problem.absent("area", area);
        }
    }

    private Optional<Integer> find(Scope scope, Area area) {
        return db.select(AREA.VERSION)
                .from(AREA)
                .where(scope.on(AREA.JURISDICTION, AREA.AREA_), AREA.AREA_.eq(area), AREA.VALID_TO.isNull())
                .forUpdate()
                .fetchOptional(AREA.VERSION);
    }

    void update(
            Area area,
            String shortName,
            @Nullable String urbanRural,
            @Nullable RegionType regionType,
            @Nullable Integer households,
            int version) {
        db.update(AREA)
                .set(AREA.SHORT_NAME, shortName)
                .set(AREA.URBAN_RURAL, urbanRural)
                .set(AREA.REGION_TYPE, regionType == null ? null : regionType.name())
                .set(AREA.HOUSEHOLDS, households)
                .set(AREA.VERSION, version)
                .where(AREA.JURISDICTION.eq(area.county()), AREA.AREA_.eq(area))
                .execute();
    }

    void touch(Area area, int version) {
        db.update(AREA)
                .set(AREA.VERSION, version)
                .where(AREA.JURISDICTION.eq(area.county()), AREA.AREA_.eq(area))
                .execute();
    }

    private List<Row> select(Scope scope, Condition which) {
        return db.select(
                        AREA.AREA_,
                        AREA.NAME,
                        AREA.SHORT_NAME,
                        AREA.LEVEL.convertFrom(DivisionLevel::valueOf),
                        AREA.KIND.convertFrom(DivisionKind::valueOf),
                        AREA.PARENT,
                        AREA.URBAN_RURAL,
                        AREA.REGION_TYPE.convertFrom(RegionType::stored),
                        AREA.HOUSEHOLDS,
                        children(),
                        AREA.VALID_FROM,
                        AREA.VALID_TO,
                        AREA.REPLACED_BY,
                        AREA.VERSION)
                .from(AREA)
                .where(scope.on(AREA.JURISDICTION, AREA.AREA_), which)
                .orderBy(AREA.AREA_)
                .fetch(mapping(Row::new));
    }

    private Field<Integer> children() {
        return count(DSL.selectCount()
                        .from(BELOW)
                        .where(
                                BELOW.JURISDICTION.eq(AREA.JURISDICTION),
                                BELOW.PARENT.eq(AREA.AREA_),
                                BELOW.AREA_.ne(AREA.AREA_),
                                BELOW.VALID_TO.isNull()))
                .plus(count(DSL.selectCount()
                        .from(GRID)
                        .where(
                                GRID.JURISDICTION.eq(AREA.JURISDICTION),
                                GRID.COMMUNITY.eq(AREA.AREA_),
                                GRID.VALID_TO.isNull())));
    }

    /// On a day in the past, or now.
    private static Condition valid(@Nullable LocalDate on) {
        return on == null
                ? AREA.VALID_TO.isNull()
                : AREA.VALID_FROM.le(on).and(AREA.VALID_TO.isNull().or(AREA.VALID_TO.gt(on)));
    }

    private static Field<Integer> count(org.jooq.Select<? extends org.jooq.Record1<Integer>> query) {
        return DSL.field(query);
    }
}
