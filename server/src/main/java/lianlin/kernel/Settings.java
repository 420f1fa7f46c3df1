package lianlin.kernel;

import static lianlin.kernel.sql.Tables.SETTING;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import lianlin.kernel.database.Scoped;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// What a district changed of the product's defaults (the SET rules). All of a district is read at once; a change
/// counts
/// within five seconds.
@Repository
public class Settings {
    private final DSLContext db;
    private final LoadingCache<Integer, Map<String, String>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(4))
            .maximumSize(4_000)
            .build(this::load);

    Settings(DSLContext db) {
        this.db = db;
    }

    /// What the district has set; empty where the default holds.
    public Optional<String> find(int jurisdiction, String name) {
        return Optional.ofNullable(known.get(jurisdiction).get(name));
    }

    /// A whole number; the default where nothing that fits is set.
    public int amount(int jurisdiction, Setting setting) {
        return Integer.parseInt(value(jurisdiction, setting));
    }

    /// From a number to another one; the default where nothing that fits is set.
    public Setting.Usual span(int jurisdiction, Setting setting) {
        return Setting.Usual.parse(value(jurisdiction, setting));
    }

    private String value(int jurisdiction, Setting setting) {
        return find(jurisdiction, setting.name()).filter(setting.shape()::fits).orElseGet(setting::usual);
    }

    /// What was remembered of a district may be older than what is set.
    void forget(int jurisdiction) {
        known.invalidate(jurisdiction);
    }

    /// All that is set in a district, as it stands now.
    public Map<String, String> all(int jurisdiction) {
        return db.select(SETTING.NAME, SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.JURISDICTION.eq(jurisdiction))
                .fetchMap(SETTING.NAME, SETTING.VALUE);
    }

    /// Sets a value, or takes it back without one; what it was before.
    public @Nullable String put(int jurisdiction, String name, @Nullable String value) {
        var here = SETTING.JURISDICTION.eq(jurisdiction).and(SETTING.NAME.eq(name));
        var before = db.select(SETTING.VALUE)
                .from(SETTING)
                .where(here)
                .forUpdate()
                .fetchOptional(SETTING.VALUE)
                .orElse(null);
        if (value == null) {
            db.deleteFrom(SETTING).where(here).execute();
        } else {
            db.insertInto(SETTING, SETTING.JURISDICTION, SETTING.NAME, SETTING.VALUE)
                    .values(jurisdiction, name, value)
                    .onConflict(SETTING.JURISDICTION, SETTING.NAME)
                    .doUpdate()
                    .set(SETTING.VALUE, value)
                    .execute();
        }
        forget(jurisdiction);
        return before;
    }

    /// Whoever asks may stand in a district of his own: what is remembered is what is set, not what he may see.
    private Map<String, String> load(int jurisdiction) {
        return Scoped.call(Scope.INSTALLATION, () -> all(jurisdiction));
    }
}
