package lianlin.organization;

import static lianlin.kernel.Given.given;
import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.CreditCode;
import lianlin.kernel.text.Grams;
import lianlin.organization.sql.OrganizationRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of organizations. Every read says which scope it may see.
@Repository
class OrganizationStore {
    /// Which organizations a list asks for; what is null does not matter. Dissolved ones are shown when asked for.
    record Filter(
            @Nullable String q,
            @Nullable Id parent,
            @Nullable OrganizationKind kind,
            @Nullable Area area,
            @Nullable OrganizationStatus status) {
        boolean bare() {
            return (q == null || q.isBlank()) && parent == null && kind == null && status == null;
        }
    }

    /// A line of a list before names and numbers are added.
    record Line(
            Id id,
            int jurisdiction,
            String path,
            @Nullable Id parent,
            Area area,
            OrganizationKind kind,
            String name,
            @Nullable String shortName,
            @Nullable String secretary,
            OrganizationStatus status,
            int children) {}

    private static final lianlin.organization.sql.Organization CHILD = ORGANIZATION.as("child");
    private static final lianlin.organization.sql.Organization ABOVE = ORGANIZATION.as("above");
    private static final int COUNTED = 1_001;
    private static final int AT_ONCE = 500;
    private static final int COUNTY = 3;
    private static final int FETCHED = 1_000;

    private static final List<SelectField<?>> REFERENCE = List.of(
            ORGANIZATION.ID,
            ORGANIZATION.JURISDICTION,
            ORGANIZATION.AREA,
            ORGANIZATION.PATH,
            ORGANIZATION.PARENT,
            ORGANIZATION.KIND,
            ORGANIZATION.NAME,
            ORGANIZATION.STATUS);

    private static final Field<Integer> CHILDREN = DSL.field(DSL.selectCount()
            .from(CHILD)
            .where(
                    CHILD.JURISDICTION.eq(ORGANIZATION.JURISDICTION),
                    CHILD.PARENT.eq(ORGANIZATION.ID),
                    CHILD.STATUS.ne(OrganizationStatus.DISSOLVED.name())));

    private static final List<SelectField<?>> LINE = List.of(
            ORGANIZATION.ID,
            ORGANIZATION.JURISDICTION,
            ORGANIZATION.PATH,
            ORGANIZATION.PARENT,
            ORGANIZATION.AREA,
            ORGANIZATION.KIND,
            ORGANIZATION.NAME,
            ORGANIZATION.SHORT_NAME,
            ORGANIZATION.SECRETARY,
            ORGANIZATION.STATUS,
            ORGANIZATION.SORT,
            CHILDREN.as("children"));

    private final DSLContext db;

    OrganizationStore(DSLContext db) {
        this.db = db;
    }

    Page<Line> list(Scope scope, Filter filter, Paging paging) {
        var query = db.select(LINE).from(ORGANIZATION).where(visible(scope), matching(filter));
        return paging.fetch(
                query, OrganizationStore::line, ORGANIZATION.JURISDICTION, ORGANIZATION.PATH, ORGANIZATION.ID);
    }

    /// The exact number, null where it is more than a thousand.
    @Nullable
    Long count(Scope scope, Filter filter) {
        var counted = db.fetchCount(db.selectOne()
                .from(ORGANIZATION)
                .where(visible(scope), matching(filter))
                .limit(COUNTED));
        return counted == COUNTED ? null : (Long) (long) counted;
    }

    /// Every line that a filter finds, one after the other, in the order of the tree; inside a transaction.
    void each(Scope scope, Filter filter, Consumer<Record> row, List<SelectField<?>> columns) {
        try (var cursor = db.select(columns)
                .from(ORGANIZATION)
                .where(visible(scope), matching(filter))
                .orderBy(ORGANIZATION.JURISDICTION, ORGANIZATION.PATH)
                .fetchSize(FETCHED)
                .fetchLazy()) {
            cursor.forEach(row);
        }
    }

    /// The children of an organization, or the uppermost ones that the scope shows.
    List<Line> level(Scope scope, @Nullable Id parent) {
        return db.select(LINE)
                .from(ORGANIZATION)
                .where(visible(scope), ORGANIZATION.STATUS.ne(OrganizationStatus.DISSOLVED.name()))
                .and(parent == null ? top(scope) : ORGANIZATION.PARENT.eq(parent))
                .orderBy(ORGANIZATION.JURISDICTION, ORGANIZATION.SORT, ORGANIZATION.PATH)
                .fetch(OrganizationStore::line);
    }

