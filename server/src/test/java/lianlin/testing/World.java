package lianlin.testing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Journal;
import lianlin.kernel.journal.Reading;
import lianlin.territory.Grounds;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// One jurisdiction, made for one test, and what stands in it, in the words of the story.
public final class World {
    private final Server server;
    private final Area county;
    private final Map<String, Locality> localities = new ConcurrentHashMap<>();
    private volatile Duration ahead = Duration.ZERO;
    private @Nullable HttpClient client;

    World(Server server) {
        this.server = server;
        this.county = Area.parse(Integer.toString(server.county()));
        Grounds.lay(server.context(), county, "测试区");
    }

    public Server server() {
        return server;
    }

    /// The 6-digit code of the district.
    public int jurisdiction() {
        return county.county();
    }

    /// The district itself.
    public Locality district() {
        return localities.computeIfAbsent("", key -> new Locality(this, county, "测试区"));
    }

    /// The whole installation, where its three administrators stand.
    public Locality installation() {
        return new Locality(this, Area.COUNTRY, "平台");
    }

    /// A place of the national list that was opened before.
    public Locality place(String code) {
        return new Locality(this, Area.parse(code), code);
    }

    /// The street of this name; made when it is named first.
    public Locality street(String name) {
        return locality("street " + name, county, name);
    }

    /// The community of this name, in one street with the others.
    public Locality community(String name) {
        return community("东街街道", name);
    }

    /// The community of this name in a street.
    public Locality community(String street, String name) {
        return locality("community " + street + " " + name, street(street).area(), name);
    }

    public Person systemAdmin() {
        return district().person("SYSTEM_ADMIN");
    }

    public Person securityAdmin() {
        return district().person("SECURITY_ADMIN");
    }

    public Person auditAdmin() {
        return district().person("AUDIT_ADMIN");
    }

    /// Somebody who has not signed in.
    public Person visitor() {
        return new Person(this, null, "");
    }

    /// A role of this test alone, with these permissions.
    public String role(Scope.Reach reach, String... permissions) {
        var code = "TEST_" + server.number();
        server.enrolment().role(code, reach, permissions);
        return code;
    }

    /// Another district beside this one.
    public World neighbour() {
        return new World(server);
    }

    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    /// The database as the application sees it, for use inside [#inside].
    public DSLContext db() {
        return server.bean(DSLContext.class);
    }

    /// Lets time pass for everybody of this world. Sessions of staff end after half an hour; people sign in
    /// again by themselves.
    public void later(Duration time) {
        ahead = ahead.plus(time);
    }

    /// Lets time pass until the next quarter of an hour begins: what is counted in windows of time then falls into
    /// one window.
    public void toTheNextQuarter() {
        var quarter = Duration.ofMinutes(15).toMillis();
        later(Duration.ofMillis(quarter - inside(() -> server.clock().millis()) % quarter));
    }

    /// Speaks from an address of this world alone: every 127.x.y.z is this computer.
    synchronized HttpClient client() {
        if (client == null) {
            var number = jurisdiction() - 900_000;
            var address = new byte[] {127, 1, (byte) (number / 250 + 1), (byte) (number % 250 + 1)};
            try {
                client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(InetAddress.getByAddress(address))
                        .build();
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
        return client;
    }

    Duration ahead() {
        return ahead;
    }

    public LocalDate today() {
        return inside(() -> LocalDate.now(server.clock()));
    }

    /// Works with beans of the server as a job of this district would: it sees this district alone, in its time.
    public <T> T inside(Supplier<T> work) {
        return Scoped.call(
                Scope.jurisdiction(jurisdiction()), () -> server.clock().ahead(ahead, work));
    }

    /// The same in a transaction.
    public <T> T transaction(Supplier<T> work) {
        return inside(() -> bean(TransactionTemplate.class).execute(status -> work.get()));
    }

    /// Waits until listeners and counters have read all that has happened in this district. Readers stop at
    /// the oldest transaction that is open, so a test that holds one open makes others wait.
    public void catchUp() {
        for (var end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; ) {
            bean(Reading.class).catchUp();
            if (!behind()) {
                return;
            }
        }
        throw new AssertionError("the readers of the journal did not catch up within a minute");
    }

    private boolean behind() {
        return server.owner().fetchOptional("""
                        SELECT FROM kernel.journal j, kernel.listener l
                         WHERE j.jurisdiction = ? AND (j.xid, j.id) > (l.xid, l.id) AND l.name NOT LIKE 'test-%' LIMIT 1
                        """, jurisdiction()).isPresent();
    }

    /// A number that no other test has.
    public int number() {
        return server.number();
    }

    /// An id that points to nothing.
    public Id nothing() {
        return Id.next();
    }

    private Locality locality(String key, Area above, String name) {
        synchronized (localities) {
            var known = localities.get(key);
            if (known != null) {
                return known;
            }
            var made = new Locality(this, below(above), name);
            Grounds.lay(server.context(), made.area(), name);
            localities.put(key, made);
            return made;
        }
    }

    private Area below(Area above) {
        var step = above.depth() == 3 ? 1_000_000L : 1_000L;
        var taken = localities.values().stream()
                .filter(locality -> locality.area().parent().equals(above))
                .count();
        return new Area(above.code() + (taken + 1) * step);
    }

    /// The kinds of what is in the journal about somebody's account, oldest first.
    public List<String> happenedTo(Person person) {
        return inside(() -> bean(Journal.class).timeline(jurisdiction(), person.account()).stream()
                .map(Happened::kind)
                .toList());
    }
}
