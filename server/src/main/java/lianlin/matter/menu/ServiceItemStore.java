package lianlin.matter.menu;

import static lianlin.kernel.Given.given;
import static lianlin.matter.sql.Tables.SERVICE_ITEM;
import static lianlin.matter.sql.Tables.SERVICE_ITEM_STATION;
import static lianlin.matter.sql.Tables.SERVICE_OPENING;
import static lianlin.matter.sql.Tables.SERVICE_ORDER;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Subtree;
import lianlin.kernel.text.Finder;
import lianlin.kernel.text.Grams;
import lianlin.matter.sql.ServiceItemRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of the menu. Every read says which scope it may see: an item is seen from the area that it serves and by
/// the organization that provides it.
@Repository
class ServiceItemStore {
    /// Which items a list asks for; what is null does not matter. `area` are the items for places at or below it.
    record Filter(
            @Nullable String q,
            @Nullable Area area,
            ServiceItem.@Nullable State state,
            @Nullable ServiceCategory category) {
        boolean asksForStateOnly() {
            return (q == null || q.isBlank()) && category == null;
        }
    }

    /// What people ask of the menu: what serves a place, the district's and the street's items included.
    record Wish(
            @Nullable Area area,
            @Nullable ServiceCategory category,
            @Nullable ServiceChannel channel,
            @Nullable String q) {}

    /// How often a service was given of late, and how those who rated it found it.
    record Done(int served, @Nullable Double rating) {
        static final Done NOTHING = new Done(0, null);
    }

    /// Totals above this are not counted out.
    private static final int COUNTED = 1_000;

    private static final int FEW_RATINGS = 3;

    private static final Field<List<Id>> STATIONS = DSL.multiset(DSL.select(SERVICE_ITEM_STATION.PLACE)
                    .from(SERVICE_ITEM_STATION)
                    .where(
                            SERVICE_ITEM_STATION.JURISDICTION.eq(SERVICE_ITEM.JURISDICTION),
                            SERVICE_ITEM_STATION.ITEM.eq(SERVICE_ITEM.ID))
                    .orderBy(SERVICE_ITEM_STATION.PLACE))
            .convertFrom(rows -> rows.map(row -> row.value1()));

    private static final Field<List<Opening>> OPENINGS = DSL.multiset(DSL.select(
                            SERVICE_OPENING.DAY,
                            SERVICE_OPENING.HELD_ON,
                            SERVICE_OPENING.STARTS,
                            SERVICE_OPENING.ENDS,
                            SERVICE_OPENING.PLACES)
                    .from(SERVICE_OPENING)
                    .where(
                            SERVICE_OPENING.JURISDICTION.eq(SERVICE_ITEM.JURISDICTION),
                            SERVICE_OPENING.ITEM.eq(SERVICE_ITEM.ID))
                    .orderBy(SERVICE_OPENING.HELD_ON, SERVICE_OPENING.DAY, SERVICE_OPENING.STARTS))
            .convertFrom(rows -> rows.map(row -> new Opening(
                    Opening.Day.valueOf(row.value1()), row.value2(), row.value3(), row.value4(), row.value5())));

    private final DSLContext db;
    private final Finder finder;

    ServiceItemStore(DSLContext db, Finder finder) {
        this.db = db;
        this.finder = finder;
    }

    Page<ServiceItem> list(Scope scope, Filter filter, Paging paging) {
        return paging.fetchDescending(select(matching(scope, filter)), ServiceItemStore::item, SERVICE_ITEM.ID);
    }

    /// How many match; null where they are more than 1,000.
    @Nullable
    Long count(Scope scope, Filter filter) {
        long found = db.fetchCount(
                db.selectOne().from(SERVICE_ITEM).where(matching(scope, filter)).limit(COUNTED + 1));
        return found > COUNTED ? null : (Long) found;
    }

