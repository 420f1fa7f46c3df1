package lianlin.kernel;

import static lianlin.kernel.sql.Tables.SETTING;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// What a district changed of the product's defaults (the SET rules). A change counts within five seconds.
@Repository
public class Settings {
    private record Key(int jurisdiction, String name) {}

    private final DSLContext db;
    private final LoadingCache<Key, Optional<String>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(4))
            .maximumSize(10_000)
            .build(this::load);

    Settings(DSLContext db) {
        this.db = db;
    }

    /// What the district has set; empty where the default holds.
    public Optional<String> find(int jurisdiction, String name) {
        return known.get(new Key(jurisdiction, name));
    }

    /// A whole number; the default where nothing that fits is set.
    public int amount(int jurisdiction, Setting setting) {
        return find(jurisdiction, setting.name())
                .filter(setting.shape()::fits)
                .map(Integer::valueOf)
                .orElseGet(() -> Integer.valueOf(setting.usual()));
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
        known.invalidate(new Key(jurisdiction, name));
        return before;
    }

    private Optional<String> load(Key key) {
        return db.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.JURISDICTION.eq(key.jurisdiction()), SETTING.NAME.eq(key.name()))
                .fetchOptional(SETTING.VALUE);
    }
}
