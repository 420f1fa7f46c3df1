package lianlin.kernel.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import lianlin.kernel.measure.Measured;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The size of the database, how long it takes to answer nothing, and how the connections are used.
@Component
class DatabaseFigures implements Measured {
    private final DSLContext db;
    private final DataSource source;

    DatabaseFigures(DSLContext db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    @Override
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        if (source instanceof ScopedDataSource scoped) {
            for (var pool : scoped.pools()) {
                var now = pool.getHikariPoolMXBean();
                if (now != null) {
                    add(figures, pool.getPoolName(), "active", now.getActiveConnections());
                    add(figures, pool.getPoolName(), "idle", now.getIdleConnections());
                    add(figures, pool.getPoolName(), "waiting", now.getThreadsAwaitingConnection());
                    add(figures, pool.getPoolName(), "most", pool.getMaximumPoolSize());
                }
            }
        }
        var begin = System.nanoTime();
        db.selectOne().fetch();
        figures.add(new Figure("lianlin_database_answer_seconds", (System.nanoTime() - begin) / 1e9));
        figures.add(new Figure(
                "lianlin_database_bytes",
                db.resultQuery("SELECT pg_database_size(current_database())::float8")
                        .fetchSingle()
                        .get(0, double.class)));
        return figures;
    }

    private static void add(List<Figure> figures, String pool, String state, int connections) {
        figures.add(new Figure("lianlin_connections", Map.of("pool", pool, "state", state), connections));
    }
}
