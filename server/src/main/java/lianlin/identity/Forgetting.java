package lianlin.identity;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Throws away what is no longer needed: ended sessions, sign-ins that were not finished, old counters of limits and of
/// wrong passwords.
@Component
class Forgetting {
    private static final int AN_HOUR = 3_600_000;

    private final SessionStore sessions;
    private final HalfOpen halfOpen;
    private final Limits limits;
    private final WrongTries wrong;
    private final Clock clock;

    Forgetting(SessionStore sessions, HalfOpen halfOpen, Limits limits, WrongTries wrong, Clock clock) {
        this.sessions = sessions;
        this.halfOpen = halfOpen;
        this.limits = limits;
        this.wrong = wrong;
        this.clock = clock;
    }

    @Scheduled(initialDelay = AN_HOUR, fixedDelay = AN_HOUR)
    void forget() {
        sessions.deleteExpired(clock.instant());
        halfOpen.deleteExpired(clock.instant());
        limits.forget();
        wrong.forgetOld();
    }
}
