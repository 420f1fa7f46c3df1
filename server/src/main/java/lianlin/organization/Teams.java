package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lianlin.identity.Actors;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who belongs to volunteer teams, as far as orders need it. The door is open to modules above and to the demo.
@Service
public class Teams {
    private final OrganizationReferences organizations;
    private final TeamStore teams;
    private final Actors actors;
    private final Facts facts;
    private final Clock clock;

    Teams(OrganizationReferences organizations, TeamStore teams, Actors actors, Facts facts, Clock clock) {
        this.organizations = organizations;
        this.teams = teams;
        this.actors = actors;
        this.facts = facts;
        this.clock = clock;
    }

    /// A volunteer team of the scope, or the problem `team.absent`.
    public OrganizationRef get(Scope scope, Id id) {
        return organizations
                .find(OrganizationStore.visible(scope).and(ORGANIZATION.ID.eq(id)))
                .filter(found -> found.kind() == OrganizationKind.VOLUNTEER_TEAM)
                .orElseThrow(() -> Problem.absent("team", id));
    }

    /// A working team as those see it who look for one: where it stands, how many belong to it, what it is good at.
    public record Known(Id id, String name, Place area, int members, List<String> skills) {}

    /// The working teams of a scope that stand at or below a place.
    public List<Known> near(Scope scope, Area place, int limit) {
        return teams
                .list(scope, new TeamStore.Filter(null, place, null), new Paging(null, limit), LocalDate.now(clock))
                .items()
                .stream()
                .map(team -> new Known(team.id(), team.name(), team.area(), team.members(), team.skills()))
                .toList();
    }

    /// Somebody who belongs to a team and can act by an account.
    public record Mate(Id account, String name, boolean leads) {}

    /// Those of a team of the scope who can be given something to do.
    public List<Mate> mates(Scope scope, Id id) {
        var today = LocalDate.now(clock);
        var mates = new ArrayList<Mate>();
        for (var member : teams.members(get(scope, id), today)) {
            if (member.account() != null && !member.starts().isAfter(today)) {
                mates.add(new Mate(member.account(), member.name(), member.leads()));
            }
        }
        return mates;
    }

    List<TeamStore.Member> members(Scope scope, Id id) {
        return teams.members(get(scope, id), LocalDate.now(clock));
    }

    /// Somebody joins, by account or by name; `signed` puts who did it on the head of the fact.
    @Transactional
    public Id join(
            Scope scope,
            Id id,
            @Nullable Id account,
            @Nullable String name,
            boolean leads,
            UnaryOperator<Fact.Header> signed) {
        var team = get(scope, id);
        var who = account == null ? name : nameOf(account);
        if (who == null || who.isBlank()) {
            throw Problem.invalid(account == null ? "name" : "account", "team.name");
        }
        var member = new TeamStore.Member(Id.next(), who.strip(), leads, account, LocalDate.now(clock), null);
        teams.insert(team, member);
        facts.publish(new TeamJoined(signed.apply(header(team)), member.id()));
        return member.id();
    }

    /// Somebody of a team that is written down with all its people.
    public record Newcomer(Id team, @Nullable Id account, String name, boolean leads) {}

    /// Many join teams of one jurisdiction at once: the demo, an import.
    @Transactional(propagation = Propagation.MANDATORY)
    public void enlist(int jurisdiction, List<Newcomer> newcomers, LocalDate since, UnaryOperator<Fact.Header> signed) {
        var found = organizations.all(newcomers.stream().map(Newcomer::team).collect(Collectors.toSet()));
        var rows = new ArrayList<TeamStore.Belonging>();
        var told = new ArrayList<Fact>();
        for (var newcomer : newcomers) {
            var team = found.get(newcomer.team());
            if (team == null || team.jurisdiction() != jurisdiction || team.kind() != OrganizationKind.VOLUNTEER_TEAM) {
                throw Problem.absent("team", newcomer.team());
            }
            var member =
                    new TeamStore.Member(Id.next(), newcomer.name(), newcomer.leads(), newcomer.account(), since, null);
            rows.add(new TeamStore.Belonging(team, member));
            told.add(new TeamJoined(signed.apply(header(team)), member.id()));
        }
        teams.insert(rows);
        facts.publish(told);
    }

    @Transactional
    public void leave(Scope scope, Id id, Id member, UnaryOperator<Fact.Header> signed) {
        var team = get(scope, id);
        teams.end(team, member, LocalDate.now(clock));
        facts.publish(new TeamLeft(signed.apply(header(team)), member));
    }

    private @Nullable String nameOf(Id account) {
        Map<Id, String> names = actors.accountNames(List.of(account));
        return names.get(account);
    }

    private static Fact.Header header(OrganizationRef team) {
        return Fact.Header.of(team.jurisdiction(), "team", team.id())
                .area(team.area())
                .path(team.path(), team.id());
    }

    public record TeamJoined(Fact.Header header, Id member) implements Fact {}

    public record TeamLeft(Fact.Header header, Id member) implements Fact {}
}
