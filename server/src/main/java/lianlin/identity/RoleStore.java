package lianlin.identity;

import static lianlin.identity.sql.Tables.ROLE;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.springframework.stereotype.Repository;

/// The SQL of roles. The permissions of a role are remembered for three seconds, so that a change counts
/// within five.
@Repository
class RoleStore {
    private static final String EDIT = "role.edit";

    private final DSLContext db;
    private final Words words;
    private final LoadingCache<String, Set<String>> permissions = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(3))
            .maximumSize(1_000)
            .build(this::load);

    RoleStore(DSLContext db, Words words) {
        this.db = db;
        this.words = words;
    }

    List<Role> list() {
        return db.select(ROLE.CODE, ROLE.REACH, ROLE.PERMISSIONS, ROLE.VERSION)
                .from(ROLE)
                .orderBy(ROLE.CODE)
                .fetch(this::role);
    }

    Role get(String code) {
        return db.select(ROLE.CODE, ROLE.REACH, ROLE.PERMISSIONS, ROLE.VERSION)
                .from(ROLE)
                .where(ROLE.CODE.eq(code))
                .fetchOptional(this::role)
                .orElseThrow(() -> Problem.absent("role", code));
    }

    /// The role at the version that the caller has seen, locked until the transaction ends.
    Role lock(String code, int version) {
        var role = db.select(ROLE.CODE, ROLE.REACH, ROLE.PERMISSIONS, ROLE.VERSION)
                .from(ROLE)
                .where(ROLE.CODE.eq(code))
                .forUpdate()
                .fetchOptional(this::role)
                .orElseThrow(() -> Problem.absent("role", code));
        if (role.version() != version) {
            throw Problem.stale("role", code);
        }
        return role;
    }

    void update(String code, List<String> permitted, int version) {
        db.update(ROLE)
                .set(ROLE.PERMISSIONS, permitted.toArray(String[]::new))
                .set(ROLE.VERSION, version)
                .where(ROLE.CODE.eq(code))
                .execute();
        permissions.invalidate(code);
    }

    void addIfNew(String code, Scope.Reach reach, List<String> permitted) {
        db.insertInto(ROLE)
                .set(ROLE.CODE, code)
                .set(ROLE.REACH, reach.name())
                .set(ROLE.PERMISSIONS, permitted.toArray(String[]::new))
                .onConflictDoNothing()
                .execute();
    }

    /// What a post may do. Roles are of the whole installation: who stands in a district reads them, and edits none.
    Set<String> permissions(Post post) {
        var bundled = permissions.get(post.role());
        if (post.area().equals(Area.COUNTRY) || !bundled.contains(EDIT)) {
            return bundled;
        }
        var without = new HashSet<>(bundled);
        without.remove(EDIT);
        return without;
    }

    private Set<String> load(String role) {
        return db.select(ROLE.PERMISSIONS)
                .from(ROLE)
                .where(ROLE.CODE.eq(role))
                .fetchOptional(ROLE.PERMISSIONS)
                .map(Set::of)
                .orElse(Set.of());
    }

    private Role role(Record4<String, String, String[], Integer> row) {
        return new Role(
                row.value1(),
                words.of("role", row.value1()).label(),
                Scope.Reach.valueOf(row.value2()),
                Arrays.asList(row.value3()),
                row.value4());
    }

    /// The id under which a role stands in the journal, made from its code.
    static Id id(String code) {
        return new Id(Integer.toUnsignedLong(code.hashCode()));
    }
}
