package lianlin.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.text.Grams;
import lianlin.organization.OrganizationKind;
import lianlin.organization.OrganizationRef;
import lianlin.organization.OrganizationStatus;
import lianlin.organization.Organizations;
import org.springframework.stereotype.Component;

/// Organizations as membership sees them: branches that take members, groups inside them, their names.
@Component
class Branches {
    private static final int NEAR = 3;
    private static final int LOOKED_AT = 30;
    private static final List<OrganizationKind> TAKING = List.of(OrganizationKind.values()).stream()
            .filter(OrganizationKind::takesMembers)
            .toList();

    private final Organizations organizations;

    Branches(Organizations organizations) {
        this.organizations = organizations;
    }

    Branch get(Scope scope, Id id) {
        return branch(organizations.get(scope, id));
    }

    /// The same, standing still until the transaction ends: before anything is written about its members.
    Branch hold(Scope scope, Id id) {
        return branch(organizations.hold(scope, id));
    }

    /// The same for many, in two statements.
    List<Branch> hold(Scope scope, Collection<Id> ids) {
        return organizations.hold(scope, ids).stream().map(Branches::branch).toList();
    }

    Optional<Branch> find(Scope scope, Id id) {
        return organizations.find(scope, id).map(Branches::branch);
    }

    /// Those of ids that are known already to be there; one statement.
    Map<Id, Branch> find(Collection<Id> ids) {
        return organizations.find(ids).values().stream()
                .map(Branches::branch)
                .collect(Collectors.toMap(Branch::id, branch -> branch));
    }

    Map<Id, String> names(Collection<Id> ids) {
        return organizations.names(ids);
    }

    /// The names of the branches of a scope, in the order of the tree.
    List<String> names(Scope scope, int limit) {
        return organizations.ofKinds(scope, TAKING, limit).stream()
                .map(OrganizationRef::name)
                .toList();
    }

    /// Those with exactly these names.
    Map<String, List<Branch>> named(Scope scope, Collection<String> names) {
        return organizations.named(scope, names).values().stream()
                .flatMap(List::stream)
                .map(Branches::branch)
                .collect(Collectors.groupingBy(Branch::name));
    }

    /// The names of branches that come closest to one that is not there.
    List<String> near(Scope scope, String name) {
        var candidates = new ArrayList<>(organizations.called(scope, name, LOOKED_AT));
        if (candidates.isEmpty() && name.length() > 2) {
            var half = (name.length() + 1) / 2;
            candidates.addAll(organizations.called(scope, name.substring(0, half), LOOKED_AT));
            candidates.addAll(organizations.called(scope, name.substring(name.length() - half), LOOKED_AT));
        }
        if (candidates.isEmpty() && name.length() > 3) {
            candidates.addAll(organizations.called(scope, name.substring(0, 3), LOOKED_AT));
        }
        var names = candidates.stream()
                .filter(found -> found.kind().takesMembers())
                .map(OrganizationRef::name)
                .distinct()
                .toList();
        return Grams.nearest(name, names, NEAR);
    }

    /// Everything at or below a path.
    List<Branch> below(Scope scope, String path) {
        return organizations.below(scope, path, Integer.MAX_VALUE).stream()
                .map(Branches::branch)
                .toList();
    }

    private static Branch branch(OrganizationRef found) {
        return new Branch(
                found.id(),
                found.jurisdiction(),
                found.name(),
                found.path(),
                found.area(),
                found.kind().takesMembers() && found.status() == OrganizationStatus.ACTIVE,
                found.kind() == OrganizationKind.GROUP);
    }
}
