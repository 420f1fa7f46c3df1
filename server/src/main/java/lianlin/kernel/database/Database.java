package lianlin.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lianlin.kernel.Id;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The application's connections: the owner migrates and is then gone, all work is done under a login that owns
/// nothing.
@Configuration
@EnableConfigurationProperties(DatabaseSettings.class)
class Database {
    private static final int APART = 3;

    /// A request reads a page or a record: whoever brings workers along for it takes them from the others.
    private static final String ALONE = " -c max_parallel_workers_per_gather=0";

    @Bean
    @ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
    DataSource dataSource(DatabaseSettings settings) {
        var owner = new DriverManagerDataSource(settings.url(), settings.user(), settings.password());
        new Migrations(owner, settings.applicationPassword()).run();
        var scoped = new ScopedDataSource(
                pool("lianlin", settings, settings.connections(), ALONE),
                pool("wide", settings, settings.wideConnections(), ""));
        DSL.using(scoped, SQLDialect.POSTGRES)
                .resultQuery("SELECT nextval('kernel.node')::int")
                .fetchOptionalInto(Integer.class)
                .ifPresent(Id::node);
        return scoped;
    }

    /// Made after the first, which migrates.
    @Bean
    Apart apart(DatabaseSettings settings, DataSource first) {
        if (settings.url().isEmpty()) {
            return new Apart(DSL.using(first, SQLDialect.POSTGRES, rendered()), () -> {});
        }
        var pool = pool("apart", settings, APART, ALONE);
        var own = new ScopedDataSource(pool, pool);
        return new Apart(DSL.using(own, SQLDialect.POSTGRES, rendered()), own::close);
    }

    private static HikariDataSource pool(String name, DatabaseSettings settings, int connections, String more) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(settings.url());
        pool.setUsername("lianlin_app");
        pool.setPassword(settings.applicationPassword());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("prepareThreshold", "3");
        // one plan for each statement; ranges of a scope stand in its text (docs/decisions/013)
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan" + more);
        // what the server says about a failing row may be personal, and exceptions are logged
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("ApplicationName", "lianlin");
        return pool;
    }

    /// Printing the API description needs the beans, but no rows.
    @Bean
    @ConditionalOnProperty(name = "lianlin.openapi", havingValue = "true")
    DataSource noDatabase() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("The API description is printed without a database");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    @Bean
    DefaultConfigurationCustomizer jooqSettings() {
        return configuration -> configuration.set(rendered());
    }

    private static Settings rendered() {
        return new Settings()
                .withRenderSchema(true)
                .withExecuteLogging(false)
                .withFetchWarnings(false)
                .withInListPadding(true);
    }
}
