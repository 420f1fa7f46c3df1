package lianlin.testing;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import lianlin.identity.Enrolment;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Somebody who acts over HTTP, signed in under a post; a visitor is not signed in. `{}` parts of a path are filled
/// with the values that follow.
public final class Person {
    private record Entered(Enrolment.Opened session, Duration at) {}

    private final World world;
    private final Enrolment.@Nullable Enrolled enrolled;
    private final String role;
    private volatile @Nullable Entered entered;

    Person(World world, Enrolment.@Nullable Enrolled enrolled, String role) {
        this.world = world;
        this.enrolled = enrolled;
        this.role = role;
    }

    public Answer get(String path, Object... values) {
        return call("GET", path, values).send();
    }

    /// How many statements a GET costs once session and roles are remembered: the fewest of three tries.
    public int statements(String path, Object... values) {
        return IntStream.range(0, 3)
                .map(each -> get(path, values).is(200).statements())
                .min()
                .orElseThrow();
    }

    public Answer post(String path, @Nullable Object body, Object... values) {
        return call("POST", path, values).body(body).send();
    }

    public Answer put(String path, @Nullable Object body, Object... values) {
        return call("PUT", path, values).body(body).send();
    }

    /// A change of what the person has seen in this version.
    public Answer putAt(int version, String path, @Nullable Object body, Object... values) {
        return call("PUT", path, values).version(version).body(body).send();
    }

    /// A POST to a thing that the person has seen in this version.
    public Answer postAt(int version, String path, @Nullable Object body, Object... values) {
        return call("POST", path, values).version(version).body(body).send();
    }

    public Answer delete(String path, Object... values) {
        return call("DELETE", path, values).send();
    }

    /// A request to be made up in detail.
    public Call call(String method, String path, Object... values) {
        var call = new Call(world, method, filled(path, values));
        if (enrolled != null) {
            var session = session();
            call.header("Cookie", "__Host-lianlin=" + session.token()).header("X-CSRF-Token", session.csrf());
        }
        return method.equals("POST")
                ? call.header("Idempotency-Key", UUID.randomUUID().toString())
                : call;
    }

    /// Holds another post too; the first one goes on acting.
    public Id also(String role, Locality where) {
        return world.server().enrolment().appoint(account(), role, where.area(), null, null, where.name());
    }

    /// Has this password from now on.
    public void password(String password) {
        world.server().enrolment().password(account(), password);
    }

    /// Enters anew, on another device.
    public Enrolment.Opened enter() {
        var opened = world.inside(() -> world.server().enrolment().enter(account()));
        entered = new Entered(opened, world.ahead());
        return opened;
    }

    public Enrolment.Opened session() {
        var now = entered;
        return now == null || !now.at().equals(world.ahead()) ? enter() : now.session();
    }

    public Id account() {
        return who().account();
    }

    public Id person() {
        return who().person();
    }

    public String name() {
        return who().name();
    }

    public String login() {
        return who().login();
    }

    public String phone() {
        return who().phone();
    }

    public String role() {
        return role;
    }

    private Enrolment.Enrolled who() {
        return Objects.requireNonNull(enrolled, "a visitor is nobody in particular");
    }

    private static String filled(String path, Object... values) {
        var text = path;
        for (var value : values) {
            text = text.replaceFirst("\\{\\w*}", value.toString());
        }
        return text;
    }
}
