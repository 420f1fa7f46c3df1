package lianlin.organization;

import java.util.List;
import java.util.Map;
import lianlin.identity.Acting;
import lianlin.identity.Posts;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.journal.Tally;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Founds organizations, keeps their profiles, moves subtrees and dissolves what is empty.
@Service
class OrganizationDesk {
    static final String SUBJECT = "organization";
    static final String MEMBER = "member";

    private final OrganizationStore store;
    private final Areas areas;
    private final Posts posts;
    private final Tally tally;
    private final Facts facts;

    OrganizationDesk(OrganizationStore store, Areas areas, Posts posts, Tally tally, Facts facts) {
        this.store = store;
        this.areas = areas;
        this.posts = posts;
        this.tally = tally;
        this.facts = facts;
    }

    /// A new organization below another one; at the root only by whoever has the whole county.
    @Transactional
    Id found(
            Acting acting,
            @Nullable Id parent,
            Profile profile,
            @Nullable Integer members,
            @Nullable Integer fullMembers) {
        profile.check();
        Thresholds.check(profile, members, fullMembers);
        var scope = acting.scope();
        areas.mustCover(scope, profile.area());
        var jurisdiction = profile.area().county();
        store.nobodyMoves(jurisdiction);
        var above = parent == null ? null : above(scope, parent, jurisdiction, profile.kind());
        if (above == null && (scope.reach() != Scope.Reach.AREA || !scope.area().contains(county(profile.area())))) {
            throw Problem.invalid("parent", "organization.root");
        }
        var id = Id.next();
        var path = (above == null ? "" : above.path()) + store.segments(1).getFirst();
        store.insert(
                List.of(new Organization.Row(id, jurisdiction, path, parent, profile, OrganizationStatus.ACTIVE, 1)));
        facts.publish(new OrganizationFounded(
                acting.header(jurisdiction, SUBJECT, id)
                        .states(null, OrganizationStatus.ACTIVE)
                        .area(profile.area())
                        .path(path, id),
                profile.kind()));
        return id;
    }

    @Transactional
    void change(Acting acting, Id id, int version, Profile profile) {
        profile.check();
        var scope = acting.scope();
        areas.mustCover(scope, profile.area());
        store.nobodyMoves(profile.area().county());
        var before = store.lock(scope, id, version);
        mustLive(before);
        if (profile.area().county() != before.jurisdiction()) {
            throw Problem.invalid("area", "organization.jurisdiction");
        }
        if (before.parent() != null && profile.kind() != before.profile().kind()) {
            above(Scope.jurisdiction(before.jurisdiction()), before.parent(), before.jurisdiction(), profile.kind());
        }
        store.update(new Organization.Row(
                id, before.jurisdiction(), before.path(), before.parent(), profile, before.status(), version + 1));
        facts.publish(new OrganizationChanged(
                header(acting, before)
                        .states(before.status(), before.status())
                        .area(before.profile().area(), profile.area()),
                profile.name()));
    }

    /// Puts an organization with everything below it under another parent, in one transaction: the paths of
    /// all, the posts at all of them, and the fact after which counters and copies follow. Gives how many
    /// went along.
    @Transactional
    int move(Acting acting, Id id, int version, Id parent) {
        var scope = acting.scope();
        var jurisdiction = store.get(scope, id).jurisdiction();
        store.onlyOneMoves(jurisdiction);
        var moving = store.lock(scope, id, version);
        mustLive(moving);
        var above = above(scope, parent, jurisdiction, moving.profile().kind());
        if (above.path().startsWith(moving.path())) {
            throw Problem.refused("organization.cycle", above.name());
        }
        if (parent.equals(moving.parent())) {
            throw Problem.refused("organization.there", above.name());
        }
        var path = above.path() + store.segments(1).getFirst();
        var moved = store.move(moving, parent, path);
        posts.relocate(jurisdiction, moving.path(), path);
        facts.publish(new PathMoved(
                acting.header(jurisdiction, SUBJECT, id)
                        .area(moving.profile().area())
                        .path(moving.path(), path, id),
                moving.path()));
        return moved;
    }

    /// Suspends, resumes or dissolves; what still has members or something below it is not dissolved (ORG-10).
    @Transactional
    void status(Acting acting, Id id, int version, OrganizationStatus next, @Nullable String reason) {
        var scope = acting.scope();
        store.nobodyMoves(store.get(scope, id).jurisdiction());
        var row = store.lock(scope, id, version);
        if (!row.status().allows(next)) {
            throw Problem.refused("organization.move");
        }
        if (next == OrganizationStatus.DISSOLVED) {
            mustBeEmpty(row);
        }
        store.status(row, next);
        facts.publish(new OrganizationMoved(
                header(acting, row).states(row.status(), next).because(reason)));
    }

    private void mustBeEmpty(Organization.Row row) {
        if (store.children(row) > 0) {
            throw Problem.refused("organization.children");
        }
        var byStatus = tally.statesByPath(Scope.jurisdiction(row.jurisdiction()), MEMBER, List.of(row.path()));
        var members = Thresholds.members(byStatus.getOrDefault(row.path(), Map.of()));
        if (members > 0) {
            throw Problem.refused("organization.members", members);
        }
    }

    /// What is to stand above: in the scope, in the same jurisdiction, alive, and of a kind that may.
    private OrganizationRef above(Scope scope, Id parent, int jurisdiction, OrganizationKind kind) {
        var above = store.hold(scope, parent);
        if (above.jurisdiction() != jurisdiction) {
            throw Problem.invalid("parent", "organization.jurisdiction");
        }
        if (above.status() == OrganizationStatus.DISSOLVED) {
            throw Problem.refused("organization.dissolved", above.name());
        }
        if (!kind.mayStandBelow(above.kind())) {
            throw Problem.invalid("parent", "organization.below", above.name());
        }
        if (Paths.depth(above.path()) >= Paths.DEEPEST) {
            throw Problem.invalid("parent", "organization.deep", Paths.DEEPEST);
        }
        return above;
    }

    private static void mustLive(Organization.Row row) {
        if (row.status() == OrganizationStatus.DISSOLVED) {
            throw Problem.refused("organization.dissolved", row.profile().name());
        }
    }

    private static Area county(Area area) {
        return Area.parse("%06d".formatted(area.county()));
    }

    private static Fact.Header header(Acting acting, Organization.Row row) {
        return acting.header(row.jurisdiction(), SUBJECT, row.id())
                .area(row.profile().area())
                .path(row.path(), row.id());
    }
}
