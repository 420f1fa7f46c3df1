package lianlin.people;

import static lianlin.people.sql.Tables.MEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Listener;
import lianlin.people.MemberFacts.MemberMoved;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Keeps the path and the area that a member's row copies from his branch. A moved subtree takes its counters
/// along by itself; a branch that went to another area takes its members there, one fact for each.
@Component
class MembersFollowBranches implements Listener {
    private final DSLContext db;
    private final Branches branches;
    private final Facts facts;

    MembersFollowBranches(DSLContext db, Branches branches, Facts facts) {
        this.db = db;
        this.branches = branches;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "members-follow-branches";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("path-moved", "organization-changed");
    }

    @Override
    public void hear(List<Happened> happened) {
        for (var one : happened) {
            var scope = Scope.jurisdiction(one.jurisdiction());
            var path = one.path();
            if (path != null && one.kind().equals("path-moved")) {
                branches.below(scope, path).forEach(this::follow);
            } else {
                branches.find(scope, one.subjectId()).ifPresent(this::follow);
            }
        }
    }

    private void follow(Branch branch) {
        var here = MEMBER.JURISDICTION.eq(branch.jurisdiction()).and(MEMBER.ORGANIZATION.eq(branch.id()));
        var leaving = db.select(MEMBER.ID, MEMBER.STATUS, MEMBER.AREA)
                .from(MEMBER)
                .where(here, MEMBER.AREA.ne(branch.area()))
                .fetch();
        var moved = new ArrayList<MemberMoved>();
        leaving.forEach(row -> moved.add(new MemberMoved(
                Fact.Header.of(branch.jurisdiction(), MemberFacts.SUBJECT, row.value1())
                        .states(row.value2(), row.value2())
                        .area(row.value3(), branch.area())
                        .path(branch.path(), branch.id()),
                null)));
        db.update(MEMBER)
                .set(MEMBER.PATH, branch.path())
                .set(MEMBER.AREA, branch.area())
                .where(here, MEMBER.PATH.ne(branch.path()).or(MEMBER.AREA.ne(branch.area())))
                .execute();
        facts.publish(moved);
    }
}
