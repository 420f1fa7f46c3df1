package lianlin.people;

import static lianlin.kernel.Given.given;
import static lianlin.people.sql.Tables.AFFILIATION;
import static lianlin.people.sql.Tables.MEMBER;
import static lianlin.people.sql.Tables.PERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Tally;
import lianlin.kernel.text.Finder;
import lianlin.territory.Areas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// What is read of members: lists, one record, whole lists for export; masked everywhere (IDN-13).
@Repository
class MemberReads {
    private static final int COUNTED = 1_000;

    private static final List<SelectField<?>> LINE = List.of(
            MEMBER.ID,
            MEMBER.JURISDICTION,
            MEMBER.NAME,
            MEMBER.ORGANIZATION,
            MEMBER.STATUS,
            MEMBER.CATEGORIES,
            MEMBER.JOINED_ON,
            MEMBER.PATH,
            MEMBER.AREA,
            MEMBER.SORT,
            PERSON.GENDER,
            PERSON.BORN,
            PERSON.PHONE);

    private final DSLContext db;
    private final Finder finder;
    private final Vault vault;
    private final Branches branches;
    private final Areas areas;
    private final Tally tally;
    private final Words words;
    private final Codes codes;
    private final Clock clock;

    MemberReads(
            DSLContext db,
            Finder finder,
            Vault vault,
            Branches branches,
            Areas areas,
            Tally tally,
            Words words,
            Codes codes,
            Clock clock) {
        this.db = db;
        this.finder = finder;
        this.vault = vault;
        this.branches = branches;
        this.areas = areas;
        this.tally = tally;
        this.words = words;
        this.codes = codes;
        this.clock = clock;
    }

    /// Branch by branch, inside a branch by name: the order that the index of the two trees has anyway.
    Page<Member.Line> list(Scope scope, MemberFilter filter, @Nullable MemberOrder order, Paging paging) {
        var path = path(scope, filter);
        var query = lines(scope, filter, path);
        var page = order != null
                ? paging.fetch(query, row -> row, order.falls(), order.fields())
                : paging.fetch(
                        query, row -> row, byPath(scope, path) ? MEMBER.PATH : MEMBER.AREA, MEMBER.SORT, MEMBER.ID);
        var names = branches.names(page.items().stream()
                .map(row -> row.get(MEMBER.ORGANIZATION))
                .distinct()
                .toList());
        var lines = page.map(row -> line(row, names));
        @Nullable Long total = filter.isCounted() ? (Long) counted(scope, filter, path) : bounded(scope, filter, path);
        return total == null ? lines : lines.of(total);
    }

    /// The first lines of a list, without asking how many there are.
    List<Member.Line> first(Scope scope, MemberFilter filter, Paging paging) {
        var page = paging.fetch(lines(scope, filter, null), row -> row, MEMBER.PATH, MEMBER.SORT, MEMBER.ID);
        var names = branches.names(page.items().stream()
                .map(row -> row.get(MEMBER.ORGANIZATION))
                .distinct()
                .toList());
        return page.map(row -> line(row, names)).items();
    }

    /// Hands over every member of the filter, one after the other, in the order of lists.
    void each(Scope scope, MemberFilter filter, Consumer<Member.Line> reader) {
        var path = path(scope, filter);
        var order = byPath(scope, path)
                ? List.of(MEMBER.PATH, MEMBER.SORT, MEMBER.ID)
                : List.of(MEMBER.AREA, MEMBER.SORT, MEMBER.ID);
        var names = new java.util.HashMap<Id, String>();
        try (var rows =
                lines(scope, filter, path).orderBy(order).fetchSize(1_000).fetchLazy()) {
            while (rows.hasNext()) {
                var some = rows.fetchNext(1_000);
                var unknown = some.stream()
                        .map(row -> row.get(MEMBER.ORGANIZATION))
                        .filter(id -> !names.containsKey(id))
                        .distinct()
                        .toList();
                names.putAll(branches.names(unknown));
                some.forEach(row -> reader.accept(line(row, names)));
            }
        }
    }

    private SelectConditionStep<Record> lines(Scope scope, MemberFilter filter, @Nullable String path) {
        return db.select(LINE)
                .from(MEMBER)
                .join(PERSON)
                .on(PERSON.JURISDICTION.eq(MEMBER.JURISDICTION), PERSON.ID.eq(MEMBER.ID))
                .where(where(scope, filter, path));
    }

