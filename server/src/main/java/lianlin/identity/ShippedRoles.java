package lianlin.identity;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Scope;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Brings in the roles of `roles.yaml` that the database does not know yet.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
class ShippedRoles implements ApplicationRunner {
    record Shipped(Scope.Reach reach, List<String> permissions) {}

    private final RoleStore roles;

    ShippedRoles(RoleStore roles) {
        this.roles = roles;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try (var file = new ClassPathResource("roles.yaml").getInputStream()) {
            Map<String, Shipped> shipped = new YAMLMapper().readValue(file, new TypeReference<>() {});
            shipped.forEach((code, role) -> roles.addIfNew(code, role.reach(), role.permissions()));
        }
    }
}
