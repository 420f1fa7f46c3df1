package lianlin.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Volunteer teams and their people.
@RestController
@RequestMapping("/api/teams")
class TeamController {
    record Newcomer(
            @Nullable Id account, @Nullable @Size(max = 40) String name, boolean leads) {}

    private final TeamStore store;
    private final Teams teams;
    private final Clock clock;

    TeamController(TeamStore store, Teams teams, Clock clock) {
        this.store = store;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping
    @May("team.read")
    Page<TeamStore.Team> list(Acting acting, TeamStore.Filter filter, Paging paging) {
        return store.list(acting.scope(), filter, paging, LocalDate.now(clock));
    }

    @GetMapping("/{id}/members")
    @May("team.read")
    Page<TeamStore.Member> members(Acting acting, @PathVariable Id id) {
        return Page.whole(teams.members(acting.scope(), id));
    }

    @PostMapping("/{id}/members")
    @ResponseStatus(HttpStatus.CREATED)
    @May("organization.edit")
    Page<TeamStore.Member> join(Acting acting, @PathVariable Id id, @Valid @RequestBody Newcomer newcomer) {
        teams.join(acting.scope(), id, newcomer.account(), newcomer.name(), newcomer.leads(), acting::sign);
        return Page.whole(teams.members(acting.scope(), id));
    }

    @DeleteMapping("/{id}/members/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("organization.edit")
    void leave(Acting acting, @PathVariable Id id, @PathVariable Id member) {
        teams.leave(acting.scope(), id, member, acting::sign);
    }
}