    private Condition where(Scope scope, MemberFilter filter, @Nullable String path) {
        var visible = visible(scope.at(filter.area())).and(given(path, MemberReads::below));
        return visible.and(called(filter.q()))
                .and(standing(filter.status()))
                .and(given(filter.category(), category -> MEMBER.CATEGORIES.contains(new String[] {category.name()})))
                .and(given(filter.phone(), phone -> PERSON.PHONE_INDEX.eq(vault.require(Person.PHONE, phone.reveal()))))
                .and(given(
                        filter.identity(),
                        number -> PERSON.IDENTITY_INDEX.eq(vault.require(Person.IDENTITY, number.reveal()))));
    }

    private Condition called(@Nullable String typed) {
        return typed == null || typed.isBlank() ? DSL.noCondition() : finder.called(MEMBER.ID, MEMBER.GRAMS, typed);
    }

    /// Who has left is shown when asked for.
    private static Condition standing(@Nullable MembershipStatus status) {
        return status == null
                ? MEMBER.STATUS.ne(DSL.inline(MembershipStatus.LEFT.name()))
                : MEMBER.STATUS.eq(status.name());
    }

    private static Condition visible(Scope scope) {
        return scope.on(MEMBER.JURISDICTION, MEMBER.AREA, MEMBER.PATH, MEMBER.ID);
    }

    private static Condition below(String path) {
        return MEMBER.PATH.between(path, path + '~');
    }

    private @Nullable String path(Scope scope, MemberFilter filter) {
        var id = filter.organization();
        return id == null ? null : branches.get(scope, id).path();
    }

    private static boolean byPath(Scope scope, @Nullable String path) {
        return path != null || scope.reach() == Scope.Reach.ORGANIZATION;
    }

    private long counted(Scope scope, MemberFilter filter, @Nullable String path) {
        var states = path == null
                ? tally.states(scope.at(filter.area()), MemberFacts.SUBJECT)
                : tally.statesByPath(scope, MemberFacts.SUBJECT, List.of(path)).getOrDefault(path, Map.of());
        var status = filter.status();
        return status == null
                ? states.entrySet().stream()
                        .filter(state -> !state.getKey().equals(MembershipStatus.LEFT.name()))
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                : states.getOrDefault(status.name(), 0L);
    }

    /// The exact number up to a thousand, null above.
    private @Nullable Long bounded(Scope scope, MemberFilter filter, @Nullable String path) {
        var found = db.selectCount()
                .from(lines(scope, filter, path).limit(DSL.inline(COUNTED + 1)).asTable("some"))
                .fetchSingle()
                .value1();
        return found > COUNTED ? null : (long) found;
    }

    private Member.Line line(Record row, Map<Id, String> names) {
        var organization = row.get(MEMBER.ORGANIZATION);
        return new Member.Line(
                row.get(MEMBER.ID),
                new PersonName(row.get(MEMBER.NAME)).masked(),
                codes.label("gender", row.get(PERSON.GENDER)),
                age(row.get(PERSON.BORN)),
                new Named(organization, names.getOrDefault(organization, "")),
                label(MembershipStatus.valueOf(row.get(MEMBER.STATUS))),
                categories(row.get(MEMBER.CATEGORIES)),
                row.get(MEMBER.JOINED_ON),
                phone(row));
    }

    /// One record, masked; absent outside the scope.
    MemberView get(Scope scope, Id id) {
        return find(visible(scope).and(MEMBER.ID.eq(id))).orElseThrow(() -> Problem.absent("member", id));
    }

    /// The record of a person who is a member of a district.
    Optional<MemberView> findOwn(int jurisdiction, Id person) {
        return find(MEMBER.JURISDICTION.eq(jurisdiction).and(MEMBER.ID.eq(person)));
    }

    private Optional<MemberView> find(Condition condition) {
        return db.select(MEMBER.asterisk(), PERSON.asterisk(), ties())
                .from(MEMBER)
                .join(PERSON)
                .on(PERSON.JURISDICTION.eq(MEMBER.JURISDICTION), PERSON.ID.eq(MEMBER.ID))
                .where(condition)
                .fetchOptional(this::view);
    }