    /// The uppermost organizations that a scope shows: in a whole county its roots, which an index finds.
    private static Condition top(Scope scope) {
        if (scope.reach() == Scope.Reach.AREA && scope.area().depth() <= COUNTY) {
            return ORGANIZATION.PARENT.isNull();
        }
        if (scope.reach() == Scope.Reach.ORGANIZATION && scope.path() != null) {
            return ORGANIZATION.PATH.eq(scope.path());
        }
        return DSL.notExists(DSL.selectOne()
                .from(ABOVE)
                .where(
                        scope.on(ABOVE.JURISDICTION, ABOVE.AREA, ABOVE.PATH),
                        ABOVE.JURISDICTION.eq(ORGANIZATION.JURISDICTION),
                        ABOVE.ID.eq(ORGANIZATION.PARENT)));
    }

    Organization.Row get(Scope scope, Id id) {
        return select(scope)
                .and(ORGANIZATION.ID.eq(id))
                .fetchOptional(OrganizationStore::row)
                .orElseThrow(() -> Problem.absent("organization", id));
    }

    /// The organization at the version that the caller has seen, locked until the transaction ends.
    Organization.Row lock(Scope scope, Id id, int version) {
        var row = select(scope)
                .and(ORGANIZATION.ID.eq(id))
                .forUpdate()
                .fetchOptional(OrganizationStore::row)
                .orElseThrow(() -> Problem.absent("organization", id));
        if (row.version() != version) {
            throw Problem.stale("organization", id);
        }
        return row;
    }

    /// An organization that stays where it is, and as it is, until the transaction ends.
    OrganizationRef hold(Scope scope, Id id) {
        return db.select(REFERENCE)
                .from(ORGANIZATION)
                .where(visible(scope), ORGANIZATION.ID.eq(id))
                .forShare()
                .fetchOptional(OrganizationStore::reference)
                .orElseThrow(() -> Problem.absent("organization", id));
    }

    /// The same for many, in one order for everybody who holds several.
    List<OrganizationRef> hold(Scope scope, Collection<Id> ids) {
        return db.select(REFERENCE)
                .from(ORGANIZATION)
                .where(visible(scope), ORGANIZATION.ID.in(ids))
                .orderBy(ORGANIZATION.ID)
                .forShare()
                .fetch(OrganizationStore::reference);
    }

    /// Nobody moves a subtree while somebody writes down where things belong, and the other way round. Taken
    /// before the transaction has written anything, so that the journal tells both in the right order.
    void nobodyMoves(int jurisdiction) {
        db.execute("SELECT pg_advisory_xact_lock_shared(7310267, {0})", DSL.val(jurisdiction));
    }

    void onlyOneMoves(int jurisdiction) {
        db.execute("SELECT pg_advisory_xact_lock(7310267, {0})", DSL.val(jurisdiction));
    }

    Optional<OrganizationRef> find(Condition which) {
        return db.select(REFERENCE).from(ORGANIZATION).where(which).fetchOptional(OrganizationStore::reference);
    }

    List<OrganizationRef> references(Scope scope, Condition which, int limit) {
        return references(visible(scope).and(which), limit);
    }

    List<OrganizationRef> references(Condition which, int limit) {
        return db.select(REFERENCE)
                .from(ORGANIZATION)
                .where(which)
                .orderBy(ORGANIZATION.JURISDICTION, ORGANIZATION.PATH)
                .limit(limit)
                .fetch(OrganizationStore::reference);
    }

    /// Known by id in whichever scope: for names beside ids that the caller may see already.
    Map<Id, OrganizationRef> references(Collection<Id> ids) {
        var found = new HashMap<Id, OrganizationRef>();
        if (!ids.isEmpty()) {
            db.select(REFERENCE)
                    .from(ORGANIZATION)
                    .where(ORGANIZATION.ID.in(ids))
                    .forEach(row -> found.put(row.get(ORGANIZATION.ID), reference(row)));
        }
        return found;
    }

