package lianlin.people;

import static lianlin.people.sql.Tables.MEMBER;
import static lianlin.people.sql.Tables.MEMBER_INTAKE;
import static lianlin.people.sql.Tables.PERSON;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import lianlin.identity.Accounts;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.database.Columns;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.sheet.Intake;
import lianlin.kernel.text.Grams;
import lianlin.kernel.text.NameOrder;
import lianlin.people.MemberFacts.MemberRegistered;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Members on their way from a sheet into the district: compared with who is there, sealed and staged by the
/// thousand, then written by one statement for each table.
@Repository
class MemberIntake {
    /// A row that is good: the person, the membership, and whether the person is there already without being
    /// a member.
    record Newcomer(int row, Person person, Member member, boolean known) {}

    /// A row with the same identity number as an earlier one.
    record Twin(int row, int first, IdentityNumber identity) {}

    /// Hears of a row whose person is a member already, and of the branch where.
    interface Refusal {
        void of(int row, @Nullable Id branch);
    }

    private static final int TOLD_TOGETHER = 5_000;

    private final DSLContext db;
    private final Vault vault;
    private final SamePerson same;
    private final Branches branches;
    private final Facts facts;

    MemberIntake(DSLContext db, Vault vault, SamePerson same, Branches branches, Facts facts) {
        this.db = db;
        this.vault = vault;
        this.same = same;
        this.branches = branches;
        this.facts = facts;
    }

    /// Those who are no members yet; one statement for all.
    List<Newcomer> unknown(Intake intake, List<Newcomer> newcomers, Refusal refusal) {
        var byIndex = new HashMap<ByteBuffer, MemberStore.Known>();
        var indexes = newcomers.parallelStream().map(this::index).toArray(byte[][]::new);
        db.select(PERSON.ID, PERSON.NAME, PERSON.IDENTITY_INDEX, MEMBER.ORGANIZATION)
                .from(PERSON)
                .leftJoin(MEMBER)
                .on(MEMBER.JURISDICTION.eq(PERSON.JURISDICTION), MEMBER.ID.eq(PERSON.ID))
                .where(intake.scope().on(PERSON.JURISDICTION))
                .and(PERSON.IDENTITY_INDEX.eq(DSL.any(indexes)))
                .forEach(row -> byIndex.put(
                        ByteBuffer.wrap(row.value3()),
                        new MemberStore.Known(row.value1(), row.value2(), row.value4())));
        var fresh = new ArrayList<Newcomer>();
        for (var i = 0; i < indexes.length; i++) {
            var one = newcomers.get(i);
            var known = byIndex.get(ByteBuffer.wrap(indexes[i]));
            if (known == null) {
                fresh.add(one);
            } else if (known.branch() == null
                    && known.name().equals(one.person().name().reveal())) {
                fresh.add(as(known.id(), one, true));
            } else {
                refusal.of(one.row(), known.branch());
            }
        }
        return withAccounts(fresh);
    }

    /// Who signs in already keeps the id; the first row with a contact has it.
    List<Newcomer> withAccounts(List<Newcomer> newcomers) {
        var contacts = new LinkedHashMap<Accounts.Contact, Integer>();
        for (var i = 0; i < newcomers.size(); i++) {
            var one = newcomers.get(i);
            var phone = one.person().phone();
            if (!one.known() && phone != null) {
                contacts.putIfAbsent(
                        new Accounts.Contact(
                                one.person().jurisdiction(),
                                phone,
                                one.person().name().reveal()),
                        i);
            }
        }
        var persons = same.withoutRecord(contacts.keySet());
        contacts.forEach((contact, at) -> {
            var person = persons.get(contact);
            if (person != null) {
                newcomers.set(at, as(person, newcomers.get(at), false));
            }
        });
        return newcomers;
    }

    private byte[] index(Newcomer one) {
        return vault.require(
                Person.IDENTITY, Objects.requireNonNull(one.person().identity()).reveal());
    }

    private static Newcomer as(Id id, Newcomer one, boolean known) {
        var p = one.person();
        var m = one.member();
        return new Newcomer(
                one.row(),
                new Person(
                        id,
                        p.jurisdiction(),
                        p.name(),
                        p.identity(),
                        p.phone(),
                        p.address(),
                        p.nationality(),
                        p.education(),
                        p.workUnit()),
                new Member(
                        id,
                        m.jurisdiction(),
                        m.organization(),
                        m.path(),
                        m.area(),
                        m.group(),
                        m.status(),
                        m.categories(),
                        m.careMode(),
                        m.managementMode(),
                        m.joinedOn(),
                        m.fullOn(),
                        m.since(),
                        1),
                known);
    }

