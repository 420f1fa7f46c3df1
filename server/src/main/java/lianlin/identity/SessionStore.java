package lianlin.identity;

import static lianlin.identity.sql.Tables.ACCOUNT;
import static lianlin.identity.sql.Tables.SESSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of sessions. A token is known by its digest only.
@Repository
class SessionStore {
    /// A session with the account that it belongs to. `byGivenPassword`: it was opened with a password that an
    /// administrator has handed over.
    record Row(
            Id id,
            Id account,
            Id person,
            String name,
            int home,
            Account.State state,
            @Nullable Id post,
            Instant opened,
            Instant seen,
            Instant expires,
            Instant proved,
            boolean byGivenPassword,
            boolean secondFactor,
            String preferences) {}

    /// A device on which somebody is signed in.
    record Device(Id id, String device, Instant created, Instant seen) {}

    private final DSLContext db;

    SessionStore(DSLContext db) {
        this.db = db;
    }

    Optional<Row> find(byte[] token) {
        return db.select(
                        SESSION.ID,
                        SESSION.ACCOUNT,
                        ACCOUNT.PERSON,
                        ACCOUNT.NAME,
                        ACCOUNT.JURISDICTION,
                        ACCOUNT.STATE,
                        SESSION.POST,
                        SESSION.CREATED,
                        SESSION.SEEN,
                        SESSION.EXPIRES,
                        SESSION.PROVED,
                        DSL.field(SESSION.BY_PASSWORD.isTrue().and(ACCOUNT.PASSWORD_GIVEN.isTrue())),
                        DSL.field(SecondFactorStore.counts(ACCOUNT.ID)),
                        ACCOUNT.PREFERENCES)
                .from(SESSION)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(SESSION.ACCOUNT))
                .where(SESSION.TOKEN.eq(token))
                .fetchOptional(row -> new Row(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Account.State.valueOf(row.value6()),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11(),
                        row.value12(),
                        row.value13(),
                        row.value14().data()));
    }

    void insert(
            byte[] token,
            Id id,
            Id account,
            @Nullable Id post,
            String device,
            boolean byPassword,
            Instant now,
            Instant expires) {
        db.insertInto(SESSION)
                .set(SESSION.TOKEN, token)
                .set(SESSION.ID, id)
                .set(SESSION.ACCOUNT, account)
                .set(SESSION.POST, post)
                .set(SESSION.DEVICE, device)
                .set(SESSION.BY_PASSWORD, byPassword)
                .set(SESSION.CREATED, now)
                .set(SESSION.SEEN, now)
                .set(SESSION.EXPIRES, expires)
                .set(SESSION.PROVED, now)
                .execute();
    }

    void see(byte[] token, Instant now) {
        db.update(SESSION).set(SESSION.SEEN, now).where(SESSION.TOKEN.eq(token)).execute();
    }

    void prove(Id session, Instant now) {
        db.update(SESSION)
                .set(SESSION.PROVED, now)
                .where(SESSION.ID.eq(session))
                .execute();
    }

    /// When a factor was last shown.
    Instant proved(Id session) {
        return db.select(SESSION.PROVED)
                .from(SESSION)
                .where(SESSION.ID.eq(session))
                .fetchOptional(SESSION.PROVED)
                .orElseThrow(() -> Problem.unknownCaller("session.absent"));
    }

    void choose(Id session, Id post) {
        db.update(SESSION).set(SESSION.POST, post).where(SESSION.ID.eq(session)).execute();
    }

    List<Device> devices(Id account) {
        return db.select(SESSION.ID, SESSION.DEVICE, SESSION.CREATED, SESSION.SEEN)
                .from(SESSION)
                .where(SESSION.ACCOUNT.eq(account))
                .orderBy(SESSION.SEEN.desc())
                .fetch(row -> new Device(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    int delete(Id account, Id session) {
        return db.deleteFrom(SESSION)
                .where(SESSION.ACCOUNT.eq(account), SESSION.ID.eq(session))
                .execute();
    }

    void deleteAll(Id account) {
        db.deleteFrom(SESSION).where(SESSION.ACCOUNT.eq(account)).execute();
    }

    /// All but the one that is in use.
    void deleteOthers(Id account, Id session) {
        db.deleteFrom(SESSION)
                .where(SESSION.ACCOUNT.eq(account), SESSION.ID.ne(session))
                .execute();
    }

    int deleteExpired(Instant now) {
        return db.deleteFrom(SESSION).where(SESSION.EXPIRES.lt(now)).execute();
    }
}