    /// The organizations that stand above a path, from the root down.
    List<OrganizationRef> above(int jurisdiction, String path) {
        return db.select(REFERENCE)
                .from(ORGANIZATION)
                .where(ORGANIZATION.JURISDICTION.eq(jurisdiction), ORGANIZATION.PATH.in(Paths.above(path)))
                .orderBy(ORGANIZATION.PATH)
                .fetch(OrganizationStore::reference);
    }

    /// As many new segments as asked for, in rising order.
    List<String> segments(int many) {
        return db
                .resultQuery("SELECT nextval('organization.segment') FROM generate_series(1, {0})", DSL.val(many))
                .fetch(0, Long.class)
                .stream()
                .sorted()
                .map(Paths::segment)
                .toList();
    }

    /// Many rows with one statement whose values change: the driver sends hundreds at a time.
    void insert(List<Organization.Row> rows) {
        for (var begin = 0; begin < rows.size(); begin += AT_ONCE) {
            var some = rows.subList(begin, Math.min(rows.size(), begin + AT_ONCE));
            var batch = db.batch(inserted(some.getFirst()));
            for (var row : some) {
                batch = batch.bind(inserted(row).getBindValues().toArray());
            }
            batch.execute();
        }
    }

    private Query inserted(Organization.Row row) {
        var record = record(row);
        return db.insertInto(ORGANIZATION)
                .set(record)
                .set(ORGANIZATION.GRAMS, Grams.vector(text(record.getName(), record.getShortName())));
    }

    void update(Organization.Row row) {
        var record = record(row);
        db.update(ORGANIZATION)
                .set(record)
                .set(ORGANIZATION.GRAMS, Grams.vector(text(record.getName(), record.getShortName())))
                .where(ORGANIZATION.JURISDICTION.eq(row.jurisdiction()), ORGANIZATION.ID.eq(row.id()))
                .execute();
    }

    void status(Organization.Row row, OrganizationStatus next) {
        db.update(ORGANIZATION)
                .set(ORGANIZATION.STATUS, next.name())
                .set(ORGANIZATION.VERSION, row.version() + 1)
                .where(ORGANIZATION.JURISDICTION.eq(row.jurisdiction()), ORGANIZATION.ID.eq(row.id()))
                .execute();
    }

    /// Puts a subtree below another parent; gives how many organizations went along.
    int move(Organization.Row row, Id parent, String path) {
        var moved = db.update(ORGANIZATION)
                .set(
                        ORGANIZATION.PATH,
                        DSL.concat(
                                DSL.val(path),
                                DSL.substring(ORGANIZATION.PATH, row.path().length() + 1)))
                .where(ORGANIZATION.JURISDICTION.eq(row.jurisdiction()))
                .and(ORGANIZATION.PATH.between(row.path(), row.path() + '~'))
                .execute();
        db.update(ORGANIZATION)
                .set(ORGANIZATION.PARENT, parent)
                .set(ORGANIZATION.VERSION, row.version() + 1)
                .where(ORGANIZATION.JURISDICTION.eq(row.jurisdiction()), ORGANIZATION.ID.eq(row.id()))
                .execute();
        return moved;
    }

    /// How many stand directly below, the dissolved ones not counted.
    int children(Organization.Row row) {
        return db.fetchCount(
                ORGANIZATION,
                ORGANIZATION.JURISDICTION.eq(row.jurisdiction()),
                ORGANIZATION.PARENT.eq(row.id()),
                ORGANIZATION.STATUS.ne(OrganizationStatus.DISSOLVED.name()));
    }

    static Condition called(String typed) {
        return Grams.matches(ORGANIZATION.GRAMS, typed);
    }

    static Condition visible(Scope scope) {
        return scope.on(ORGANIZATION.JURISDICTION, ORGANIZATION.AREA, ORGANIZATION.PATH);
    }

    private static Condition matching(Filter filter) {
        return given(filter.q(), OrganizationStore::called)
                .and(given(filter.parent(), ORGANIZATION.PARENT::eq))
                .and(given(filter.kind(), kind -> ORGANIZATION.KIND.eq(kind.name())))
                .and(given(filter.area(), area -> ORGANIZATION.AREA.between(area, area.last())))
                .and(
                        filter.status() == null
                                ? ORGANIZATION.STATUS.ne(OrganizationStatus.DISSOLVED.name())
                                : ORGANIZATION.STATUS.eq(filter.status().name()));
    }