    void stage(Intake intake, List<Newcomer> newcomers) {
        if (newcomers.isEmpty()) {
            return;
        }
        var rows = Columns.of(newcomers);
        var sealed = Columns.of(
                newcomers.parallelStream().map(one -> one.person().seal(vault)).toList());
        db.execute(
                """
                INSERT INTO people.member_intake (jurisdiction, import, row, id, known, name, sort, grams, gender, born,
                    nationality, education, identity, identity_index, phone, phone_index, address, work_unit, organization,
                    path, area, party_group, status, categories, care_mode, management_mode, joined_on, full_on)
                SELECT a, {27}, b, c, d, e, f, g, h, i::date, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z::date, aa::date
                  FROM unnest({0}::int[], {1}::int[], {2}::bigint[], {3}::boolean[], {4}::text[], {5}::text[], {6}::text[],
                              {7}::text[], {8}::text[], {9}::text[], {10}::text[], {11}::bytea[], {12}::bytea[],
                              {13}::bytea[], {14}::bytea[], {15}::bytea[], {16}::text[], {17}::bigint[], {18}::text[],
                              {19}::bigint[], {20}::bigint[], {21}::text[], {22}::text[], {23}::text[], {24}::text[],
                              {25}::text[], {26}::text[])
                       AS one (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa)
                """,
                rows.ints(one -> one.member().jurisdiction()),
                rows.ints(Newcomer::row),
                rows.ids(one -> one.person().id()),
                rows.flags(Newcomer::known),
                rows.texts(one -> one.person().name().reveal()),
                rows.texts(one -> NameOrder.key(one.person().name().reveal())),
                rows.texts(one -> String.join(" ", Grams.of(one.person().name().reveal()))),
                rows.texts(one -> one.person().gender()),
                rows.texts(one -> one.person().born()),
                rows.texts(one -> one.person().nationality()),
                rows.texts(one -> one.person().education()),
                sealed.bytes(Person.Sealed::identity),
                sealed.bytes(Person.Sealed::identityIndex),
                sealed.bytes(Person.Sealed::phone),
                sealed.bytes(Person.Sealed::phoneIndex),
                sealed.bytes(Person.Sealed::address),
                rows.texts(one -> one.person().workUnit()),
                rows.ids(one -> one.member().organization()),
                rows.texts(one -> one.member().path()),
                rows.areas(one -> one.member().area()),
                rows.ids(one -> one.member().group()),
                rows.texts(one -> one.member().status()),
                rows.texts(
                        one -> String.join(",", MemberStore.names(one.member().categories()))),
                rows.texts(one -> one.member().careMode()),
                rows.texts(one -> one.member().managementMode()),
                rows.texts(one -> one.member().joinedOn()),
                rows.texts(one -> one.member().fullOn()),
                DSL.val(intake.batch().value()));
    }

    /// Takes every row out that repeats the identity number of an earlier one.
    List<Twin> takeOutTwins(Intake intake) {
        var rows = db.resultQuery(
                        """
                        DELETE FROM people.member_intake AS gone
                         USING (SELECT jurisdiction, row, min(row) OVER (PARTITION BY identity_index) AS first
                                  FROM people.member_intake WHERE import = {0} AND jurisdiction BETWEEN {1} AND {2}) AS twin
                         WHERE gone.import = {0} AND gone.jurisdiction = twin.jurisdiction AND gone.row = twin.row
                           AND twin.row > twin.first
                        RETURNING gone.jurisdiction, gone.id, gone.identity, gone.row, twin.first
                        """,
                        DSL.val(intake.batch().value()),
                        DSL.val(intake.scope().lo()),
                        DSL.val(intake.scope().hi()))
                .fetch();
        return rows.map(row -> {
            var id = new Id(row.get(1, Long.class));
            var identity = vault.open(Person.IDENTITY, id, row.get(0, Integer.class), row.get(2, byte[].class));
            return new Twin(
                    row.get(3, Integer.class),
                    row.get(4, Integer.class),
                    new IdentityNumber(Objects.requireNonNull(identity)));
        });
    }

