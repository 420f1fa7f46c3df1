package lianlin.identity;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import lianlin.kernel.Id;
import lianlin.kernel.Named;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody does with his own session.
@Service
class SessionDesk {
    private final SessionStore store;
    private final AccountStore accounts;
    private final RoleStore roles;
    private final Passwords passwords;
    private final Limits limits;
    private final Words words;
    private final Clock clock;
    private final boolean demo;

    SessionDesk(
            SessionStore store,
            AccountStore accounts,
            RoleStore roles,
            Passwords passwords,
            Limits limits,
            Words words,
            Clock clock,
            @Value("${lianlin.demo:false}") boolean demo) {
        this.store = store;
        this.accounts = accounts;
        this.roles = roles;
        this.passwords = passwords;
        this.limits = limits;
        this.words = words;
        this.clock = clock;
        this.demo = demo;
    }

    Session nobody() {
        return new Session(false, null, null, List.of(), List.of(), null, null, demo);
    }

    Session describe(Sessions.Live live, @Nullable String token) {
        var post = live.post();
        return new Session(
                true,
                new Named(live.row().person(), live.row().name()),
                post == null ? null : held(post),
                live.posts().stream().map(this::held).toList(),
                post == null ? List.of() : List.copyOf(new TreeSet<>(roles.permissions(post))),
                token == null ? null : Security.csrf(token),
                live.row().expires(),
                demo);
    }

    @Transactional
    void choose(Acting acting, Id post) {
        if (!acting.holds(post)) {
            throw Problem.absent("post", post);
        }
        store.choose(acting.session(), post);
    }

    @Transactional
    void prove(Acting acting, String password) {
        limits.countProof(acting.account());
        if (!passwords.fits(password, accounts.secret(acting.account()).password())) {
            throw Problem.invalid("password", "password.wrong");
        }
        store.prove(acting.session(), clock.instant());
    }

    @Transactional
    void close(Acting acting) {
        store.delete(acting.account(), acting.session());
    }

    private Session.Held held(Post post) {
        var role = words.of("role", post.role());
        return new Session.Held(
                post.id(),
                role,
                post.reach().name(),
                post.organization(),
                post.area(),
                post.place(),
                post.place() + " · " + role.label());
    }
}
