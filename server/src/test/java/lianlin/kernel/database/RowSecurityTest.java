package lianlin.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import lianlin.kernel.Scope;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/// The second line: what the database itself shows and takes, whatever a query says (S2).
@ServerTest
class RowSecurityTest {
    /// Tables that belong to the installation: they hold no row of a district.
    private static final List<String> WITHOUT_DISTRICT = List.of(
            "identity.attempt",
            "identity.demo_message",
            "identity.half_open",
            "identity.one_time_code",
            "identity.recovery_code",
            "identity.role",
            "identity.second_factor",
            "identity.session",
            "identity.sign_in_failure",
            "kernel.answered",
            "kernel.listener",
            "kernel.seal",
            "kernel.work_calendar_day",
            "procedure.definition");

    private static final String EVERYTHING = """
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND c.relkind IN ('r', 'p')
              AND c.relname <> 'flyway_history' AND NOT c.relispartition
            """;

    @Test
    void theApplicationOwnsNothingAndCannotPassTheLine(World world) {
        var owner = world.server().owner();

        var role = owner.fetchSingle(
                "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = 'lianlin_app'");
        assertThat(role.intoArray()).containsOnly(false);
        assertThat(owner.fetch("SELECT relname FROM pg_class WHERE relowner = 'lianlin_app'::regrole"))
                .isEmpty();
        assertThat(
                        owner.fetch(
                                "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = 'lianlin_app'::regrole"))
                .isEmpty();
    }

    @Test
    void everyTableOfADistrictIsUnderTheLineAndTheOthersAreListed(World world) {
        var owner = world.server().owner();
        var guarded = owner.fetch(
                        "SELECT n.nspname || '.' || c.relname " + EVERYTHING
                                + " AND c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)")
                .into(String.class);
        var ofDistricts = owner.fetch(
                        "SELECT n.nspname || '.' || c.relname " + EVERYTHING
                                + " AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'jurisdiction')")
                .into(String.class);
        var all = owner.fetch("SELECT n.nspname || '.' || c.relname " + EVERYTHING)
                .into(String.class);

        assertThat(guarded).containsExactlyInAnyOrderElementsOf(ofDistricts);
        all.removeAll(guarded);
        assertThat(all)
                .as("tables without a jurisdiction are named here, with a reason")
                .isSubsetOf(WITHOUT_DISTRICT);
    }

    /// So tables can be spread over many nodes by the district, and no key of one district names a row of another.
    @Test
    void theKeyOfEveryTableOfADistrictBeginsWithTheDistrict(World world) {
        var others = world.server()
                .owner()
                .fetch("SELECT n.nspname || '.' || c.relname " + EVERYTHING + """
                         AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'jurisdiction')
                         AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_attribute a
                                             ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                                          WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'jurisdiction')
                        """)
                .into(String.class);

        assertThat(others)
                .as("tables with another key are named here, with a reason")
                .containsExactlyInAnyOrder(
                        // who signs in does not say to which district he belongs
                        "identity.account",
                        // parts of its key may be empty, hence a unique constraint that begins with the district
                        "matter.service_opening");
    }

    @Test
    void theJournalAndItsSealsAreNeverChanged(World world) {
        var db = world.db();

        for (var table : List.of("kernel.journal", "kernel.seal")) {
            assertThatThrownBy(() -> world.inside(() -> db.execute("DELETE FROM " + table)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> world.inside(() -> db.execute("TRUNCATE " + table)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> world.inside(() -> db.execute("UPDATE kernel.journal SET reason = ''")))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> world.inside(() -> db.execute("UPDATE kernel.seal SET rows = 0")))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void withoutAScopeThereAreNoRows(World world) {
        world.community("滨江").resident();

        assertThat(count(world.db())).isZero();
        assertThat(Scoped.<Integer>call(
                        new Scope(1, 0, Scope.Reach.SYSTEM, lianlin.kernel.Area.COUNTRY, null, null),
                        () -> count(world.db())))
                .isZero();
        assertThat(world.<Integer>inside(() -> count(world.db()))).isEqualTo(1);
    }

    @Test
    void theRowsOfAnotherDistrictAreNotThere(World world) {
        var neighbour = world.neighbour();
        var foreign = neighbour.community("滨江").resident();
        var db = world.db();

        assertThat(world.<Integer>inside(() -> db.fetchCount(
                        DSL.table("identity.account"),
                        DSL.condition("id = ?", foreign.account().value()))))
                .isZero();
        assertThat(world.<Integer>inside(() -> db.execute(
                        "UPDATE identity.account SET name = 'x' WHERE id = ?",
                        foreign.account().value())))
                .isZero();
        assertThatThrownBy(() -> world.inside(() ->
                        db.execute("INSERT INTO kernel.setting VALUES (?, 'planted', 'x')", neighbour.jurisdiction())))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> world.inside(() -> {
                    db.execute("INSERT INTO kernel.setting VALUES (?, 'moved', 'x')", world.jurisdiction());
                    return db.execute("UPDATE kernel.setting SET jurisdiction = ?", neighbour.jurisdiction());
                }))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void theScopeOfOneRequestNeverReachesAnother(World world) throws Exception {
        var districts = List.of(world, world.neighbour());
        for (var district : districts) {
            district.inside(() -> district.db()
                    .execute(
                            "INSERT INTO kernel.setting VALUES (?, 'mark', ?)",
                            district.jurisdiction(),
                            "" + district.jurisdiction()));
        }
        try (var pool = pool(world, 2);
                var threads = Executors.newFixedThreadPool(8)) {
            var db = DSL.using(new ScopedDataSource(pool, pool), SQLDialect.POSTGRES);
            var work = new ArrayList<CompletableFuture<Void>>();
            for (var thread = 0; thread < 8; thread++) {
                var district = districts.get(thread % 2);
                work.add(CompletableFuture.runAsync(() -> hammer(db, district), threads));
            }
            for (var done : work) {
                done.get();
            }
            assertThat(count(db)).isZero();
        }
    }

    private static void hammer(DSLContext db, World district) {
        for (var i = 0; i < 400; i++) {
            var marks = Scoped.<List<String>>call(
                    Scope.jurisdiction(district.jurisdiction()),
                    () -> db.fetch("SELECT value FROM kernel.setting WHERE name = 'mark'")
                            .into(String.class));
            assertThat(marks).containsExactly("" + district.jurisdiction());
            if (i % 50 == 0) {
                fail(db, district);
            }
            if (i % 60 == 0) {
                assertThat(count(db)).isZero();
            }
        }
    }

    /// A transaction that is rolled back takes back nothing of the scope.
    private static void fail(DSLContext db, World district) {
        assertThatThrownBy(() -> Scoped.run(
                        Scope.jurisdiction(district.jurisdiction()),
                        () -> db.transaction(step -> {
                            step.dsl().execute("SELECT 1");
                            throw new SQLException("rolled back");
                        })))
                .isNotNull();
    }

    static HikariDataSource pool(World world, int connections) {
        var environment = world.server().context().getEnvironment();
        var settings = new DatabaseSettings(
                environment.getRequiredProperty("lianlin.database.url"),
                environment.getRequiredProperty("lianlin.database.user"),
                environment.getRequiredProperty("lianlin.database.password"),
                connections,
                connections);
        var pool = new HikariDataSource();
        pool.setJdbcUrl(settings.url());
        pool.setUsername("lianlin_app");
        pool.setPassword(settings.applicationPassword());
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    private static int count(DSLContext db) {
        return db.fetchCount(DSL.table("identity.account"));
    }
}