    private static final Field<org.jooq.Result<org.jooq.Record6<Id, String, Id, Area, LocalDate, LocalDate>>> TIES =
            DSL.multiset(DSL.select(
                                    AFFILIATION.ID,
                                    AFFILIATION.KIND,
                                    AFFILIATION.ORGANIZATION,
                                    AFFILIATION.AREA,
                                    AFFILIATION.STARTS,
                                    AFFILIATION.ENDS)
                            .from(AFFILIATION)
                            .where(AFFILIATION.JURISDICTION.eq(MEMBER.JURISDICTION))
                            .and(AFFILIATION.PERSON.eq(MEMBER.ID))
                            .orderBy(AFFILIATION.STARTS.desc()))
                    .as("ties");

    private static Field<?> ties() {
        return TIES;
    }

    private MemberView view(Record row) {
        var id = row.get(MEMBER.ID);
        var jurisdiction = row.get(MEMBER.JURISDICTION);
        var ties = row.get(TIES);
        var group = row.get(MEMBER.PARTY_GROUP);
        var organizations = new LinkedHashSet<Id>();
        organizations.add(row.get(MEMBER.ORGANIZATION));
        Stream.concat(Stream.ofNullable(group), ties.stream().map(tie -> tie.value3()))
                .filter(Objects::nonNull)
                .forEach(organizations::add);
        var names = branches.names(List.copyOf(organizations));
        var identity = vault.open(Person.IDENTITY, id, jurisdiction, row.get(PERSON.IDENTITY));
        var address = vault.open(Person.ADDRESS, id, jurisdiction, row.get(PERSON.ADDRESS));
        var management = row.get(MEMBER.MANAGEMENT_MODE);
        return new MemberView(
                id,
                row.get(PERSON.NAME),
                codes.label("gender", row.get(PERSON.GENDER)),
                row.get(PERSON.BORN),
                age(row.get(PERSON.BORN)),
                codes.label("nationality", row.get(PERSON.NATIONALITY)),
                codes.label("education", row.get(PERSON.EDUCATION)),
                identity == null ? null : new IdentityNumber(identity).masked(),
                phone(row),
                address == null ? null : AddressMask.of(address),
                row.get(PERSON.WORK_UNIT),
                named(row.get(MEMBER.ORGANIZATION), names),
                areas.place(row.get(MEMBER.AREA)),
                group == null ? null : named(group, names),
                label(MembershipStatus.valueOf(row.get(MEMBER.STATUS))),
                categories(row.get(MEMBER.CATEGORIES)),
                label(CareMode.valueOf(row.get(MEMBER.CARE_MODE))),
                management == null ? null : label(ManagementMode.valueOf(management)),
                row.get(MEMBER.JOINED_ON),
                row.get(MEMBER.FULL_ON),
                row.get(MEMBER.SINCE),
                ties.stream()
                        .map(tie -> new MemberView.Tie(
                                tie.value1(),
                                words.of("AffiliationKind", tie.value2()),
                                tie.value3() == null ? null : named(tie.value3(), names),
                                tie.value4() == null ? null : areas.place(tie.value4()),
                                tie.value5(),
                                tie.value6()))
                        .toList(),
                row.get(MEMBER.VERSION),
                jurisdiction);
    }

    private static Named named(Id id, Map<Id, String> names) {
        return new Named(id, names.getOrDefault(id, ""));
    }

    private @Nullable String phone(Record row) {
        var phone = vault.open(Person.PHONE, row.get(MEMBER.ID), row.get(MEMBER.JURISDICTION), row.get(PERSON.PHONE));
        return phone == null ? null : new PhoneNumber(phone).masked();
    }

    private @Nullable Integer age(@Nullable LocalDate born) {
        return born == null ? null : Period.between(born, LocalDate.now(clock)).getYears();
    }

    private Labelled label(Enum<?> code) {
        return Objects.requireNonNull(words.label(code));
    }

    private List<Labelled> categories(String[] stored) {
        var labels = new ArrayList<Labelled>();
        Arrays.stream(stored).map(MemberCategory::valueOf).sorted().forEach(category -> labels.add(label(category)));
        return labels;
    }
}
