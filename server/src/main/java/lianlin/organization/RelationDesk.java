package lianlin.organization;

import java.time.Clock;
import java.time.LocalDate;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Relates organizations and ends relations. Nobody's place in the tree changes by it (ORG-09, ORG-20).
@Service
class RelationDesk {
    private final OrganizationStore organizations;
    private final RelationStore relations;
    private final Facts facts;
    private final Clock clock;

    RelationDesk(OrganizationStore organizations, RelationStore relations, Facts facts, Clock clock) {
        this.organizations = organizations;
        this.relations = relations;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    void relate(
            Acting acting,
            Id organization,
            RelationKind kind,
            Id other,
            RelationKind.@Nullable Role role,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String note) {
        var one = organizations.hold(acting.scope(), organization);
        var two = organizations.hold(acting.scope(), other);
        if (one.jurisdiction() != two.jurisdiction()) {
            throw Problem.absent("organization", other);
        }
        fits(kind, one, two);
        var part = kind == RelationKind.REGIONAL_MEMBER && role == null ? RelationKind.Role.MEMBER : role;
        var id = Id.next();
        relations.insert(
                one.jurisdiction(),
                id,
                kind,
                organization,
                other,
                kind == RelationKind.REGIONAL_MEMBER ? part : null,
                starts == null ? LocalDate.now(clock) : starts,
                ends,
                note);
        facts.publish(new OrganizationsRelated(header(acting, one), kind, other, id));
    }

    @Transactional
    void end(Acting acting, Id organization, Id id) {
        var one = organizations.hold(acting.scope(), organization);
        relations.end(one.jurisdiction(), organization, id, LocalDate.now(clock));
        facts.publish(new RelationEnded(header(acting, one), id));
    }

    /// Which kinds of organizations a relation joins (ORG-08, ORG-09, ORG-20).
    private static void fits(RelationKind kind, OrganizationRef one, OrganizationRef other) {
        var fits = switch (kind) {
            case REGIONAL_MEMBER -> one.kind().regional();
            case COVERED_BY ->
                (one.kind() == OrganizationKind.ENTERPRISE || one.kind() == OrganizationKind.SOCIAL_ORGANIZATION)
                        && other.kind().party();
            case FUNCTIONAL_OF -> one.kind().functional() && other.kind().party();
            case SERVES -> one.kind() == OrganizationKind.VOLUNTEER_TEAM;
            case PAIRING, GUIDED_BY -> true;
        };
        if (!fits) {
            throw Problem.invalid("kind", "relation.kinds");
        }
    }

    private static Fact.Header header(Acting acting, OrganizationRef of) {
        return acting.header(of.jurisdiction(), "organization", of.id())
                .area(of.area())
                .path(of.path(), of.id());
    }

    record OrganizationsRelated(Fact.Header header, RelationKind relation, Id other, Id id) implements Fact {}

    record RelationEnded(Fact.Header header, Id id) implements Fact {}
}
