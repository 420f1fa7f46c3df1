package lianlin.identity;

import static lianlin.identity.sql.Tables.SIGN_IN_FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.crypto.Vault;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Wrong passwords in a row, by the login that was tried. A login that nobody has waits just like one that somebody
/// has,
/// so that guessing does not tell them apart. A try counts as wrong until it has proved right, so that many at once
/// count one by one.
@Repository
class WrongTries {
    private static final int FREE = 5;
    private static final long SHORTEST_WAIT = 30;
    private static final int LONGEST_DOUBLING = 6;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private record Row(int failures, @Nullable Instant closedUntil, Instant tried) {}

    private final DSLContext db;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WrongTries(DSLContext db, Vault vault, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Counts a try; the problem `login.wait` while this login must wait.
    void begin(String login) {
        begin(index(login));
    }

    /// The same for the second factor of an account, whose first was right.
    void begin(Id account) {
        begin(index(account));
    }

    private void begin(byte[] index) {
        var closed = transactions.execute(status -> closedUntil(index, clock.instant()));
        if (closed != null) {
            var seconds = Duration.between(clock.instant(), closed).toSeconds() + 1;
            throw Problem.tooOften("login.wait", seconds, (seconds + 59) / 60);
        }
    }

    /// The password was right.
    void forget(String login) {
        forget(index(login));
    }

    /// The second factor was right, or is none any more.
    void forget(Id account) {
        forget(index(account));
    }

    private void forget(byte[] index) {
        db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.LOGIN_INDEX.eq(index))
                .execute();
    }

    int forgetOld() {
        return db.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.TRIED.lt(clock.instant().minus(REMEMBERED)))
                .execute();
    }

    private @Nullable Instant closedUntil(byte[] index, Instant now) {
        // locks the row, also where another who was right has just taken it away
        var row = db.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.LOGIN_INDEX, index)
                .set(SIGN_IN_FAILURE.FAILURES, 0)
                .set(SIGN_IN_FAILURE.TRIED, now)
                .onConflict(SIGN_IN_FAILURE.LOGIN_INDEX)
                .doUpdate()
                .set(SIGN_IN_FAILURE.TRIED, SIGN_IN_FAILURE.TRIED)
                .returningResult(SIGN_IN_FAILURE.FAILURES, SIGN_IN_FAILURE.CLOSED_UNTIL, SIGN_IN_FAILURE.TRIED)
                .fetchSingle(found -> new Row(found.value1(), found.value2(), found.value3()));
        if (row.closedUntil() != null && row.closedUntil().isAfter(now)) {
            return row.closedUntil();
        }
        var failures = row.tried().plus(REMEMBERED).isBefore(now) ? 1 : row.failures() + 1;
        db.update(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.FAILURES, failures)
                .set(SIGN_IN_FAILURE.CLOSED_UNTIL, failures < FREE ? null : now.plus(wait(failures)))
                .set(SIGN_IN_FAILURE.TRIED, now)
                .where(SIGN_IN_FAILURE.LOGIN_INDEX.eq(index))
                .execute();
        return null;
    }

    private static Duration wait(int failures) {
        return Duration.ofSeconds(SHORTEST_WAIT << Math.min(LONGEST_DOUBLING, failures - FREE));
    }

    private byte[] index(Id account) {
        return vault.require("identity.second_factor_failure", account.toString());
    }

    private byte[] index(String login) {
        return vault.require("identity.sign_in_failure", login.toLowerCase(Locale.ROOT));
    }
}
