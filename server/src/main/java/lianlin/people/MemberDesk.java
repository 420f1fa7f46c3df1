package lianlin.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import lianlin.identity.Accounts;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Facts;
import lianlin.people.MemberFacts.MemberChanged;
import lianlin.people.MemberFacts.MemberMoved;
import lianlin.people.MemberFacts.MemberRegistered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The use cases that change members (MEM-01 to MEM-05).
@Service
class MemberDesk {
    private static final int MAJORITY = 18;

    private final MemberStore members;
    private final SamePerson same;
    private final Branches branches;
    private final Codes codes;
    private final Facts facts;
    private final Clock clock;

    MemberDesk(MemberStore members, SamePerson same, Branches branches, Codes codes, Facts facts, Clock clock) {
        this.members = members;
        this.same = same;
        this.branches = branches;
        this.codes = codes;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    Id register(Acting acting, MemberForm form) {
        var identity = form.identity();
        if (identity == null) {
            throw Problem.invalid("identity", "member.identity");
        }
        var branch = branch(acting, form.organization());
        var known = members.findByIdentity(branch.jurisdiction(), identity);
        known.ifPresent(one -> refuseSame(acting, one, form));
        var id = known.map(MemberStore.Known::id).orElseGet(() -> newcomer(branch.jurisdiction(), form));
        var today = LocalDate.now(clock);
        var member = member(acting, id, branch, form, today, 1);
        member.requireDays(today);
        requireAge(form.joinedOn(), identity.birthDate());
        if (known.isEmpty()) {
            members.insert(person(id, branch.jurisdiction(), form, null));
        }
        members.insert(member, form.name());
        facts.publish(new MemberRegistered(acting.header(member.jurisdiction(), MemberFacts.SUBJECT, id)
                .states(null, member.status())
                .area(member.area())
                .path(member.path(), member.organization())));
        return id;
    }

    /// Who signs in with this name and phone already is the same person.
    private Id newcomer(int jurisdiction, MemberForm form) {
        if (form.phone() == null) {
            return Id.next();
        }
        var contact =
                new Accounts.Contact(jurisdiction, form.phone(), form.name().reveal());
        var known = same.withoutRecord(Set.of(contact)).get(contact);
        return known == null ? Id.next() : known;
    }

    /// The same person twice is refused; who may see the branch is told where he is. A person who is there without
    /// being a member becomes one.
    private void refuseSame(Acting acting, MemberStore.Known known, MemberForm form) {
        var branch = known.branch();
        if (branch == null && known.name().equals(form.name().reveal())) {
            return;
        }
        var seen = branch == null ? null : branches.find(acting.scope(), branch).orElse(null);
        throw seen == null
                ? Problem.refused("person.identity")
                : Problem.refused("person.identity.branch", seen.name());
    }

    @Transactional
    void change(Acting acting, Id id, int version, MemberForm form) {
        var here = branches.hold(Scope.INSTALLATION, members.branchOf(acting.scope(), id));
        var before = members.lock(acting.scope(), id, version).at(here);
        var stays = form.organization().equals(before.organization());
        var branch = stays ? null : branch(acting, form.organization());
        if (branch != null && branch.jurisdiction() != before.jurisdiction()) {
            throw Problem.refused("member.elsewhere");
        }
        if (form.status() != before.status() && !before.status().allows(form.status())) {
            throw Problem.refused("member.move");
        }
        var today = LocalDate.now(clock);
        var old = members.person(before.jurisdiction(), id);
        var person = person(id, before.jurisdiction(), form, old);
        var after = branch == null
                ? member(acting, before, form, version + 1)
                : member(acting, id, branch, form, today, version + 1);
        after.requireDays(today);
        if (person.born() != null) {
            requireAge(form.joinedOn(), person.born());
        }
        members.update(person);
        members.update(after, person.name());
        if (branch != null) {
            members.keep(before, today);
        }
        tell(acting, before, after, changed(old, person, before, after));
    }

    private void tell(Acting acting, Member before, Member after, Set<String> fields) {
        var header = acting.header(after.jurisdiction(), MemberFacts.SUBJECT, after.id());
        var moved = before.status() != after.status() || !before.organization().equals(after.organization());
        if (moved) {
            facts.publish(new MemberMoved(
                    header.states(before.status(), after.status())
                            .area(before.area(), after.area())
                            .path(before.path(), after.path(), after.organization()),
                    before.organization().equals(after.organization()) ? null : before.organization()));
        }
        if (!fields.isEmpty()) {
            facts.publish(
                    new MemberChanged(header.area(after.area()).path(after.path(), after.organization()), fields));
        }
    }

    private Branch branch(Acting acting, Id organization) {
        var branch = branches.hold(acting.scope(), organization);
        if (!branch.takesMembers()) {
            throw Problem.invalid("organization", "member.branch");
        }
        return branch;
    }

    private @Nullable Id group(Acting acting, Id organization, @Nullable Id group) {
        if (group != null && !branches.get(acting.scope(), organization).holds(branches.get(acting.scope(), group))) {
            throw Problem.invalid("group", "member.group");
        }
        return group;
    }

    private Member member(Acting acting, Id id, Branch branch, MemberForm form, LocalDate since, int version) {
        return new Member(
                id,
                branch.jurisdiction(),
                branch.id(),
                branch.path(),
                branch.area(),
                group(acting, branch.id(), form.group()),
                form.status(),
                form.groups(),
                form.care(),
                form.management(),
                form.joinedOn(),
                form.fullOn(),
                since,
                version);
    }

    private Member member(Acting acting, Member before, MemberForm form, int version) {
        var same = Objects.equals(form.group(), before.group());
        return new Member(
                before.id(),
                before.jurisdiction(),
                before.organization(),
                before.path(),
                before.area(),
                same ? before.group() : group(acting, before.organization(), form.group()),
                form.status(),
                form.groups(),
                form.care(),
                form.management(),
                form.joinedOn(),
                form.fullOn(),
                before.since(),
                version);
    }

    private Person person(Id id, int jurisdiction, MemberForm form, @Nullable Person old) {
        return new Person(
                id,
                jurisdiction,
                form.name(),
                form.identity() != null || old == null ? form.identity() : old.identity(),
                form.phone() != null || old == null ? form.phone() : old.phone(),
                form.address() != null || old == null ? form.address() : old.address(),
                codes.require("nationality", "nationality", form.nationality()),
                codes.require("education", "education", form.education()),
                form.workUnit());
    }

    private static void requireAge(LocalDate joinedOn, @Nullable LocalDate born) {
        if (born != null && joinedOn.isBefore(born.plusYears(MAJORITY))) {
            throw Problem.invalid("joinedOn", "member.age");
        }
    }

    private static Set<String> changed(Person old, Person person, Member before, Member after) {
        var fields = new LinkedHashSet<String>();
        note(fields, "name", old.name(), person.name());
        note(fields, "identity", old.identity(), person.identity());
        note(fields, "phone", old.phone(), person.phone());
        note(fields, "address", old.address(), person.address());
        note(fields, "nationality", old.nationality(), person.nationality());
        note(fields, "education", old.education(), person.education());
        note(fields, "workUnit", old.workUnit(), person.workUnit());
        note(fields, "group", before.group(), after.group());
        note(fields, "categories", before.categories(), after.categories());
        note(fields, "careMode", before.careMode(), after.careMode());
        note(fields, "managementMode", before.managementMode(), after.managementMode());
        note(fields, "joinedOn", before.joinedOn(), after.joinedOn());
        note(fields, "fullOn", before.fullOn(), after.fullOn());
        return fields;
    }

    private static void note(Set<String> fields, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
