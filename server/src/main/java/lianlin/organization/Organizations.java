package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to organizations for the modules above: names in batches, looking up, holding one still while
/// something is written down about it, and registering many.
@Component
public class Organizations {
    private final OrganizationStore store;
    private final OrganizationReferences references;
    private final Facts facts;

    Organizations(OrganizationStore store, OrganizationReferences references, Facts facts) {
        this.store = store;
        this.references = references;
        this.facts = facts;
    }

    /// Of ids that the caller may see already; one statement.
    public Map<Id, OrganizationRef> find(Collection<Id> ids) {
        return references.all(ids);
    }

    /// The names of ids that the caller may see already; one statement.
    public Map<Id, String> names(Collection<Id> ids) {
        return references.all(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().name()));
    }

    /// An organization of the scope, dissolved ones included.
    public Optional<OrganizationRef> find(Scope scope, Id id) {
        return references.find(OrganizationStore.visible(scope).and(ORGANIZATION.ID.eq(id)));
    }

    /// An organization of the scope, or the problem `organization.absent`.
    public OrganizationRef get(Scope scope, Id id) {
        return find(scope, id).orElseThrow(() -> Problem.absent("organization", id));
    }

    /// An organization of the scope that keeps its path, area and status until the transaction ends. To be
    /// called before the transaction writes anything; what is published about things at the organization
    /// takes its path from here, never from a copy in a row.
    @Transactional(propagation = Propagation.MANDATORY)
    public OrganizationRef hold(Scope scope, Id id) {
        store.nobodyMoves(get(scope, id).jurisdiction());
        return store.hold(scope, id);
    }

    /// The same for many; where one is missing, the problem `organization.absent`.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrganizationRef> hold(Scope scope, Collection<Id> ids) {
        references.all(ids).values().stream()
                .map(OrganizationRef::jurisdiction)
                .distinct()
                .sorted()
                .forEach(store::nobodyMoves);
        var held = store.hold(scope, ids);
        if (held.size() < ids.size()) {
            var found = held.stream().map(OrganizationRef::id).collect(Collectors.toSet());
            ids.stream().filter(id -> !found.contains(id)).findFirst().ifPresent(id -> {
                throw Problem.absent("organization", id);
            });
        }
        return held;
    }

    /// The working organizations of a scope with exactly these names, by name.
    public Map<String, List<OrganizationRef>> named(Scope scope, Collection<String> names) {
        return names.isEmpty()
                ? Map.of()
                : references.some(scope, ORGANIZATION.NAME.in(names).and(working()), Integer.MAX_VALUE).stream()
                        .collect(Collectors.groupingBy(OrganizationRef::name));
    }

    /// The working organizations of a scope by a part of the name, in the order of the tree.
    public List<OrganizationRef> called(Scope scope, String part, int limit) {
        return references.some(scope, references.called(part).and(working()), limit);
    }

    /// The working organizations of a scope that are of one of these kinds.
    public List<OrganizationRef> ofKinds(Scope scope, Collection<OrganizationKind> kinds, int limit) {
        var codes = kinds.stream().map(Enum::name).toList();
        return references.some(scope, ORGANIZATION.KIND.in(codes).and(working()), limit);
    }

    /// The working organizations of a scope at or below a path.
    public List<OrganizationRef> below(Scope scope, String path, int limit) {
        return references.some(
                scope, ORGANIZATION.PATH.between(path, path + '~').and(working()), limit);
    }

    /// The volunteer teams of a scope that stand at or below a place.
    public List<OrganizationRef> teams(Scope scope, Area near, int limit) {
        return references.some(
                scope,
                ORGANIZATION
                        .KIND
                        .eq(OrganizationKind.VOLUNTEER_TEAM.name())
                        .and(ORGANIZATION.AREA.between(near, near.last()))
                        .and(working()),
                limit);
    }

    /// Writes down many organizations of a jurisdiction at once, parents before what is below them: an import, the
    /// demo.
    /// `signed` puts who did it on the head of each fact. Thresholds are not asked: these organizations exist.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrganizationRef> register(
            int jurisdiction, List<Registration> registrations, UnaryOperator<Fact.Header> signed) {
        store.nobodyMoves(jurisdiction);
        var above = known(jurisdiction, registrations);
        var segments = store.segments(registrations.size()).iterator();
        var rows = new ArrayList<Organization.Row>();
        for (var registration : registrations) {
            registration.profile().check();
            var parent = registration.parent() == null ? null : above.get(registration.parent());
            if (registration.parent() != null && parent == null) {
                throw Problem.absent("organization", registration.parent());
            }
            var kind = registration.profile().kind();
            if (parent != null && !kind.mayStandBelow(parent.kind())) {
                throw Problem.invalid("parent", "organization.below", parent.name());
            }
            var row = new Organization.Row(
                    registration.id(),
                    jurisdiction,
                    (parent == null ? "" : parent.path()) + segments.next(),
                    registration.parent(),
                    registration.profile(),
                    OrganizationStatus.ACTIVE,
                    1);
            rows.add(row);
            above.put(row.id(), row.ref());
        }
        store.insert(rows);
        facts.publish(rows.stream()
                .map(row -> new OrganizationFounded(
                        signed.apply(Fact.Header.of(jurisdiction, OrganizationDesk.SUBJECT, row.id())
                                .states(null, OrganizationStatus.ACTIVE)
                                .area(row.profile().area())
                                .path(row.path(), row.id())),
                        row.profile().kind()))
                .toList());
        return rows.stream().map(Organization.Row::ref).toList();
    }

    private Map<Id, OrganizationRef> known(int jurisdiction, List<Registration> registrations) {
        var parents = registrations.stream()
                .map(Registration::parent)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        var known = new HashMap<Id, OrganizationRef>();
        references.all(parents).forEach((id, found) -> {
            if (found.jurisdiction() == jurisdiction) {
                known.put(id, found);
            }
        });
        return known;
    }

    private static org.jooq.Condition working() {
        return ORGANIZATION.STATUS.ne(DSL.inline(OrganizationStatus.DISSOLVED.name()));
    }
}