    /// How many drafts of a scope somebody has not written himself.
    long draftsOfOthers(Scope scope, Id account) {
        return db.fetchCount(
                SERVICE_ITEM,
                visible(scope),
                SERVICE_ITEM.STATE.eq(DSL.inline(ServiceItem.State.DRAFT.name())),
                SERVICE_ITEM.AUTHOR.ne(account),
                SERVICE_ITEM.EDITOR.ne(account));
    }

    /// What is published for a place: items of the place and of those above it, and of those below it.
    Page<ServiceItem> menu(Wish wish, Paging paging) {
        var query = select(given(wish.area(), ServiceItemStore::serves))
                .and(SERVICE_ITEM.STATE.eq(DSL.inline(ServiceItem.State.PUBLISHED.name())))
                .and(given(wish.category(), category -> SERVICE_ITEM.CATEGORY.eq(category.name())))
                .and(given(wish.channel(), channel -> SERVICE_ITEM.CHANNELS.contains(new String[] {channel.name()})))
                .and(given(wish.q(), typed -> finder.called(SERVICE_ITEM.ID, SERVICE_ITEM.GRAMS, typed)));
        return paging.fetchDescending(query, ServiceItemStore::item, SERVICE_ITEM.ID);
    }

    private static Condition serves(Area place) {
        var above = Stream.iterate(place.community(), area -> area.depth() > 2, Area::parent)
                .toList();
        return SERVICE_ITEM
                .JURISDICTION
                .eq(place.county())
                .and(SERVICE_ITEM.AREA.in(above).or(SERVICE_ITEM.AREA.between(place, place.last())));
    }

    Optional<ServiceItem> published(Id id) {
        return select(SERVICE_ITEM.ID.eq(id))
                .and(SERVICE_ITEM.STATE.eq(ServiceItem.State.PUBLISHED.name()))
                .fetchOptional(ServiceItemStore::item);
    }

    /// An item of a district that stays as it is until the transaction ends.
    Optional<ServiceItem> hold(int jurisdiction, Id id) {
        return select(SERVICE_ITEM.JURISDICTION.eq(jurisdiction))
                .and(SERVICE_ITEM.ID.eq(id))
                .forShare()
                .of(SERVICE_ITEM)
                .fetchOptional(ServiceItemStore::item);
    }

    Optional<ServiceItem> find(int jurisdiction, Id id) {
        return select(SERVICE_ITEM.JURISDICTION.eq(jurisdiction))
                .and(SERVICE_ITEM.ID.eq(id))
                .fetchOptional(ServiceItemStore::item);
    }

    ServiceItem get(Scope scope, Id id) {
        return select(visible(scope))
                .and(SERVICE_ITEM.ID.eq(id))
                .fetchOptional(ServiceItemStore::item)
                .orElseThrow(() -> Problem.absent("service-item", id));
    }

    /// The item at the version that the caller has seen, locked until the transaction ends.
    ServiceItem lock(Scope scope, Id id, int version) {
        var item = select(visible(scope))
                .and(SERVICE_ITEM.ID.eq(id))
                .forUpdate()
                .of(SERVICE_ITEM)
                .fetchOptional(ServiceItemStore::item)
                .orElseThrow(() -> Problem.absent("service-item", id));
        if (item.version() != version) {
            throw Problem.stale("service-item", id);
        }
        return item;
    }

    void insert(ServiceItem item) {
        insert(List.of(item));
    }

    void insert(List<ServiceItem> items) {
        db.batch(items.stream()
                        .map(item -> db.insertInto(SERVICE_ITEM).set(row(item)).set(SERVICE_ITEM.GRAMS, grams(item)))
                        .toList())
                .execute();
        stations(items);
        openings(items);
    }

