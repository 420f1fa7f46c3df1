package lianlin.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.sheet.Intake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to members for modules above that bring very many along: they go the way of an import, without
/// the sheet.
@Component
public class Members {
    /// A person who becomes a member of a branch; care and management follow from the categories (MEM-03, MEM-04).
    public record Newcomer(
            Id branch,
            PersonName name,
            IdentityNumber identity,
            PhoneNumber phone,
            String address,
            String nationality,
            String education,
            @Nullable String workUnit,
            MembershipStatus status,
            Set<MemberCategory> categories,
            LocalDate joinedOn,
            @Nullable LocalDate fullOn) {}

    private static final int STAGED_TOGETHER = 4_000;

    private final MemberIntake intake;
    private final Branches branches;

    Members(MemberIntake intake, Branches branches) {
        this.intake = intake;
        this.branches = branches;
    }

    /// Writes down members of one jurisdiction, none of whom is there yet; `account` and `post` sign it.
    /// Gives how many.
    @Transactional(propagation = Propagation.MANDATORY)
    public int register(int jurisdiction, List<Newcomer> newcomers, Id account, Id post, LocalDate today) {
        var scope = Scope.jurisdiction(jurisdiction);
        var batch = new Intake(Id.next(), jurisdiction, scope, account, post, null, null, today);
        var known = branches.find(newcomers.stream().map(Newcomer::branch).collect(Collectors.toSet()));
        for (var begin = 0; begin < newcomers.size(); begin += STAGED_TOGETHER) {
            var rows = new ArrayList<MemberIntake.Newcomer>();
            for (var i = begin; i < Math.min(newcomers.size(), begin + STAGED_TOGETHER); i++) {
                rows.add(row(batch, i + 1, newcomers.get(i), known));
            }
            intake.stage(batch, intake.withAccounts(rows));
        }
        var written = intake.apply(batch);
        intake.discard(batch.batch());
        return written;
    }

    private static MemberIntake.Newcomer row(Intake batch, int number, Newcomer one, Map<Id, Branch> known) {
        var branch = known.get(one.branch());
        if (branch == null || branch.jurisdiction() != batch.jurisdiction()) {
            throw Problem.absent("organization", one.branch());
        }
        var id = Id.next();
        var person = new Person(
                id,
                batch.jurisdiction(),
                one.name(),
                one.identity(),
                one.phone(),
                one.address(),
                one.nationality(),
                one.education(),
                one.workUnit());
        var member = new Member(
                id,
                batch.jurisdiction(),
                branch.id(),
                branch.path(),
                branch.area(),
                null,
                one.status(),
                one.categories(),
                MemberCategory.care(one.categories()),
                MemberCategory.management(one.categories()),
                one.joinedOn(),
                one.fullOn(),
                batch.today(),
                1);
        member.requireDays(batch.today());
        return new MemberIntake.Newcomer(number, person, member, false);
    }
}
