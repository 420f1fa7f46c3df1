package lianlin.testing;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import lianlin.Lianlin;
import lianlin.identity.Enrolment;
import lianlin.identity.SentCodes;
import lianlin.messaging.PushedMessages;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The server of the run: the whole application on a free port, with a clock that tests can move and without the
/// outside systems.
public final class Server implements AutoCloseable {
    /// From where a proxy before the server speaks; every 127.x.y.z is this computer.
    private static final String PROXY = "127.9.9.9";

    private final TestDatabase database;
    private final TestClock clock;
    private final Calls calls;
    private final ConfigurableApplicationContext context;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpClient proxy = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.ofLiteral(PROXY))
            .build();
    private final AtomicInteger counties = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();

    private Server(TestDatabase database, TestClock clock) {
        this.database = database;
        this.clock = clock;
        this.calls = new Calls(clock);
        var application = new SpringApplication(Lianlin.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> fake((GenericApplicationContext) context));
        this.context = application.run(List.of(
                        "--lianlin.database.url=" + database.url(),
                        "--lianlin.database.user=" + database.user(),
                        "--lianlin.database.password=" + database.password(),
                        "--lianlin.data=" + database.folder(),
                        "--lianlin.keys=" + database.folder().resolve("keys"),
                        "--lianlin.demo=false",
                        // many tests act at once on a machine that builds beside them
                        "--lianlin.database.connections=40",
                        "--lianlin.database.wide-connections=40",
                        "--lianlin.messages.patience=5s",
                        "--lianlin.proxies=" + PROXY,
                        "--lianlin.messages.push-contact=mailto:test@example.org",
                        "--server.port=0")
                .toArray(String[]::new));
    }

    static Server start() {
        return new Server(TestDatabase.start(), new TestClock());
    }

    private void fake(GenericApplicationContext context) {
        context.registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        context.registerBean("testCalls", Calls.class, () -> calls);
        context.registerBean("testWithoutScope", WithoutScope.class, WithoutScope::new);
        context.registerBean(
                "testStatements",
                DefaultExecuteListenerProvider.class,
                () -> new DefaultExecuteListenerProvider(calls));
        SentCodes.register(context);
        context.registerBean("sentTexts", SentTexts.class);
        PushedMessages.register(context);
    }

    /// A bean of the application.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public TestClock clock() {
        return clock;
    }

    /// Where the server keeps its files.
    public Path folder() {
        return database.folder();
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    HttpClient client() {
        return client;
    }

    HttpClient proxy() {
        return proxy;
    }

    Calls calls() {
        return calls;
    }

    /// The database under the login of its owner, who sees all districts: for looking behind the
    /// application's back.
    public DSLContext owner() {
        return DSL.using(ownerSource(), SQLDialect.POSTGRES);
    }

    public DataSource ownerSource() {
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        var properties = new Properties();
        properties.setProperty("options", "-c lianlin.lo=0 -c lianlin.hi=999999");
        source.setConnectionProperties(properties);
        return source;
    }

    public Enrolment enrolment() {
        return new Enrolment(context);
    }

    /// A 6-digit code of a county that no other test has: 9xxxxx is not given out in reality.
    int county() {
        var number = counties.incrementAndGet();
        return 900_000 + number + (number - 1) / 99;
    }

    /// A number that no other test has.
    public int number() {
        return numbers.incrementAndGet();
    }

    @Override
    public void close() throws Exception {
        context.close();
        client.close();
        proxy.close();
        database.close();
    }
}
