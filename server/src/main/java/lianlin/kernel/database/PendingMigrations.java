package lianlin.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What this release would change of the tables when it starts, found out by the names of the files alone: that costs a
/// start a few milliseconds.
public final class PendingMigrations {
    private PendingMigrations() {}

    /// The files that were not run yet; none for a database that has no tables yet.
    public static List<String> of(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            return of(DSL.using(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say what it holds: " + e.getMessage(), e);
        }
    }

    private static List<String> of(DSLContext db) {
        var schemas = db.fetch("SELECT schemaname FROM pg_tables WHERE tablename = 'flyway_history'")
                .getValues(0, String.class);
        if (schemas.isEmpty()) {
            return List.of();
        }
        var done = new HashSet<String>();
        for (var schema : schemas) {
            db.select(DSL.field(DSL.name("script"), String.class))
                    .from(DSL.table(DSL.name(schema, "flyway_history")))
                    .where(DSL.field(DSL.name("success"), Boolean.class))
                    .fetch(0, String.class)
                    .forEach(script -> done.add(schema + "/" + script));
        }
        return shipped().filter(script -> !done.contains(script)).sorted().toList();
    }

    private static Stream<String> shipped() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*/V*.sql");
            return Stream.of(files).map(file -> {
                try {
                    var path = file.getURI().toString();
                    var module = path.substring(0, path.lastIndexOf('/'));
                    return module.substring(module.lastIndexOf('/') + 1) + "/"
                            + Objects.requireNonNull(file.getFilename());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