    /// Writes all that is staged; how many became members.
    int apply(Intake intake) {
        settle(intake);
        var batch = DSL.val(intake.batch().value());
        var lo = DSL.val(intake.scope().lo());
        var hi = DSL.val(intake.scope().hi());
        db.execute("""
                INSERT INTO people.person (jurisdiction, id, name, gender, born, nationality, education, identity,
                                           identity_index, phone, phone_index, address, work_unit)
                SELECT jurisdiction, id, name, gender, born, nationality, education, identity, identity_index, phone,
                       phone_index, address, work_unit
                  FROM people.member_intake
                 WHERE import = {0} AND jurisdiction BETWEEN {1} AND {2} AND NOT known
                 ORDER BY jurisdiction, id
                """, batch, lo, hi);
        var written = db.execute("""
                INSERT INTO people.member (jurisdiction, id, organization, path, area, party_group, name, sort, grams, status,
                                           categories, care_mode, management_mode, joined_on, full_on, since)
                SELECT jurisdiction, id, organization, path, area, party_group, name, sort,
                       array_to_tsvector(string_to_array(grams, ' ')), status, string_to_array(categories, ','), care_mode,
                       management_mode, joined_on, full_on, {3}::date
                  FROM people.member_intake
                 WHERE import = {0} AND jurisdiction BETWEEN {1} AND {2}
                 ORDER BY jurisdiction, path, sort, id
                """, batch, lo, hi, DSL.val(intake.today().toString()));
        tell(intake);
        return written;
    }

    /// Every branch of the sheet stands still; what moved since the check takes its staged rows along.
    private void settle(Intake intake) {
        var named = db.selectDistinct(MEMBER_INTAKE.ORGANIZATION)
                .from(MEMBER_INTAKE)
                .where(staged(intake))
                .fetch(MEMBER_INTAKE.ORGANIZATION);
        var branches = this.branches.hold(intake.scope(), named);
        if (branches.stream().anyMatch(branch -> !branch.takesMembers())) {
            throw Problem.refused("import.changed");
        }
        var standing = Columns.of(branches);
        db.execute(
                """
                UPDATE people.member_intake AS staged SET path = branch.path, area = branch.area
                  FROM unnest({3}::bigint[], {4}::text[], {5}::bigint[]) AS branch (id, path, area)
                 WHERE staged.import = {0} AND staged.jurisdiction BETWEEN {1} AND {2} AND staged.organization = branch.id
                   AND (staged.path, staged.area) IS DISTINCT FROM (branch.path, branch.area)
                """,
                DSL.val(intake.batch().value()),
                DSL.val(intake.scope().lo()),
                DSL.val(intake.scope().hi()),
                standing.ids(Branch::id),
                standing.texts(Branch::path),
                standing.areas(Branch::area));
    }

    private void tell(Intake intake) {
        for (var after = 0; after >= 0; ) {
            var rows = db.select(
                            MEMBER_INTAKE.ROW,
                            MEMBER_INTAKE.JURISDICTION,
                            MEMBER_INTAKE.ID,
                            MEMBER_INTAKE.STATUS,
                            MEMBER_INTAKE.AREA,
                            MEMBER_INTAKE.PATH,
                            MEMBER_INTAKE.ORGANIZATION)
                    .from(MEMBER_INTAKE)
                    .where(staged(intake), MEMBER_INTAKE.ROW.gt(after))
                    .orderBy(MEMBER_INTAKE.ROW)
                    .limit(TOLD_TOGETHER)
                    .fetch();
            facts.publish(
                    rows.map(row -> new MemberRegistered(intake.header(row.value2(), MemberFacts.SUBJECT, row.value3())
                            .states(null, row.value4())
                            .area(row.value5())
                            .path(row.value6(), row.value7()))));
            after = rows.size() < TOLD_TOGETHER ? -1 : rows.getLast().value1();
        }
    }

    void discard(Id batch) {
        db.deleteFrom(MEMBER_INTAKE).where(MEMBER_INTAKE.IMPORT.eq(batch)).execute();
    }

    private static Condition staged(Intake intake) {
        return intake.scope().on(MEMBER_INTAKE.JURISDICTION).and(MEMBER_INTAKE.IMPORT.eq(intake.batch()));
    }
}
