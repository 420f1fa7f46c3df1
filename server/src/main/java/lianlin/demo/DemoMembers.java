package lianlin.demo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import lianlin.demo.DemoOrganizations.Founded;
import lianlin.identity.Accounts.Enrolled;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PersonName;
import lianlin.people.Members;
import lianlin.people.MembershipStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Writes the members of the plan down, as an import by the district's clerk would.
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoMembers {
    private static final int TOGETHER = 50_000;

    private final Members members;

    DemoMembers(Members members) {
        this.members = members;
    }

    int register(Ground ground, Founded founded, Enrolled clerk, DemoSize size, LocalDate today) {
        var planned = planned(ground, founded.plan(), size, today);
        var home = founded.branches().getFirst().id();
        var cast = new ArrayDeque<>(List.of(Cast.BRANCH, Cast.MEMBER));
        return planned.map(one -> {
                    var branch = founded.refs().get(one.organization()).id();
                    var plays = branch.equals(home) && one.status() == MembershipStatus.FULL ? cast.poll() : null;
                    return newcomer(one, branch, plays);
                })
                .gather(Gatherers.windowFixed(TOGETHER))
                .mapToInt(some -> members.register(ground.jurisdiction(), some, clerk.account(), clerk.post(), today))
                .sum();
    }

    /// A member; whoever signs in has the name and the phone of his account, so that he finds his record.
    private static Members.Newcomer newcomer(MemberPlan.Planned one, Id branch, @Nullable Cast plays) {
        return new Members.Newcomer(
                branch,
                plays == null ? one.name() : new PersonName(plays.called),
                one.identity(),
                plays == null ? one.phone() : Invented.loginPhone(plays.phone()),
                one.address(),
                one.nationality(),
                one.education(),
                one.workUnit(),
                one.status(),
                one.categories(),
                one.joinedOn(),
                one.fullOn());
    }

    static Stream<MemberPlan.Planned> planned(Ground ground, OrganizationPlan plan, DemoSize size, LocalDate today) {
        return new MemberPlan(ground.jurisdiction(), size, today).members(homes(ground, plan));
    }

    private static List<MemberPlan.Home> homes(Ground ground, OrganizationPlan plan) {
        Map<Area, String> places = new HashMap<>();
        ground.communities().forEach(one -> places.put(one.area(), one.name()));
        var homes = new ArrayList<MemberPlan.Home>();
        for (var at : plan.branches()) {
            var profile = plan.all().get(at).profile();
            homes.add(new MemberPlan.Home(
                    at,
                    profile.kind(),
                    profile.name(),
                    places.getOrDefault(profile.area(), ground.name()),
                    plan.inGeneralBranch(at)));
        }
        return homes;
    }
}
