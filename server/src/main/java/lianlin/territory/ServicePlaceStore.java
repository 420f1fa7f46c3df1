package lianlin.territory;

import static lianlin.kernel.Given.given;
import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.PLACE;
import static lianlin.territory.sql.Tables.PLACE_PHOTO;
import static lianlin.territory.sql.Tables.ROOM;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of service places and their rooms.
@Repository
class ServicePlaceStore {
    /// Which places a list asks for; what is null does not matter.
    record Filter(@Nullable String q, @Nullable Area area, ServicePlace.@Nullable Kind kind) {}

    /// What of a place may be written.
    record Content(
            ServicePlace.Kind kind,
            String name,
            Area area,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String hours,
            @Nullable Integer floorArea,
            List<ServicePlace.Room> rooms,
            ServicePlace.@Nullable Point point,
            @Nullable String routes,
            @Nullable String panorama,
            boolean openToPublic) {}

    /// Whether the places of a community have the floor area that it should have (TER-14).
    record Standard(Place area, int floorArea, int required, boolean met) {}

    private static final int MOST_STATIONS = 400;
    /// Metres of a degree of latitude.
    private static final double DEGREE = 111_195;

    private static final Field<List<ServicePlace.Room>> ROOMS = DSL.multiset(
                    DSL.select(ROOM.NAME, ROOM.FUNCTION, ROOM.CAPACITY, ROOM.EQUIPMENT, ROOM.OPEN_TO_PUBLIC)
                            .from(ROOM)
                            .where(ROOM.JURISDICTION.eq(PLACE.JURISDICTION), ROOM.PLACE.eq(PLACE.ID))
                            .orderBy(ROOM.NAME))
            .convertFrom(rows -> rows.map(row ->
                    new ServicePlace.Room(row.value1(), row.value2(), row.value3(), row.value4(), row.value5())));

    static final Field<List<PlacePhoto>> PHOTOS = DSL.multiset(
                    DSL.select(PLACE_PHOTO.ID, PLACE_PHOTO.SHOWS, PLACE_PHOTO.WIDTH, PLACE_PHOTO.HEIGHT)
                            .from(PLACE_PHOTO)
                            .where(PLACE_PHOTO.JURISDICTION.eq(PLACE.JURISDICTION), PLACE_PHOTO.PLACE.eq(PLACE.ID))
                            .orderBy(PLACE_PHOTO.SHOWS.desc(), PLACE_PHOTO.ID))
            .convertFrom(rows -> rows.map(row ->
                    new PlacePhoto(row.value1(), PlacePhoto.Shows.valueOf(row.value2()), row.value3(), row.value4())));

    private final DSLContext db;
    private final Areas areas;
    private final SiteStandards standards;
    private final Words words;

    ServicePlaceStore(DSLContext db, Areas areas, SiteStandards standards, Words words) {
        this.db = db;
        this.areas = areas;
        this.standards = standards;
        this.words = words;
    }

    Page<ServicePlace> list(Scope scope, Filter filter, Paging paging) {
        var query = select(scope)
                .and(given(filter.q(), PLACE.NAME::contains))
                .and(given(filter.area(), area -> PLACE.AREA.between(area, area.last())))
                .and(given(filter.kind(), kind -> PLACE.KIND.eq(kind.name())));
        return paging.fetch(query, this::shown, PLACE.NAME, PLACE.ID);
    }

    /// Open to everybody, the nearest first or by name.
    List<Station> stations(Scope scope, Filter filter, ServicePlace.@Nullable Point from) {
        var query = select(scope)
                .and(PLACE.OPEN_TO_PUBLIC)
                .and(given(filter.q(), q -> PLACE.NAME.contains(q).or(PLACE.ADDRESS.contains(q))))
                .and(given(filter.area(), area -> PLACE.AREA.between(area, area.last())))
                .and(given(filter.kind(), kind -> PLACE.KIND.eq(kind.name())));
        var sorted = from == null
                ? query.orderBy(PLACE.NAME, PLACE.ID)
                : query.orderBy(apart(from).asc().nullsLast(), PLACE.ID);
        return sorted.limit(MOST_STATIONS).fetch(row -> {
            var place = shown(row);
            var point = place.point();
            return Station.of(place, from == null || point == null ? null : metres(from, point));
        });
    }

