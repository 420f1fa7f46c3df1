package lianlin.identity;

import java.util.List;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes what a role may do. An administrator's role never gets a permission of the business, nor the other way
/// round (IDN-11).
@Service
class RoleDesk {
    private static final List<String> ADMINISTRATION =
            List.of("account.", "post.", "role.", "journal.", "jurisdiction.", "setting.");

    private final RoleStore roles;
    private final KnownPermissions known;
    private final Facts facts;

    RoleDesk(RoleStore roles, KnownPermissions known, Facts facts) {
        this.roles = roles;
        this.known = known;
        this.facts = facts;
    }

    @Transactional
    Role permit(Acting acting, String code, int version, List<String> permitted) {
        var role = roles.lock(code, version);
        var unknown = permitted.stream()
                .filter(permission -> !known.codes().contains(permission))
                .findFirst();
        if (unknown.isPresent()) {
            throw Problem.invalid("permissions", "role.permission", unknown.get());
        }
        var administers = role.reach() == Scope.Reach.SYSTEM;
        for (var permission : permitted) {
            if (!permission.equals("division.read") && administers != administration(permission)) {
                throw Problem.refused("role.apart", permission);
            }
        }
        roles.update(code, permitted.stream().distinct().sorted().toList(), version + 1);
        facts.publish(new RoleChanged(
                acting.header(acting.jurisdiction(), "role", RoleStore.id(code)), code, role.permissions(), permitted));
        return roles.get(code);
    }

    private static boolean administration(String permission) {
        return ADMINISTRATION.stream().anyMatch(permission::startsWith);
    }

    record RoleChanged(Fact.Header header, String role, List<String> before, List<String> after) implements Fact {}
}
