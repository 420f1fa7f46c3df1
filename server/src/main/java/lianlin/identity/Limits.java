package lianlin.identity;

import static lianlin.identity.sql.Tables.ATTEMPT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.database.Apart;
import org.springframework.stereotype.Repository;

/// How often something may be tried in a window of time. The counters are in the database, so that all nodes count
/// together; a try counts also when what was tried is taken back.
@Repository
public class Limits {
    private final Apart apart;
    private final Clock clock;

    Limits(Apart apart, Clock clock) {
        this.apart = apart;
        this.clock = clock;
    }

    /// Counts one try of `what`; the problem `code` when there were more than `most` in this window.
    public void count(String what, int most, Duration window, String code) {
        var now = clock.instant();
        var opened = opened(now, window);
        var amount = apart.db()
                .insertInto(ATTEMPT)
                .set(ATTEMPT.WHAT, what)
                .set(ATTEMPT.OPENED, opened)
                .set(ATTEMPT.AMOUNT, 1)
                .onConflict(ATTEMPT.WHAT, ATTEMPT.OPENED)
                .doUpdate()
                .set(ATTEMPT.AMOUNT, ATTEMPT.AMOUNT.plus(1))
                .returningResult(ATTEMPT.AMOUNT)
                .fetchSingle()
                .value1();
        if (amount > most) {
            var wait = Duration.between(now, opened.plus(window)).toSeconds() + 1;
            throw Problem.tooOften(code, wait, (wait + 59) / 60);
        }
    }

    /// Takes back one try of `what` that was right after all, if its window is still open.
    void forgive(String what, Duration window) {
        apart.db()
                .update(ATTEMPT)
                .set(ATTEMPT.AMOUNT, ATTEMPT.AMOUNT.minus(1))
                .where(ATTEMPT.WHAT.eq(what), ATTEMPT.OPENED.eq(opened(clock.instant(), window)))
                .and(ATTEMPT.AMOUNT.gt(0))
                .execute();
    }

    /// Counts one try to show again who one is, so that a found session does not open the password.
    public void countProof(Id account) {
        count("proof:" + account, 10, Duration.ofMinutes(15), "password.often");
    }

    int forget() {
        return apart.db()
                .deleteFrom(ATTEMPT)
                .where(ATTEMPT.OPENED.lt(clock.instant().minus(Duration.ofDays(2))))
                .execute();
    }

    private static Instant opened(Instant now, Duration window) {
        var length = window.toSeconds();
        return Instant.ofEpochSecond(now.getEpochSecond() / length * length);
    }
}
