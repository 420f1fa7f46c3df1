package lianlin.identity;

import java.time.Clock;
import java.time.LocalDate;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives posts and ends them. Nobody gives himself a post (abuse case 16). The three administrators stay apart, which
/// the table itself sees to, and come and go by the installation alone (IDN-11).
@Service
class PostDesk {
    private static final int DISTRICT = 3;

    private final PostStore posts;
    private final AccountStore accounts;
    private final RoleStore roles;
    private final Places places;
    private final Sessions sessions;
    private final Facts facts;
    private final Clock clock;

    PostDesk(
            PostStore posts,
            AccountStore accounts,
            RoleStore roles,
            Places places,
            Sessions sessions,
            Facts facts,
            Clock clock) {
        this.posts = posts;
        this.accounts = accounts;
        this.roles = roles;
        this.places = places;
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    /// A post at an organization or, without one, in an area.
    @Transactional
    Post give(
            Acting acting,
            Id account,
            String role,
            @Nullable Id organization,
            @Nullable Area area,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {
        if (account.equals(acting.account())) {
            throw Problem.refused("post.own");
        }
        accounts.get(acting.scope(), account);
        var reach = roles.get(role).reach();
        mustBeHisToGive(acting, reach);
        var place = place(acting, reach, organization, area);
        var first = starts == null ? LocalDate.now(clock) : starts;
        var post = new Post(
                Id.next(),
                place.jurisdiction(),
                account,
                role,
                reach,
                place.area(),
                organization,
                place.path(),
                place.name(),
                first,
                ends);
        posts.insert(post);
        facts.publish(new PostGiven(
                acting.header(post.jurisdiction(), "post", post.id())
                        .area(post.area())
                        .path(post.path(), organization),
                account,
                role));
        sessions.forgetAll();
        return post;
    }

    private Places.Place place(Acting acting, Scope.Reach reach, @Nullable Id organization, @Nullable Area area) {
        if (reach == Scope.Reach.SYSTEM) {
            return district(acting, organization, area);
        }
        if (organization != null) {
            return places.organization(acting.scope(), organization);
        }
        if (reach == Scope.Reach.ORGANIZATION) {
            throw Problem.invalid("organization", "post.organization");
        }
        var where = area == null ? acting.area() : area;
        if (where.equals(Area.COUNTRY)) {
            throw Problem.invalid("area", "post.area");
        }
        return places.area(acting.scope(), where);
    }

    /// Where an administrator stands: he cares for whole districts.
    private Places.Place district(Acting acting, @Nullable Id organization, @Nullable Area area) {
        var where = area == null ? acting.area() : area;
        if (organization != null || where.depth() > DISTRICT) {
            throw Problem.invalid("area", "post.district");
        }
        return places.area(acting.scope(), where);
    }

    /// Who administers a district is not chosen in the district.
    private static void mustBeHisToGive(Acting acting, Scope.Reach reach) {
        if (reach == Scope.Reach.SYSTEM && !acting.area().equals(Area.COUNTRY)) {
            throw Problem.denied("post.administrator");
        }
    }

    @Transactional
    void end(Acting acting, Id id) {
        var post = posts.get(acting.scope(), id);
        if (post.account().equals(acting.account())) {
            throw Problem.refused("post.own");
        }
        mustBeHisToGive(acting, post.reach());
        var today = LocalDate.now(clock);
        posts.end(post, today.isBefore(post.starts()) ? post.starts() : today);
        facts.publish(new PostEnded(
                acting.header(post.jurisdiction(), "post", post.id()).area(post.area()), post.account(), post.role()));
        sessions.forgetAll();
    }

    record PostGiven(Fact.Header header, Id account, String role) implements Fact {}

    record PostEnded(Fact.Header header, Id account, String role) implements Fact {}
}
