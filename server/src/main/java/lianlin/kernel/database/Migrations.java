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
        login(db);
    }

    private void prepare(DSLContext db) {
        db.transaction(step -> {
            var dsl = step.dsl();
            dsl.execute("SELECT pg_advisory_xact_lock(7310265)");
            var known =
                    dsl.fetchExists(DSL.table("pg_roles"), DSL.field("rolname").eq(APPLICATION));
            if (!known) {
                dsl.execute("CREATE ROLE lianlin_app NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE");
            }
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
