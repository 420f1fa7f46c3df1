package lianlin.identity;

import static lianlin.identity.sql.Tables.RECOVERY_CODE;
import static lianlin.identity.sql.Tables.SECOND_FACTOR;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.crypto.Vault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of second factors. Secrets are encrypted (C4), recovery codes are digests under a key of the house.
@Repository
class SecondFactorStore {
    private static final String SECRET = "identity.second_factor.secret";

    /// A secret; it counts from the moment at which a code of it was shown.
    record Factor(byte[] secret, @Nullable Instant confirmed) {}

    private final DSLContext db;
    private final Vault vault;

    SecondFactorStore(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /// Whether the account of a query has a factor that counts.
    static Condition counts(Field<Id> account) {
        return DSL.exists(DSL.selectOne()
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.ACCOUNT.eq(account), SECOND_FACTOR.CONFIRMED.isNotNull()));
    }

    Optional<Factor> find(Id account) {
        return db.select(SECOND_FACTOR.SECRET, SECOND_FACTOR.CONFIRMED)
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.ACCOUNT.eq(account))
                .fetchOptional(row -> new Factor(vault.openBytes(SECRET, account, 0, row.value1()), row.value2()));
    }

    /// A secret that does not count yet, in place of one that did not; false where one counts already.
    boolean begin(Id account, byte[] secret, Instant now) {
        var sealed = vault.sealBytes(SECRET, account, 0, secret);
        return db.insertInto(SECOND_FACTOR)
                        .set(SECOND_FACTOR.ACCOUNT, account)
                        .set(SECOND_FACTOR.SECRET, sealed)
                        .set(SECOND_FACTOR.BEGUN, now)
                        .onConflict(SECOND_FACTOR.ACCOUNT)
                        .doUpdate()
                        .set(SECOND_FACTOR.SECRET, sealed)
                        .set(SECOND_FACTOR.BEGUN, now)
                        .set(SECOND_FACTOR.USED, 0L)
                        .where(SECOND_FACTOR.CONFIRMED.isNull())
                        .execute()
                == 1;
    }

    void confirm(Id account, Instant now) {
        db.update(SECOND_FACTOR)
                .set(SECOND_FACTOR.CONFIRMED, now)
                .where(SECOND_FACTOR.ACCOUNT.eq(account))
                .execute();
    }

    /// Takes the code of a half minute; false where it, or a later one, was taken before.
    boolean use(Id account, long step) {
        return db.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.USED, step)
                        .where(SECOND_FACTOR.ACCOUNT.eq(account), SECOND_FACTOR.USED.lt(step))
                        .execute()
                == 1;
    }

    boolean delete(Id account) {
        return db.deleteFrom(SECOND_FACTOR)
                        .where(SECOND_FACTOR.ACCOUNT.eq(account))
                        .execute()
                == 1;
    }

    /// These recovery codes and no others.
    void recovery(Id account, Collection<String> codes) {
        db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ACCOUNT.eq(account)).execute();
        var insert = db.insertInto(RECOVERY_CODE, RECOVERY_CODE.ACCOUNT, RECOVERY_CODE.DIGEST);
        for (var code : codes) {
            insert = insert.values(account, digest(account, code));
        }
        insert.execute();
    }

    int recoveryLeft(Id account) {
        return db.fetchCount(RECOVERY_CODE, RECOVERY_CODE.ACCOUNT.eq(account));
    }

    /// Takes a recovery code; false where it is none, or was taken before.
    boolean recover(Id account, String code) {
        return db.deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.ACCOUNT.eq(account), RECOVERY_CODE.DIGEST.eq(digest(account, code)))
                        .execute()
                == 1;
    }

    private byte[] digest(Id account, String code) {
        return vault.require("identity.recovery_code", account + ":" + code);
    }
}
