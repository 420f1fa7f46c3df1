package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianlin.kernel.Scope;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Roles as bundles of permissions that people edit.
@ServerTest
class RoleTest {
    @Test
    void aPermissionThatIsAddedCountsAtOnce(World world) {
        var role = world.role(Scope.Reach.SYSTEM, "post.read");
        var someone = world.district().person(role);
        someone.get("/api/accounts").is(403);

        var changed = administrator(world)
                .putAt(1, "/api/roles/{code}", Map.of("permissions", List.of("post.read", "account.read")), role)
                .is(200);

        assertThat(changed.number("/version")).isEqualTo(2);
        someone.get("/api/accounts").is(200);
    }

    @Test
    @Tag("IDN-11")
    void permissionsOfAdministrationAndOfTheBusinessDoNotMix(World world) {
        var system = world.role(Scope.Reach.SYSTEM, "post.read");
        var business = world.role(Scope.Reach.AREA);
        var admin = administrator(world);
        var known = admin.get("/api/permissions").is(200).items("/code");

        assertThat(known).contains("account.read", "post.edit");
        admin.putAt(1, "/api/roles/{code}", Map.of("permissions", List.of("account.read")), business)
                .is(409)
                .problem("role.apart");
        known.stream()
                .filter(permission -> permission.startsWith("order.") || permission.startsWith("member."))
                .forEach(permission -> admin.putAt(
                                1, "/api/roles/{code}", Map.of("permissions", List.of(permission)), system)
                        .is(409)
                        .problem("role.apart"));
    }

    @Test
    void whatNobodyAsksForIsNoPermission(World world) {
        var role = world.role(Scope.Reach.AREA);

        administrator(world)
                .putAt(1, "/api/roles/{code}", Map.of("permissions", List.of("everything.do")), role)
                .is(422)
                .problem("role.permission");
    }

    @Test
    void aRoleIsChangedAtTheVersionThatWasSeen(World world) {
        var role = world.role(Scope.Reach.SYSTEM);
        var admin = administrator(world);
        admin.putAt(1, "/api/roles/{code}", Map.of("permissions", List.of("post.read")), role)
                .is(200);

        admin.putAt(1, "/api/roles/{code}", Map.of("permissions", List.of()), role)
                .is(412)
                .problem("stale");
        admin.putAt(1, "/api/roles/{code}", Map.of("permissions", List.of()), "NOBODY")
                .is(404)
                .problem("role.absent");
    }

    @Test
    @Tag("IDN-11")
    void whoStandsInADistrictReadsTheRolesOfAllAndEditsNone(World world) {
        var role = world.role(Scope.Reach.AREA);
        var admin = world.securityAdmin();

        admin.get("/api/roles").is(200);
        admin.putAt(1, "/api/roles/{code}", Map.of("permissions", List.of("area.read")), role)
                .is(403)
                .problem("permission.missing");

        assertThat(permissions(admin)).contains("role.read", "post.edit").doesNotContain("role.edit");
        assertThat(permissions(administrator(world))).contains("role.edit");
    }

    @Test
    void theRolesThatShipAreThere(World world) {
        var roles = world.securityAdmin().get("/api/roles").is(200);

        assertThat(roles.items("/code")).containsAll(ShippedRoles.read().keySet());
        assertThat(roles.items("/label")).contains("审计管理员", "社区书记");
    }

    /// Roles belong to the whole installation.
    private static Person administrator(World world) {
        return world.installation().person("SECURITY_ADMIN");
    }

    private static List<String> permissions(Person person) {
        return person.get("/api/session")
                .is(200)
                .json("/permissions")
                .valueStream()
                .map(permission -> permission.asString())
                .toList();
    }
}