    Station station(Id id) {
        return select(Scope.INSTALLATION)
                .and(PLACE.OPEN_TO_PUBLIC)
                .and(PLACE.ID.eq(id))
                .fetchOptional(row -> Station.of(shown(row), null))
                .orElseThrow(() -> Problem.absent("place", id));
    }

    /// The order of distances; a degree of longitude is shorter than one of latitude.
    private static Field<Double> apart(ServicePlace.Point from) {
        var east = PLACE.LNG.minus(from.lng()).mul(Math.cos(Math.toRadians(from.lat())));
        var north = PLACE.LAT.minus(from.lat());
        return east.mul(east).plus(north.mul(north));
    }

    private static long metres(ServicePlace.Point one, ServicePlace.Point other) {
        var east = (one.lng() - other.lng()) * Math.cos(Math.toRadians(one.lat()));
        return Math.round(DEGREE * Math.hypot(east, one.lat() - other.lat()));
    }

    ServicePlace get(Scope scope, Id id) {
        return select(scope)
                .and(PLACE.ID.eq(id))
                .fetchOptional(this::shown)
                .orElseThrow(() -> Problem.absent("place", id));
    }

    /// Those of the ids that are places of the scope, by name.
    Map<Id, ServicePlaces.Spot> spots(Scope scope, Collection<Id> ids) {
        var spots = new LinkedHashMap<Id, ServicePlaces.Spot>();
        db.select(PLACE.ID, PLACE.AREA, PLACE.NAME, PLACE.ADDRESS, PLACE.HOURS)
                .from(PLACE)
                .where(scope.on(PLACE.JURISDICTION, PLACE.AREA), PLACE.ID.in(ids))
                .orderBy(PLACE.NAME)
                .forEach(row -> spots.put(
                        row.value1(),
                        new ServicePlaces.Spot(row.value1(), row.value2(), row.value3(), row.value4(), row.value5())));
        return spots;
    }

    /// The jurisdiction of a place, locked at the version that the caller has seen.
    int lock(Scope scope, Id id, int version) {
        var found = db.select(PLACE.JURISDICTION, PLACE.VERSION)
                .from(PLACE)
                .where(scope.on(PLACE.JURISDICTION, PLACE.AREA), PLACE.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Problem.absent("place", id));
        if (found.value2() != version) {
            throw Problem.stale("place", id);
        }
        return found.value1();
    }

    void insert(Id id, Content content) {
        var row = db.newRecord(PLACE);
        row.setJurisdiction(content.area().county());
        row.setId(id);
        row.setVersion(1);
        db.insertInto(PLACE).set(fill(row, content)).execute();
        rooms(content.area().county(), id, content.rooms());
    }

    void update(Id id, Content content, int version) {
        var jurisdiction = content.area().county();
        var row = db.newRecord(PLACE);
        row.setVersion(version);
        db.update(PLACE)
                .set(fill(row, content))
                .where(PLACE.JURISDICTION.eq(jurisdiction), PLACE.ID.eq(id))
                .execute();
        db.deleteFrom(ROOM)
                .where(ROOM.JURISDICTION.eq(jurisdiction), ROOM.PLACE.eq(id))
                .execute();
        rooms(jurisdiction, id, content.rooms());
    }