    void update(ServiceItem item) {
        db.update(SERVICE_ITEM)
                .set(row(item))
                .set(SERVICE_ITEM.GRAMS, grams(item))
                .where(SERVICE_ITEM.JURISDICTION.eq(item.jurisdiction()), SERVICE_ITEM.ID.eq(item.id()))
                .execute();
        db.deleteFrom(SERVICE_ITEM_STATION)
                .where(
                        SERVICE_ITEM_STATION.JURISDICTION.eq(item.jurisdiction()),
                        SERVICE_ITEM_STATION.ITEM.eq(item.id()))
                .execute();
        db.deleteFrom(SERVICE_OPENING)
                .where(SERVICE_OPENING.JURISDICTION.eq(item.jurisdiction()), SERVICE_OPENING.ITEM.eq(item.id()))
                .execute();
        stations(List.of(item));
        openings(List.of(item));
    }

    void move(ServiceItem item) {
        db.update(SERVICE_ITEM)
                .set(SERVICE_ITEM.STATE, item.state().name())
                .set(SERVICE_ITEM.REVIEWER, item.reviewer())
                .set(SERVICE_ITEM.VERSION, item.version())
                .where(SERVICE_ITEM.JURISDICTION.eq(item.jurisdiction()), SERVICE_ITEM.ID.eq(item.id()))
                .execute();
    }

    /// What an organization provides keeps its place when the organization moves.
    void relocate(int jurisdiction, String before, String after) {
        Subtree.move(db, SERVICE_ITEM.JURISDICTION, SERVICE_ITEM.PATH, jurisdiction, before, after);
    }

    /// How often services were given since a moment, and their mean rating where some have rated.
    Map<Id, Done> done(Collection<ServiceItem> items, Instant since) {
        var done = new HashMap<Id, Done>();
        if (items.isEmpty()) {
            return done;
        }
        db.select(
                        SERVICE_ORDER.ITEM,
                        DSL.count(SERVICE_ORDER.MINUTES),
                        DSL.count(SERVICE_ORDER.STARS),
                        DSL.avg(SERVICE_ORDER.STARS).cast(Double.class))
                .from(SERVICE_ORDER)
                .where(
                        SERVICE_ORDER.JURISDICTION.in(
                                items.stream().map(ServiceItem::jurisdiction).collect(Collectors.toSet())),
                        SERVICE_ORDER.ITEM.in(
                                items.stream().map(ServiceItem::id).toList()),
                        SERVICE_ORDER.ID.ge(Id.at(since, 0)))
                .groupBy(SERVICE_ORDER.ITEM)
                .forEach(row -> done.put(
                        row.value1(),
                        new Done(
                                row.value2(),
                                row.value3() < FEW_RATINGS ? null : Math.round(row.value4() * 10) / 10.0)));
        return done;
    }

    private void stations(List<ServiceItem> items) {
        var rows = items.stream()
                .flatMap(item -> item.content().stations().stream()
                        .distinct()
                        .map(station -> db.insertInto(SERVICE_ITEM_STATION)
                                .set(SERVICE_ITEM_STATION.JURISDICTION, item.jurisdiction())
                                .set(SERVICE_ITEM_STATION.ITEM, item.id())
                                .set(SERVICE_ITEM_STATION.PLACE, station)))
                .toList();
        if (!rows.isEmpty()) {
            db.batch(rows).execute();
        }
    }

    private void openings(List<ServiceItem> items) {
        var rows = items.stream()
                .flatMap(item -> item.content().openings().stream()
                        .map(opening -> db.insertInto(SERVICE_OPENING)
                                .set(SERVICE_OPENING.JURISDICTION, item.jurisdiction())
                                .set(SERVICE_OPENING.ITEM, item.id())
                                .set(SERVICE_OPENING.DAY, opening.day().name())
                                .set(SERVICE_OPENING.HELD_ON, opening.heldOn())
                                .set(SERVICE_OPENING.STARTS, opening.starts())
                                .set(SERVICE_OPENING.ENDS, opening.ends())
                                .set(SERVICE_OPENING.PLACES, opening.places())))
                .toList();
        if (!rows.isEmpty()) {
            db.batch(rows).execute();
        }
    }

