package lianlin.identity;

import static lianlin.identity.sql.Tables.ONE_TIME_CODE;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.database.Scoped;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Codes of six digits sent to a phone: valid for five minutes, five tries and one use; at most one a minute,
/// five an hour and ten a day to a phone, twenty an hour from an address.
@Service
class OneTimeCodes {
    static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration VALID = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final DSLContext db;
    private final Vault vault;
    private final Limits limits;
    private final CodeDelivery delivery;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(
            DSLContext db,
            Vault vault,
            Limits limits,
            CodeDelivery delivery,
            TransactionTemplate transactions,
            Clock clock) {
        this.db = db;
        this.vault = vault;
        this.limits = limits;
        this.delivery = delivery;
        this.transactions = transactions;
        this.clock = clock;
    }

    void send(PhoneNumber phone, String address) {
        AccountDesk.requireMobile(phone);
        Scoped.run(Scope.INSTALLATION, () -> {
            var index = vault.require(AccountStore.PHONE, phone.reveal());
            var who = java.util.HexFormat.of().formatHex(index);
            limits.count("code-address:" + address, 20, Duration.ofHours(1), "code.often");
            limits.count("code-minute:" + who, 1, BETWEEN, "code.often");
            limits.count("code-hour:" + who, 5, Duration.ofHours(1), "code.often");
            limits.count("code-day:" + who, 10, Duration.ofDays(1), "code.often");
            var code = "%06d".formatted(random.nextInt(1_000_000));
            transactions.executeWithoutResult(status -> store(index, digest(index, code)));
            // a provider may be slow: no connection waits for it
            delivery.deliver(phone, index, code);
        });
    }

    /// Uses a code up; the problem `code.wrong` where it does not fit or is too old.
    void redeem(byte[] phoneIndex, String code) {
        var fits = Boolean.TRUE.equals(transactions.execute(status -> {
            var row = db.select(ONE_TIME_CODE.DIGEST, ONE_TIME_CODE.SENT, ONE_TIME_CODE.TRIES)
                    .from(ONE_TIME_CODE)
                    .where(ONE_TIME_CODE.PHONE_INDEX.eq(phoneIndex))
                    .forUpdate()
                    .fetchOptional();
            if (row.isEmpty()
                    || row.get().value3() >= TRIES
                    || row.get().value2().plus(VALID).isBefore(clock.instant())) {
                return false;
            }
            if (MessageDigest.isEqual(row.get().value1(), digest(phoneIndex, code))) {
                db.deleteFrom(ONE_TIME_CODE)
                        .where(ONE_TIME_CODE.PHONE_INDEX.eq(phoneIndex))
                        .execute();
                return true;
            }
            db.update(ONE_TIME_CODE)
                    .set(ONE_TIME_CODE.TRIES, ONE_TIME_CODE.TRIES.plus(1))
                    .where(ONE_TIME_CODE.PHONE_INDEX.eq(phoneIndex))
                    .execute();
            return false;
        }));
        if (!fits) {
            throw Problem.unknownCaller("code.wrong");
        }
    }

    private void store(byte[] index, byte[] digest) {
        var now = clock.instant();
        db.insertInto(ONE_TIME_CODE)
                .set(ONE_TIME_CODE.PHONE_INDEX, index)
                .set(ONE_TIME_CODE.DIGEST, digest)
                .set(ONE_TIME_CODE.SENT, now)
                .onConflict(ONE_TIME_CODE.PHONE_INDEX)
                .doUpdate()
                .set(ONE_TIME_CODE.DIGEST, digest)
                .set(ONE_TIME_CODE.SENT, now)
                .set(ONE_TIME_CODE.TRIES, 0)
                .execute();
    }

    private byte[] digest(byte[] index, String code) {
        return vault.require("identity.one_time_code", java.util.HexFormat.of().formatHex(index) + ":" + code);
    }
}
