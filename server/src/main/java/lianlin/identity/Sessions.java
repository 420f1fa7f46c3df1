package lianlin.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is signed in. A token is 256 random bits; what it opens is remembered for three seconds, so that a revoked
/// session or post ends within five.
@Component
class Sessions {
    static final Duration LIFE_OF_STAFF = Duration.ofHours(12);
    static final Duration IDLE_OF_STAFF = Duration.ofMinutes(30);
    static final Duration LIFE_OF_RESIDENTS = Duration.ofDays(30);
    static final Duration LIFE_OF_SCREENS = Duration.ofDays(90);

    /// Who may do no more than this is a big screen, before which nobody sits.
    private static final Set<String> OF_SCREENS = Set.of("area.read", "wall.read");

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final Duration NOTED = Duration.ofMinutes(1);

    /// A live session: its row, the posts that the account holds today, and the one that acts. `setsUpFactor`: staff
    /// must have a second factor here, and this one has none yet (IDN-10).
    record Live(
            SessionStore.Row row,
            List<Post> posts,
            @Nullable Post post,
            boolean setsUpFactor) {}

    private final SessionStore store;
    private final PostStore posts;
    private final RoleStore roles;
    private final FactorPolicy policy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<Live>> live = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();

    Sessions(SessionStore store, PostStore posts, RoleStore roles, FactorPolicy policy, Clock clock) {
        this.store = store;
        this.posts = posts;
        this.roles = roles;
        this.policy = policy;
        this.clock = clock;
    }

    /// Opens a session and hands back its token.
    String open(Id account, @Nullable Post post, String device, boolean byPassword) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        store.insert(
                digest(token),
                Id.next(),
                account,
                post == null ? null : post.id(),
                device,
                byPassword,
                now,
                now.plus(life(account, post)));
        return token;
    }

    /// How long one stays signed in. Whoever has another post beside that of a screen is staff.
    Duration life(Id account, @Nullable Post post) {
        if (!staff(post)) {
            return LIFE_OF_RESIDENTS;
        }
        return screens(held(account, clock.instant())) ? LIFE_OF_SCREENS : LIFE_OF_STAFF;
    }

    private boolean screens(List<Post> held) {
        return !held.isEmpty() && held.stream().allMatch(post -> OF_SCREENS.containsAll(roles.permissions(post)));
    }

    private List<Post> held(Id account, Instant now) {
        return posts.held(account, LocalDate.ofInstant(now, clock.getZone()));
    }

    Optional<Live> find(String token) {
        var now = clock.instant();
        return live.get(token, this::load).filter(found -> found.row().expires().isAfter(now));
    }

    /// Who acts with this session.
    Acting acting(Live session, @Nullable String address, @Nullable String request) {
        var row = session.row();
        var post = session.post();
        Set<String> permissions = post == null ? Set.of() : roles.permissions(post);
        return new Acting(
                row.id(),
                row.account(),
                row.person(),
                row.name(),
                row.home(),
                post,
                permissions,
                ids(session.posts()),
                address,
                request);
    }

    private static Set<Id> ids(List<Post> posts) {
        return posts.stream().map(Post::id).collect(Collectors.toSet());
    }

    /// What is remembered of a session is looked up anew.
    void forget(String token) {
        live.invalidate(token);
    }

    /// The same for every session, after a change of posts or accounts.
    void forgetAll() {
        live.invalidateAll();
    }

    /// Whether the account holds a post of staff today.
    boolean anyStaff(Id account) {
        return anyStaff(held(account, clock.instant()));
    }

    private static boolean anyStaff(List<Post> held) {
        return held.stream().anyMatch(Sessions::staff);
    }

    static boolean staff(@Nullable Post post) {
        return post != null && post.reach() != Scope.Reach.OWN;
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Live> load(String token) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var now = clock.instant();
            var digest = digest(token);
            var row = store.find(digest)
                    .filter(found ->
                            found.expires().isAfter(now) && found.state().mayEnter());
            if (row.isEmpty()) {
                return Optional.<Live>empty();
            }
            var held = held(row.get().account(), now);
            var chosen = held.stream()
                    .filter(post -> post.id().equals(row.get().post()))
                    .findFirst();
            var post = chosen.or(() -> held.stream().findFirst()).orElse(null);
            if (staff(post) && !screens(held) && over(row.get(), now)) {
                return Optional.<Live>empty();
            }
            note(digest, row.get().seen(), now);
            var setsUpFactor = !row.get().secondFactor()
                    && anyStaff(held)
                    && policy.of(row.get().home()) == FactorPolicy.Policy.REQUIRED;
            return Optional.of(new Live(row.get(), held, post, setsUpFactor));
        });
    }

    /// Too long without work, or on from the time when it was a screen's.
    private static boolean over(SessionStore.Row row, Instant now) {
        return row.seen().plus(IDLE_OF_STAFF).isBefore(now)
                || row.opened().plus(LIFE_OF_STAFF).isBefore(now);
    }

    private void note(byte[] token, Instant seen, Instant now) {
        if (seen.plus(NOTED).isBefore(now)) {
            store.see(token, now);
        }
    }
}
