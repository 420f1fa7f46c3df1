package lianlin.kernel.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import lianlin.kernel.journal.CounterVerification;
import lianlin.kernel.journal.SealVerification;
import lianlin.kernel.postgres.Login;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// Looks through a copy of the database that was started: every block, every table, the seals of the journal, the
/// counters against the journal.
final class Inspection {
    /// What was found; a copy without complaints is good.
    record Outcome(SortedMap<String, Long> rows, long journal, long seals, List<String> complaints) {
        long all() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final Path data;
    private final Path keys;
    private final Clock clock;
    private final List<String> complaints = new ArrayList<>();

    /// @param data the data folder of the copy
    /// @param keys where the key lies that signed its checkpoints
    Inspection(Path data, Path keys, Clock clock) {
        this.data = data;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param blocks whether every block of every file is read, which finds what no statement would meet; this needs an
    /// extension and is for copies that are thrown away
    Outcome of(Login login, boolean blocks) {
        try (var connection = connect(login)) {
            var db = DSL.using(connection);
            if (blocks) {
                readBlocks(db);
            }
            var rows = rows(db);
            var verdict = rows.containsKey("kernel.seal") ? seals(db) : new SealVerification.Verdict(0, 0, List.of());
            verdict.findings().forEach(found -> complaints.add("seal " + found.seal() + ": " + found.kind()));
            if (rows.containsKey("kernel.tally")) {
                complaints.addAll(CounterVerification.differences(db));
            }
            return new Outcome(rows, verdict.rows(), verdict.seals(), List.copyOf(complaints));
        } catch (SQLException | DataAccessException e) {
            complaints.add(String.valueOf(e.getMessage()));
            return new Outcome(new TreeMap<>(), 0, 0, List.copyOf(complaints));
        }
    }

    private static Connection connect(Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("options", "-c lianlin.lo=0 -c lianlin.hi=999999 -c max_parallel_workers_per_gather=0");
        var connection = DriverManager.getConnection(login.url(), properties);
        connection.setAutoCommit(false);
        return connection;
    }

    /// Through the buffers, where the sum of every block is compared.
    private void readBlocks(DSLContext db) {
        db.execute("CREATE EXTENSION IF NOT EXISTS pg_prewarm SCHEMA public");
        db.fetch("""
                SELECT public.pg_prewarm(c.oid, 'buffer')
                  FROM pg_class c
                 WHERE c.relkind IN ('r', 'i', 't', 'm', 'S') AND pg_relation_filepath(c.oid) IS NOT NULL
                """);
    }

    private static SortedMap<String, Long> rows(DSLContext db) {
        var rows = new TreeMap<String, Long>();
        var tables = db.fetch("""
                SELECT schemaname, tablename FROM pg_tables
                 WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2
                """);
        for (var table : tables) {
            var schema = table.get(0, String.class);
            var name = table.get(1, String.class);
            rows.put(schema + "." + name, (long) db.fetchCount(DSL.table(DSL.name(schema, name))));
        }
        return rows;
    }

    private SealVerification.Verdict seals(DSLContext db) {
        return SealVerification.of(db, data, keys, clock).all();
    }
}
