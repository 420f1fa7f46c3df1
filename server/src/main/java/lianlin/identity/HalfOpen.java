package lianlin.identity;

import static lianlin.identity.sql.Tables.HALF_OPEN;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import lianlin.kernel.Id;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Sign-ins whose first factor was right and that wait for the second. A ticket opens nothing but the question for a
/// code; it is 256 random bits, known by its digest, and good for five minutes.
@Repository
class HalfOpen {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final int BYTES = 32;

    /// Who waits, and by what he has begun.
    record Waiting(Id account, String means) {}

    private final DSLContext db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HalfOpen(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    String give(Id account, String means) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        db.insertInto(HALF_OPEN)
                .set(HALF_OPEN.TICKET, Sessions.digest(ticket))
                .set(HALF_OPEN.ACCOUNT, account)
                .set(HALF_OPEN.MEANS, means)
                .set(HALF_OPEN.EXPIRES, clock.instant().plus(LIFE))
                .execute();
        return ticket;
    }

    Optional<Waiting> find(String ticket) {
        return db.select(HALF_OPEN.ACCOUNT, HALF_OPEN.MEANS)
                .from(HALF_OPEN)
                .where(HALF_OPEN.TICKET.eq(Sessions.digest(ticket)), HALF_OPEN.EXPIRES.gt(clock.instant()))
                .fetchOptional(row -> new Waiting(row.value1(), row.value2()));
    }

    /// All that the account has begun: one was finished, or none of them may be.
    void end(Id account) {
        db.deleteFrom(HALF_OPEN).where(HALF_OPEN.ACCOUNT.eq(account)).execute();
    }

    int deleteExpired(Instant now) {
        return db.deleteFrom(HALF_OPEN).where(HALF_OPEN.EXPIRES.lt(now)).execute();
    }
}
