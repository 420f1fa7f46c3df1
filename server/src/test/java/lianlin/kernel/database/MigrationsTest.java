package lianlin.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import lianlin.testing.Server;
import lianlin.testing.ServerTest;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What the owner does with a database at the start.
@ServerTest
class MigrationsTest {
    private static final String ROW = """
            INSERT INTO kernel.journal (jurisdiction, id, at, kind, subject, subject_id)
            VALUES (1, ?, now(), 'thing-noted', 'thing', 1)
            """;
    private static final String UNREAD = """
            SELECT count(*) FROM kernel.journal j, kernel.listener l
             WHERE (j.xid, j.id) > (l.xid, l.id)
               AND j.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint + kernel.era()
            """;

    private Server server;
    private String name;
    private DatabaseSettings settings;
    private DSLContext db;

    @BeforeEach
    void makeADatabase(Server server) {
        this.server = server;
        name = "lianlin_new_" + server.number();
        server.owner().execute("CREATE DATABASE " + name);
        var environment = server.context().getEnvironment();
        settings = new DatabaseSettings(
                environment
                        .getRequiredProperty("lianlin.database.url")
                        .replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"),
                environment.getRequiredProperty("lianlin.database.user"),
                environment.getRequiredProperty("lianlin.database.password"),
                1,
                1);
        var source = new DriverManagerDataSource(settings.url(), settings.user(), settings.password());
        var properties = new Properties();
        properties.setProperty("options", "-c lianlin.lo=0 -c lianlin.hi=999999");
        source.setConnectionProperties(properties);
        db = DSL.using(source, SQLDialect.POSTGRES);
        migrate();
    }

    @AfterEach
    void drop() {
        server.owner().execute("DROP DATABASE " + name);
    }

    @Test
    void aSecondStartChangesNothing() {
        migrate();

        assertThat(number("SELECT kernel.era()")).isZero();
    }

    /// The numbers of transactions that a dump brings are as high as the server of before was busy.
    @Test
    void aDatabaseThatCameInADumpGoesOnAfterItsLastTransaction() throws InterruptedException {
        db.execute(ROW, 1L);
        db.execute("UPDATE kernel.journal SET xid = xid + 4000000000");
        db.execute("INSERT INTO kernel.listener (name, xid, id) SELECT 'test-reader', xid, id FROM kernel.journal");

        migrate();
        db.execute(ROW, 2L);

        // readers stop at the oldest transaction that runs, and other tests run some
        for (var tries = 0; tries < 200 && number(UNREAD) == 0; tries++) {
            Thread.sleep(100);
        }
        assertThat(number(UNREAD)).isEqualTo(1);
        var era = number("SELECT kernel.era()");
        assertThat(era).isGreaterThan(4_000_000_000L);
        migrate();
        assertThat(number("SELECT kernel.era()")).isEqualTo(era);
    }

    private void migrate() {
        var owner = new DriverManagerDataSource(settings.url(), settings.user(), settings.password());
        new Migrations(owner, settings.applicationPassword()).run();
    }

    private long number(String sql) {
        return db.fetchSingle(sql).get(0, Long.class);
    }
}
