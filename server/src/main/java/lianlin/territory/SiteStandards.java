package lianlin.territory;

import java.util.List;
import java.util.Objects;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many square metres the places of a community should have (TER-14): each community 200, a village of 100
/// households
/// or more 100, or what the district has set.
@Component
class SiteStandards implements Setting.Reader {
    private static final Setting COMMUNITY = setting("places.community-floor", 10_000, "SQUARE_METRES", "200");
    private static final Setting VILLAGE = setting("places.village-floor", 10_000, "SQUARE_METRES", "100");
    private static final Setting HOUSEHOLDS = setting("places.village-households", 5_000, "HOUSEHOLDS", "100");

    private final Settings settings;

    SiteStandards(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(COMMUNITY, VILLAGE, HOUSEHOLDS);
    }

    /// Square metres; where nobody knows how many households a village has, it counts as one that needs a site.
    int required(int jurisdiction, DivisionKind kind, @Nullable Integer households) {
        return switch (kind) {
            case VILLAGE, VILLAGE_LIKE -> {
                var few = settings.amount(jurisdiction, HOUSEHOLDS);
                yield Objects.requireNonNullElse(households, few) < few ? 0 : settings.amount(jurisdiction, VILLAGE);
            }
            default -> settings.amount(jurisdiction, COMMUNITY);
        };
    }

    private static Setting setting(String name, int most, String unit, String usual) {
        return new Setting(
                name, "TER-14", Setting.Group.PLACES, Setting.Level.DISTRICT, new Setting.Amount(0, most, unit), usual);
    }
}
