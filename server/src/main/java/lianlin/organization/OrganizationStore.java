package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.CreditCode;
import lianlin.kernel.text.Grams;
import lianlin.kernel.text.NameOrder;
import lianlin.organization.sql.OrganizationRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL that writes organizations, and reads them to be changed. Every read says which scope it may see.
@Repository
class OrganizationStore {
    private static final int AT_ONCE = 500;
    private final DSLContext db;

    OrganizationStore(DSLContext db) {
        this.db = db;
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
        return db.select(OrganizationReferences.COLUMNS)
                .from(ORGANIZATION)
                .where(visible(scope), ORGANIZATION.ID.eq(id))
                .forShare()
                .fetchOptional(OrganizationReferences::reference)
                .orElseThrow(() -> Problem.absent("organization", id));
    }

    /// The same for many, in one order for everybody who holds several.
    List<OrganizationRef> hold(Scope scope, Collection<Id> ids) {
        return db.select(OrganizationReferences.COLUMNS)
                .from(ORGANIZATION)
                .where(visible(scope), ORGANIZATION.ID.in(ids))
                .orderBy(ORGANIZATION.ID)
                .forShare()
                .fetch(OrganizationReferences::reference);
    }

    /// Nobody moves a subtree while somebody writes down where things belong, and the other way round. Taken
    /// before the transaction has written anything, so that the journal tells both in the right order.
    void nobodyMoves(int jurisdiction) {
        db.execute("SELECT pg_advisory_xact_lock_shared(7310267, {0})", DSL.val(jurisdiction));
    }

    void onlyOneMoves(int jurisdiction) {
        db.execute("SELECT pg_advisory_xact_lock(7310267, {0})", DSL.val(jurisdiction));
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

    /// Gives names from before their keys, at most so many at a time; how many these were.
    int spell(int most) {
        var unspelt = db.select(ORGANIZATION.JURISDICTION, ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(ORGANIZATION)
                .where(ORGANIZATION.SPELLING.eq(DSL.inline("")))
                .limit(most)
                .fetch();
        db.batch(unspelt.stream()
                        .map(row -> db.update(ORGANIZATION)
                                .set(ORGANIZATION.SPELLING, NameOrder.key(row.value3()))
                                .where(ORGANIZATION.JURISDICTION.eq(row.value1()), ORGANIZATION.ID.eq(row.value2())))
                        .toList())
                .execute();
        return unspelt.size();
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
                ORGANIZATION.STATUS.ne(DSL.inline(OrganizationStatus.DISSOLVED.name())));
    }

    static Condition visible(Scope scope) {
        return scope.on(ORGANIZATION.JURISDICTION, ORGANIZATION.AREA, ORGANIZATION.PATH);
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
        record.setSpelling(NameOrder.key(profile.name().strip()));
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