    private Condition matching(Scope scope, Filter filter) {
        return visible(scope)
                .and(given(filter.area(), area -> SERVICE_ITEM.AREA.between(area, area.last())))
                .and(given(filter.state(), state -> SERVICE_ITEM.STATE.eq(state.name())))
                .and(given(filter.category(), category -> SERVICE_ITEM.CATEGORY.eq(category.name())))
                .and(given(filter.q(), typed -> finder.called(SERVICE_ITEM.ID, SERVICE_ITEM.GRAMS, typed)));
    }

    private static Condition visible(Scope scope) {
        return scope.on(SERVICE_ITEM.JURISDICTION, SERVICE_ITEM.AREA, SERVICE_ITEM.PATH);
    }

    private SelectConditionStep<Record> select(Condition which) {
        return db.select(SERVICE_ITEM.fields())
                .select(STATIONS, OPENINGS)
                .from(SERVICE_ITEM)
                .where(which);
    }

    private static Field<String> grams(ServiceItem item) {
        return Grams.vector(item.content().title() + " " + item.content().description());
    }

    private ServiceItemRecord row(ServiceItem item) {
        var content = item.content();
        var row = db.newRecord(SERVICE_ITEM);
        row.setJurisdiction(item.jurisdiction());
        row.setId(item.id());
        row.setArea(content.area());
        row.setProvider(content.provider());
        row.setPath(item.path());
        row.setCategory(content.category().name());
        row.setKind(content.kind().name());
        row.setTitle(content.title());
        row.setDescription(content.description());
        row.setAudience(content.audience());
        row.setConditions(content.conditions());
        row.setMinutes(content.minutes());
        row.setPriceCents(content.priceCents());
        row.setChannels(names(content.channels()));
        row.setPriority(names(content.priority()));
        row.setState(item.state().name());
        row.setAuthor(item.author());
        row.setEditor(item.editor());
        row.setEdited(item.edited());
        row.setReviewer(item.reviewer());
        row.setVersion(item.version());
        return row;
    }

    private static ServiceItem item(Record row) {
        return new ServiceItem(
                row.get(SERVICE_ITEM.JURISDICTION),
                row.get(SERVICE_ITEM.ID),
                row.get(SERVICE_ITEM.PATH),
                new ServiceContent(
                        row.get(SERVICE_ITEM.AREA),
                        row.get(SERVICE_ITEM.PROVIDER),
                        ServiceCategory.valueOf(row.get(SERVICE_ITEM.CATEGORY)),
                        ServiceKind.valueOf(row.get(SERVICE_ITEM.KIND)),
                        row.get(SERVICE_ITEM.TITLE),
                        row.get(SERVICE_ITEM.DESCRIPTION),
                        row.get(SERVICE_ITEM.AUDIENCE),
                        row.get(SERVICE_ITEM.CONDITIONS),
                        row.get(SERVICE_ITEM.MINUTES),
                        row.get(SERVICE_ITEM.PRICE_CENTS),
                        codes(row.get(SERVICE_ITEM.CHANNELS), ServiceChannel::valueOf),
                        codes(row.get(SERVICE_ITEM.PRIORITY), PriorityGroup::valueOf),
                        row.get(STATIONS),
                        row.get(OPENINGS)),
                ServiceItem.State.valueOf(row.get(SERVICE_ITEM.STATE)),
                row.get(SERVICE_ITEM.AUTHOR),
                row.get(SERVICE_ITEM.EDITOR),
                row.get(SERVICE_ITEM.EDITED),
                row.get(SERVICE_ITEM.REVIEWER),
                row.get(SERVICE_ITEM.VERSION));
    }

    private static String[] names(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).distinct().toArray(String[]::new);
    }

    private static <T> List<T> codes(String[] names, Function<String, T> parse) {
        return Arrays.stream(names).map(parse).toList();
    }
}
