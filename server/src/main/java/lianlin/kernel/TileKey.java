package lianlin.kernel;

import java.util.List;
import lianlin.kernel.database.Scoped;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The key with which browsers fetch the tiles of 天地图: what the installation has set, else what it was started with
/// (`lianlin.map.tianditu`); empty without one. A change counts within five seconds.
@Component
public class TileKey implements Setting.Reader {
    private static final Setting KEY = new Setting(
            "map.tianditu", "TER-12", Setting.Group.MAP, Setting.Level.INSTALLATION, new Setting.Secret(), "");
    private static final int EVERY = 4_000;

    private final Settings settings;
    private final String started;
    private volatile String key;

    TileKey(Settings settings, @Value("${lianlin.map.tianditu:}") String started) {
        this.settings = settings;
        this.started = started.strip();
        this.key = this.started;
    }

    public String get() {
        return key;
    }

    @Override
    public List<Setting> settings() {
        return List.of(KEY);
    }

    /// Asked for at every page that is served: it is looked up apart from requests.
    @Scheduled(initialDelay = 0, fixedDelay = EVERY)
    void look() {
        key = Scoped.call(Scope.INSTALLATION, () -> settings.find(0, KEY.name()))
                .orElse(started);
    }
}
