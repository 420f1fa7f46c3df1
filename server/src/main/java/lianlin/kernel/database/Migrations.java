package lianlin.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.core.io.ClassPathResource;

/// Brings a database up to this version: every module's schema by its own numbered migrations, in the order of
/// `modules.txt`, and the login of the application, which owns nothing and cannot pass row-level security.
final class Migrations {
    private static final String APPLICATION = "lianlin_app";
    private static final String FINDER = "lianlin_finder";
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(7310265)";

    private final DataSource owner;
    private final String password;

    /// `password` is what the application will sign in with.
    Migrations(DataSource owner, String password) {
        this.owner = owner;
        this.password = password;
    }

    void run() {
        var db = DSL.using(owner, SQLDialect.POSTGRES);
        prepare(db);
        for (var module : modules()) {
            Flyway.configure()
                    .dataSource(owner)
                    .schemas(module)
                    .table("flyway_history")
                    .locations("classpath:db/migration/" + module, "classpath:db/connection")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        }
        goOnCounting(db);
        db.execute("SELECT kernel.finders_apart()");
        login(db);
    }

    private void prepare(DSLContext db) {
        db.transaction(step -> {
            var dsl = step.dsl();
            dsl.execute(ONE_AT_A_TIME);
            for (var role : List.of(APPLICATION, FINDER)) {
                if (!dsl.fetchExists(DSL.table("pg_roles"), DSL.field("rolname").eq(role))) {
                    dsl.execute("CREATE ROLE " + role + " NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE");
                }
            }
            dsl.execute("GRANT " + FINDER + " TO CURRENT_USER");
        });
    }

    /// A dump brings the numbers of transactions of the server where it was made. Where they are higher than
    /// those of this server, new rows of the journal would lie before what its readers have read, and no one
    /// would ever hear of them.
    private void goOnCounting(DSLContext db) {
        db.transaction(step -> {
            var dsl = step.dsl();
            dsl.execute(ONE_AT_A_TIME);
            dsl.execute("SELECT set_config('lianlin.lo', '0', true), set_config('lianlin.hi', '999999', true)");
            var reached = dsl.resultQuery("""
                            SELECT reached FROM (
                                SELECT greatest((SELECT max(xid) FROM kernel.journal), (SELECT max(xid) FROM kernel.listener),
                                                (SELECT max(to_xid) FROM kernel.seal)) AS reached) AS all_of_them
                             WHERE reached >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + kernel.era()
                            """).fetchOptional(0, Long.class);
            reached.ifPresent(last -> dsl.execute(
                    "CREATE OR REPLACE FUNCTION kernel.era() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN "
                            + DSL.inline(last + 1)));
        });
    }

    private void login(DSLContext db) {
        db.execute("ALTER ROLE lianlin_app LOGIN PASSWORD " + DSL.inline(password));
    }

    private static List<String> modules() {
        try {
            return new ClassPathResource("db/migration/modules.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
