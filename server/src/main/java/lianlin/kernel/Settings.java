package lianlin.kernel;

import static lianlin.kernel.sql.Tables.SETTING;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
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

    private Optional<String> load(Key key) {
        return db.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.JURISDICTION.eq(key.jurisdiction()), SETTING.NAME.eq(key.name()))
                .fetchOptional(SETTING.VALUE);
    }
}
