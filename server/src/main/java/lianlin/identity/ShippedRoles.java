package lianlin.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianlin.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Brings in the roles of `roles.yaml` that the database does not know yet.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
class ShippedRoles implements ApplicationRunner {
    /// `also` are permissions beside those that the role shares with others.
    record Shipped(
            Scope.Reach reach,
            List<String> permissions,
            @Nullable List<String> also) {
        List<String> all() {
            return also == null
                    ? permissions
                    : Stream.concat(permissions.stream(), also.stream()).toList();
        }
    }

    private final RoleStore roles;

    ShippedRoles(RoleStore roles) {
        this.roles = roles;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        read().forEach((code, role) -> roles.addIfNew(code, role.reach(), role.all()));
    }

    /// In the order of the file; roles that it does not know come last.
    static List<Role> inOrder(List<Role> roles) {
        var places = new HashMap<String, Integer>();
        read().keySet().forEach(code -> places.put(code, places.size()));
        return roles.stream()
                .sorted(Comparator.comparingInt(role -> places.getOrDefault(role.code(), places.size())))
                .toList();
    }

    static Map<String, Shipped> read() {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("roles.yaml"));
        return new JsonMapper().convertValue(yaml.getObject(), new TypeReference<>() {});
    }
}
