package lianlin.identity;

import java.util.List;
import lianlin.kernel.Scope;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.kernel.database.Scoped;
import org.springframework.stereotype.Component;

/// Whether staff show a second factor beside their password (IDN-10): what the district has set, else what the
/// installation has, else everybody may.
@Component
class FactorPolicy implements Setting.Reader {
    enum Policy {
        OFF,
        OFFERED,
        REQUIRED
    }

    private static final String NAME = "identity.second-factor";
    private static final Setting SETTING = new Setting(
            NAME,
            "IDN-10",
            Setting.Group.ACCOUNTS,
            Setting.Level.BOTH,
            new Setting.Choice(List.of("off", "offered", "required")),
            "offered");
    private static final int INSTALLATION = 0;

    private final Settings settings;

    FactorPolicy(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(SETTING);
    }

    /// For the accounts of a district. What is no policy counts as the strictest.
    Policy of(int home) {
        return Scoped.call(
                        Scope.INSTALLATION, () -> settings.find(home, NAME).or(() -> settings.find(INSTALLATION, NAME)))
                .map(FactorPolicy::policy)
                .orElse(Policy.OFFERED);
    }

    private static Policy policy(String value) {
        for (var policy : Policy.values()) {
            if (policy.name().equalsIgnoreCase(value.strip())) {
                return policy;
            }
        }
        return Policy.REQUIRED;
    }
}