    private SelectConditionStep<OrganizationRecord> select(Scope scope) {
        return db.selectFrom(ORGANIZATION).where(visible(scope));
    }

    private OrganizationRecord record(Organization.Row row) {
        var profile = row.profile();
        var record = db.newRecord(ORGANIZATION);
        record.setJurisdiction(row.jurisdiction());
        record.setId(row.id());
        record.setArea(profile.area());
        record.setPath(row.path());
        record.setParent(row.parent());
        record.setKind(profile.kind().name());
        record.setName(profile.name().strip());
        record.setShortName(profile.shortName());
        record.setSetupMode(name(profile.setupMode()));
        record.setBond(name(profile.bond()));
        record.setUnitKind(name(profile.unitKind()));
        record.setCreditCode(
                profile.creditCode() == null ? null : profile.creditCode().toString());
        record.setFoundedOn(profile.foundedOn());
        record.setApprovedBy(profile.approvedBy());
        record.setTermStart(profile.termStart());
        record.setTermEnd(profile.termEnd());
        record.setPhone(profile.phone());
        record.setAddress(profile.address());
        record.setPlace(profile.place());
        record.setSecretary(profile.secretary());
        record.setSecretaryPerson(profile.secretaryPerson());
        record.setSkills(profile.tags().toArray(String[]::new));
        record.setSpecialApproval(profile.special());
        record.setStatus(row.status().name());
        record.setSort(profile.sort() == null ? 0 : profile.sort());
        record.setVersion(row.version());
        return record;
    }

    private static Organization.Row row(OrganizationRecord record) {
        return new Organization.Row(
                record.getId(),
                record.getJurisdiction(),
                record.getPath(),
                record.getParent(),
                new Profile(
                        OrganizationKind.valueOf(record.getKind()),
                        record.getName(),
                        record.getShortName(),
                        record.getArea(),
                        code(record.getSetupMode(), Profile.SetupMode::valueOf),
                        code(record.getBond(), Profile.Bond::valueOf),
                        code(record.getUnitKind(), Profile.UnitKind::valueOf),
                        code(record.getCreditCode(), CreditCode::parse),
                        record.getFoundedOn(),
                        record.getApprovedBy(),
                        record.getTermStart(),
                        record.getTermEnd(),
                        record.getPhone(),
                        record.getAddress(),
                        record.getPlace(),
                        record.getSecretary(),
                        record.getSecretaryPerson(),
                        Arrays.asList(record.getSkills()),
                        record.getSpecialApproval(),
                        record.getSort()),
                OrganizationStatus.valueOf(record.getStatus()),
                record.getVersion());
    }

    private static OrganizationRef reference(Record row) {
        return new OrganizationRef(
                row.get(ORGANIZATION.ID),
                row.get(ORGANIZATION.JURISDICTION),
                row.get(ORGANIZATION.AREA),
                row.get(ORGANIZATION.PATH),
                row.get(ORGANIZATION.PARENT),
                OrganizationKind.valueOf(row.get(ORGANIZATION.KIND)),
                row.get(ORGANIZATION.NAME),
                OrganizationStatus.valueOf(row.get(ORGANIZATION.STATUS)));
    }

    private static Line line(Record row) {
        return new Line(
                row.get(ORGANIZATION.ID),
                row.get(ORGANIZATION.JURISDICTION),
                row.get(ORGANIZATION.PATH),
                row.get(ORGANIZATION.PARENT),
                row.get(ORGANIZATION.AREA),
                OrganizationKind.valueOf(row.get(ORGANIZATION.KIND)),
                row.get(ORGANIZATION.NAME),
                row.get(ORGANIZATION.SHORT_NAME),
                row.get(ORGANIZATION.SECRETARY),
                OrganizationStatus.valueOf(row.get(ORGANIZATION.STATUS)),
                row.get("children", int.class));
    }

    private static String text(String name, @Nullable String shortName) {
        return shortName == null ? name : name + " " + shortName;
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static <T> @Nullable T code(@Nullable String text, Function<String, T> parse) {
        return text == null ? null : parse.apply(text);
    }
}
