package lianlin.kernel;

import java.util.List;
import org.springframework.stereotype.Component;

/// From which share of the time left on lamps are yellow, as the district has set it (CLK-05).
@Component
public class Lamps implements Setting.Reader {
    public static final String YELLOW = "lamps.yellow";

    /// In percent, where nothing else is set.
    public static final int USUAL = 30;

    private static final Setting SHARE = new Setting(
            YELLOW,
            "CLK-05",
            Setting.Group.MATTERS,
            Setting.Level.DISTRICT,
            new Setting.Amount(5, 90, "PERCENT"),
            String.valueOf(USUAL));

    private final Settings settings;

    Lamps(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(SHARE);
    }

    /// Lamps of the district are yellow while at most so many percent of the time are left.
    public int yellow(int jurisdiction) {
        return settings.amount(jurisdiction, SHARE);
    }

    /// The same, read anew.
    public int yellowNow(int jurisdiction) {
        settings.forget(jurisdiction);
        return yellow(jurisdiction);
    }
}
