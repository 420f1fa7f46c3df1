package lianlin.identity;

import java.util.List;
import lianlin.kernel.Labelled;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.http.IfMatch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Roles and the permissions that they bundle.
@RestController
@RequestMapping("/api")
class RoleController {
    record Permitted(List<String> permissions) {}

    private final RoleStore roles;
    private final RoleDesk desk;
    private final KnownPermissions known;

    RoleController(RoleStore roles, RoleDesk desk, KnownPermissions known) {
        this.roles = roles;
        this.desk = desk;
        this.known = known;
    }

    @GetMapping("/roles")
    @May("role.read")
    Page<Role> list() {
        return Page.whole(ShippedRoles.inOrder(roles.list()));
    }

    @PutMapping("/roles/{code}")
    @May("role.edit")
    Role permit(Acting acting, @PathVariable String code, @IfMatch int version, @RequestBody Permitted permitted) {
        return desk.permit(acting, code, version, permitted.permissions());
    }

    @GetMapping("/permissions")
    @May("role.read")
    Page<Labelled> permissions() {
        return Page.whole(known.all());
    }
}
