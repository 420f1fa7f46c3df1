package lianlin.people;

import static lianlin.people.sql.Tables.AFFILIATION;
import static lianlin.people.sql.Tables.MEMBER;
import static lianlin.people.sql.Tables.PERSON;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.text.Grams;
import lianlin.kernel.text.NameOrder;
import lianlin.people.sql.MemberRecord;
import lianlin.people.sql.PersonRecord;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL that writes persons and members.
@Repository
class MemberStore {
    /// Who has an identity number: the person, his name and, if he is a member, his branch.
    record Known(Id id, String name, @Nullable Id branch) {}

    private final DSLContext db;
    private final Vault vault;

    MemberStore(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    Optional<Known> findByIdentity(int jurisdiction, IdentityNumber identity) {
        return db.select(PERSON.ID, PERSON.NAME, MEMBER.ORGANIZATION)
                .from(PERSON)
                .leftJoin(MEMBER)
                .on(MEMBER.JURISDICTION.eq(PERSON.JURISDICTION), MEMBER.ID.eq(PERSON.ID))
                .where(PERSON.JURISDICTION.eq(jurisdiction))
                .and(PERSON.IDENTITY_INDEX.eq(vault.require(Person.IDENTITY, identity.reveal())))
                .fetchOptional(row -> new Known(row.value1(), row.value2(), row.value3()));
    }

    void insert(Person person) {
        db.insertInto(PERSON).set(row(person)).execute();
    }

    void insert(Member member, PersonName name) {
        db.insertInto(MEMBER)
                .set(row(member, name))
                .set(Map.of(MEMBER.GRAMS, Grams.vector(name.reveal())))
                .execute();
    }

    /// The branch of a member that the scope shows.
    Id branchOf(Scope scope, Id id) {
        return db.select(MEMBER.ORGANIZATION)
                .from(MEMBER)
                .where(scope.on(MEMBER.JURISDICTION, MEMBER.AREA, MEMBER.PATH, MEMBER.ID), MEMBER.ID.eq(id))
                .fetchOptional(MEMBER.ORGANIZATION)
                .orElseThrow(() -> Problem.absent("member", id));
    }

    /// The membership at the version that the caller has seen, locked until the transaction ends.
    Member lock(Scope scope, Id id, int version) {
        var member = db.selectFrom(MEMBER)
                .where(scope.on(MEMBER.JURISDICTION, MEMBER.AREA, MEMBER.PATH, MEMBER.ID), MEMBER.ID.eq(id))
                .forUpdate()
                .fetchOptional(MemberStore::member)
                .orElseThrow(() -> Problem.absent("member", id));
        if (member.version() != version) {
            throw Problem.stale("member", id);
        }
        return member;
    }

    /// The person as he is written down, in the clear: for changes only.
    Person person(int jurisdiction, Id id) {
        return db.selectFrom(PERSON)
                .where(PERSON.JURISDICTION.eq(jurisdiction), PERSON.ID.eq(id))
                .fetchSingle(row -> new Person(
                        id,
                        jurisdiction,
                        new PersonName(row.getName()),
                        Optional.ofNullable(vault.open(Person.IDENTITY, id, jurisdiction, row.getIdentity()))
                                .map(IdentityNumber::new)
                                .orElse(null),
                        Optional.ofNullable(vault.open(Person.PHONE, id, jurisdiction, row.getPhone()))
                                .map(PhoneNumber::new)
                                .orElse(null),
                        vault.open(Person.ADDRESS, id, jurisdiction, row.getAddress()),
                        row.getNationality(),
                        row.getEducation(),
                        row.getWorkUnit()));
    }

    void update(Person person) {
        db.update(PERSON)
                .set(row(person))
                .set(PERSON.VERSION, PERSON.VERSION.plus(1))
                .where(PERSON.JURISDICTION.eq(person.jurisdiction()), PERSON.ID.eq(person.id()))
                .execute();
    }

    void update(Member member, PersonName name) {
        db.update(MEMBER)
                .set(row(member, name))
                .set(Map.of(MEMBER.GRAMS, Grams.vector(name.reveal())))
                .where(MEMBER.JURISDICTION.eq(member.jurisdiction()), MEMBER.ID.eq(member.id()))
                .execute();
    }

    private PersonRecord row(Person person) {
        var sealed = person.seal(vault);
        var row = db.newRecord(PERSON);
        row.setJurisdiction(person.jurisdiction());
        row.setId(person.id());
        row.setName(person.name().reveal());
        row.setGender(person.gender());
        row.setBorn(person.born());
        row.setNationality(person.nationality());
        row.setEducation(person.education());
        row.setIdentity(sealed.identity());
        row.setIdentityIndex(sealed.identityIndex());
        row.setPhone(sealed.phone());
        row.setPhoneIndex(sealed.phoneIndex());
        row.setAddress(sealed.address());
        row.setWorkUnit(person.workUnit());
        return row;
    }

    private MemberRecord row(Member member, PersonName name) {
        var row = db.newRecord(MEMBER);
        row.setJurisdiction(member.jurisdiction());
        row.setId(member.id());
        row.setOrganization(member.organization());
        row.setPath(member.path());
        row.setArea(member.area());
        row.setPartyGroup(member.group());
        row.setName(name.reveal());
        row.setSort(NameOrder.key(name.reveal()));
        row.setStatus(member.status().name());
        row.setCategories(names(member.categories()));
        row.setCareMode(member.careMode().name());
        row.setManagementMode(name(member.managementMode()));
        row.setJoinedOn(member.joinedOn());
        row.setFullOn(member.fullOn());
        row.setSince(member.since());
        row.setVersion(member.version());
        return row;
    }

    /// The branch that a member left stays in his history.
    void keep(Member before, LocalDate until) {
        db.insertInto(AFFILIATION)
                .set(AFFILIATION.JURISDICTION, before.jurisdiction())
                .set(AFFILIATION.ID, Id.next())
                .set(AFFILIATION.PERSON, before.id())
                .set(AFFILIATION.KIND, "FORMAL")
                .set(AFFILIATION.ORGANIZATION, before.organization())
                .set(AFFILIATION.STARTS, before.since())
                .set(AFFILIATION.ENDS, until)
                .execute();
    }

    static String[] names(Set<MemberCategory> categories) {
        return categories.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static Member member(Record row) {
        var categories = EnumSet.noneOf(MemberCategory.class);
        Arrays.stream(row.get(MEMBER.CATEGORIES)).map(MemberCategory::valueOf).forEach(categories::add);
        var management = row.get(MEMBER.MANAGEMENT_MODE);
        return new Member(
                row.get(MEMBER.ID),
                row.get(MEMBER.JURISDICTION),
                row.get(MEMBER.ORGANIZATION),
                row.get(MEMBER.PATH),
                row.get(MEMBER.AREA),
                row.get(MEMBER.PARTY_GROUP),
                MembershipStatus.valueOf(row.get(MEMBER.STATUS)),
                categories,
                CareMode.valueOf(row.get(MEMBER.CARE_MODE)),
                management == null ? null : ManagementMode.valueOf(management),
                row.get(MEMBER.JOINED_ON),
                row.get(MEMBER.FULL_ON),
                row.get(MEMBER.SINCE),
                row.get(MEMBER.VERSION));
    }
}
