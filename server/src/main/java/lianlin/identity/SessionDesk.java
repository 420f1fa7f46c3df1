package lianlin.identity;

import java.time.Clock;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody does with his own session.
@Service
class SessionDesk {
    private final SessionStore store;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Limits limits;
    private final Clock clock;

    SessionDesk(SessionStore store, AccountStore accounts, Passwords passwords, Limits limits, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.clock = clock;
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
}
