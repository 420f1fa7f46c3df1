package lianlin.organization;

import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Gives organizations that were written down before lists could be sorted by name the key of their name.
@Component
@ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
class NamesSpelled implements ApplicationRunner {
    private static final int AT_ONCE = 1_000;

    private final OrganizationStore organizations;

    NamesSpelled(OrganizationStore organizations) {
        this.organizations = organizations;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Scoped.run(Scope.INSTALLATION, () -> {
            while (organizations.spell(AT_ONCE) == AT_ONCE) {
                // one piece after the other
            }
        });
    }
}