    private static Record fill(lianlin.territory.sql.PlaceRecord row, Content content) {
        var point = content.point();
        row.setKind(content.kind().name());
        row.setName(content.name());
        row.setArea(content.area());
        row.setAddress(content.address());
        row.setPhone(content.phone());
        row.setHours(content.hours());
        row.setFloorArea(content.floorArea());
        row.setLng(point == null ? null : (Double) point.lng());
        row.setLat(point == null ? null : (Double) point.lat());
        row.setRoutes(content.routes());
        row.setPanorama(content.panorama());
        row.setOpenToPublic(content.openToPublic());
        return row;
    }

    private void rooms(int jurisdiction, Id place, List<ServicePlace.Room> rooms) {
        for (var room : rooms) {
            db.insertInto(ROOM)
                    .set(ROOM.JURISDICTION, jurisdiction)
                    .set(ROOM.PLACE, place)
                    .set(ROOM.NAME, room.name().strip())
                    .set(ROOM.FUNCTION, room.function())
                    .set(ROOM.CAPACITY, room.capacity())
                    .set(ROOM.EQUIPMENT, room.equipment())
                    .set(ROOM.OPEN_TO_PUBLIC, !Boolean.FALSE.equals(room.openToPublic()))
                    .execute();
        }
    }

    /// The communities of a scope and the floor area of the places in them.
    Page<Standard> standards(Scope scope, @Nullable Area within, Paging paging) {
        var floor = DSL.coalesce(
                DSL.field(DSL.select(DSL.sum(PLACE.FLOOR_AREA).cast(Integer.class))
                        .from(PLACE)
                        .where(
                                PLACE.JURISDICTION.eq(AREA.JURISDICTION),
                                PLACE.AREA.ge(AREA.AREA_),
                                DSL.condition("{0} < {1} + 1000", PLACE.AREA, AREA.AREA_))),
                DSL.inline(0));
        var query = db.select(AREA.AREA_, AREA.KIND, AREA.HOUSEHOLDS, floor)
                .from(AREA)
                .where(scope.on(AREA.JURISDICTION, AREA.AREA_), AREA.VALID_TO.isNull())
                .and(AREA.LEVEL.eq(DivisionLevel.COMMUNITY.name()))
                .and(given(within, area -> AREA.AREA_.between(area, area.last())));
        return paging.fetch(
                query,
                row -> {
                    var place = row.value1();
                    var required = standards.required(place.county(), DivisionKind.valueOf(row.value2()), row.value3());
                    return new Standard(areas.place(place), row.value4(), required, row.value4() >= required);
                },
                AREA.AREA_);
    }

    private SelectConditionStep<Record> select(Scope scope) {
        return db.select(List.of(
                        PLACE.ID,
                        PLACE.KIND,
                        PLACE.NAME,
                        PLACE.AREA,
                        PLACE.ADDRESS,
                        PLACE.PHONE,
                        PLACE.HOURS,
                        PLACE.FLOOR_AREA,
                        ROOMS,
                        PLACE.LNG,
                        PLACE.LAT,
                        PLACE.ROUTES,
                        PLACE.PANORAMA,
                        PLACE.OPEN_TO_PUBLIC,
                        PHOTOS,
                        PLACE.VERSION))
                .from(PLACE)
                .where(scope.on(PLACE.JURISDICTION, PLACE.AREA));
    }

    private ServicePlace shown(Record row) {
        var lng = row.get(PLACE.LNG);
        return new ServicePlace(
                row.get(PLACE.ID),
                words.of("ServicePlace.Kind", row.get(PLACE.KIND)),
                row.get(PLACE.NAME),
                areas.place(row.get(PLACE.AREA)),
                row.get(PLACE.ADDRESS),
                row.get(PLACE.PHONE),
                row.get(PLACE.HOURS),
                row.get(PLACE.FLOOR_AREA),
                row.get(ROOMS),
                lng == null ? null : new ServicePlace.Point(lng, row.get(PLACE.LAT)),
                row.get(PLACE.ROUTES),
                row.get(PLACE.PANORAMA),
                row.get(PLACE.OPEN_TO_PUBLIC),
                row.get(PHOTOS),
                row.get(PLACE.VERSION));
    }
}
