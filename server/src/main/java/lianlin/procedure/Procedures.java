package lianlin.procedure;

import static lianlin.procedure.sql.Tables.DEFINITION;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lianlin.kernel.Problem;
import org.jooq.DSLContext;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The procedures: the first version of each ships as a file, later ones are rows. A case keeps the version that it
/// started with.
@Repository
@Order(10)
public class Procedures implements ApplicationRunner {
    private record Key(String name, int version) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final DSLContext db;
    private final Clock clock;
    private final boolean describing;
    private final LoadingCache<Key, Procedure> known =
            Caffeine.newBuilder().maximumSize(500).build(this::load);
    private final LoadingCache<String, Integer> newest = Caffeine.newBuilder()
            .expireAfterWrite(java.time.Duration.ofSeconds(5))
            .build(this::newestVersion);

    Procedures(
            DSLContext db,
            Clock clock,
            @org.springframework.beans.factory.annotation.Value("${lianlin.openapi:false}") boolean describing) {
        this.db = db;
        this.clock = clock;
        this.describing = describing;
    }

    /// Reads a definition; `IllegalArgumentException` where it contradicts itself.
    public static Procedure read(String content) {
        return YAML.readValue(content, Procedure.class).checked();
    }

    /// The version by which new cases start.
    public Procedure current(String name) {
        return get(name, newest.get(name));
    }

    public Procedure get(String name, int version) {
        return known.get(new Key(name, version));
    }

    /// The newest version of every procedure.
    List<Procedure> list() {
        return db.selectDistinct(DEFINITION.NAME)
                .from(DEFINITION)
                .orderBy(DEFINITION.NAME)
                .fetch(row -> current(row.value1()));
    }

    /// Brings in the definitions that ship with the product and that the database does not know yet.
    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (describing) {
            return;
        }
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*.yaml");
        for (var file : Arrays.stream(files)
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList()) {
            var content = file.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            var procedure = read(content);
            db.insertInto(DEFINITION)
                    .set(DEFINITION.NAME, procedure.name())
                    .set(DEFINITION.VERSION, procedure.version())
                    .set(DEFINITION.CONTENT, content)
                    .set(DEFINITION.SINCE, clock.instant())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private Procedure load(Key key) {
        return db.select(DEFINITION.CONTENT)
                .from(DEFINITION)
                .where(DEFINITION.NAME.eq(key.name()), DEFINITION.VERSION.eq(key.version()))
                .fetchOptional(row -> read(row.value1()))
                .orElseThrow(() -> Problem.absent("procedure", key.name()));
    }

    private Integer newestVersion(String name) {
        return db.select(DEFINITION.VERSION)
                .from(DEFINITION)
                .where(DEFINITION.NAME.eq(name))
                .orderBy(DEFINITION.VERSION.desc())
                .limit(1)
                .fetchOptional(DEFINITION.VERSION)
                .orElseThrow(() -> Problem.absent("procedure", name));
    }
}
