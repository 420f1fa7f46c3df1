package lianlin.identity;

import static lianlin.identity.sql.Tables.ACCOUNT;
import static lianlin.identity.sql.Tables.POST;
import static lianlin.identity.sql.Tables.ROLE;
import static lianlin.kernel.Given.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of accounts. Phones are sealed; an index finds them by equality.
@Repository
class AccountStore {
    static final String PHONE = "identity.account.phone";

    /// Which accounts a list asks for.
    record Filter(
            @Nullable String q,
            @Nullable String role,
            @Nullable String state) {}

    /// What signing in needs to know.
    record Secret(
            Id id,
            Id person,
            String name,
            int jurisdiction,
            @Nullable String password,
            Account.State state,
            boolean secondFactor) {}

    private static final Field<Boolean> FACTOR = DSL.field(SecondFactorStore.counts(ACCOUNT.ID));

    private static final List<SelectField<?>> COLUMNS = List.of(
            ACCOUNT.ID,
            ACCOUNT.JURISDICTION,
            ACCOUNT.PERSON,
            ACCOUNT.NAME,
            ACCOUNT.LOGIN,
            ACCOUNT.PHONE,
            ACCOUNT.STATE,
            ACCOUNT.CREATED,
            ACCOUNT.LAST_LOGIN,
            ACCOUNT.VERSION,
            FACTOR);

    private final DSLContext db;
    private final Vault vault;

    AccountStore(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /// Whether there is no account yet; nobody else finds the same until the transaction ends.
    boolean claimFirst() {
        db.execute("SELECT pg_advisory_xact_lock(7310266)");
        return !db.fetchExists(ACCOUNT);
    }

    byte[] phoneIndex(PhoneNumber phone) {
        return vault.require(PHONE, phone.reveal());
    }

    /// The phone of an account, for those who call or write to it; nobody is shown it.
    Optional<PhoneNumber> phone(Id id) {
        var row = db.select(ACCOUNT.JURISDICTION, ACCOUNT.PHONE)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id))
                .fetchSingle();
        return Optional.ofNullable(vault.open(PHONE, id, row.value1(), row.value2()))
                .map(PhoneNumber::parse);
    }

    Optional<Secret> findByLogin(String login) {
        return secret(DSL.lower(ACCOUNT.LOGIN).eq(login.toLowerCase()));
    }

    Optional<Secret> findByPhone(byte[] phoneIndex) {
        return secret(ACCOUNT.PHONE_INDEX.eq(phoneIndex));
    }

    Secret secret(Id id) {
        return secret(ACCOUNT.ID.eq(id)).orElseThrow(() -> Problem.absent("account", id));
    }

    private Optional<Secret> secret(Condition condition) {
        return db.select(
                        ACCOUNT.ID,
                        ACCOUNT.PERSON,
                        ACCOUNT.NAME,
                        ACCOUNT.JURISDICTION,
                        ACCOUNT.PASSWORD,
                        ACCOUNT.STATE,
                        FACTOR)
                .from(ACCOUNT)
                .where(condition)
                .fetchOptional(row -> new Secret(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Account.State.valueOf(row.value6()),
                        row.value7()));
    }

    void entered(Id id, Instant now) {
        db.update(ACCOUNT)
                .set(ACCOUNT.LAST_LOGIN, now)
                .set(ACCOUNT.STATE, Account.State.ACTIVE.name())
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    void insert(
            Id id,
            int jurisdiction,
            Id person,
            String name,
            @Nullable String login,
            @Nullable PhoneNumber phone,
            @Nullable String passwordHash,
            Account.State state,
            Instant now) {
        db.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, id)
                .set(ACCOUNT.JURISDICTION, jurisdiction)
                .set(ACCOUNT.PERSON, person)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.LOGIN, login)
                .set(ACCOUNT.PHONE, vault.seal(PHONE, id, jurisdiction, phone))
                .set(ACCOUNT.PHONE_INDEX, phone == null ? null : phoneIndex(phone))
                .set(ACCOUNT.PASSWORD, passwordHash)
                .set(ACCOUNT.STATE, state.name())
                .set(ACCOUNT.CREATED, now)
                .execute();
    }

    /// `given` by an administrator, or chosen by the owner.
    void password(Id id, String hash, boolean given) {
        db.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD, hash)
                .set(ACCOUNT.PASSWORD_GIVEN, given)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    void preferences(Id id, String json) {
        db.update(ACCOUNT)
                .set(ACCOUNT.PREFERENCES, JSONB.valueOf(json))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    String preferences(Id id) {
        return db.select(ACCOUNT.PREFERENCES)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id))
                .fetchOptional(row -> row.value1().data())
                .orElse("{}");
    }

    Page<Account> list(Scope scope, Filter filter, Paging paging) {
        var query = db.select(COLUMNS)
                .from(ACCOUNT)
                .where(scope.on(ACCOUNT.JURISDICTION))
                .and(given(filter.q(), AccountStore::called))
                .and(given(filter.state(), ACCOUNT.STATE::eq))
                .and(given(
                        filter.role(),
                        role -> DSL.exists(
                                DSL.selectOne().from(POST).where(POST.ACCOUNT.eq(ACCOUNT.ID), POST.ROLE.eq(role)))));
        return paging.fetch(query, this::account, ACCOUNT.NAME, ACCOUNT.ID);
    }

    long count(Scope scope) {
        return db.fetchCount(ACCOUNT, scope.on(ACCOUNT.JURISDICTION));
    }

    Account get(Scope scope, Id id) {
        return db.select(COLUMNS)
                .from(ACCOUNT)
                .where(scope.on(ACCOUNT.JURISDICTION), ACCOUNT.ID.eq(id))
                .fetchOptional(this::account)
                .orElseThrow(() -> Problem.absent("account", id));
    }

    /// The account at the version that the caller has seen, locked until the transaction ends.
    Account lock(Scope scope, Id id, int version) {
        var account = db.select(COLUMNS)
                .from(ACCOUNT)
                .where(scope.on(ACCOUNT.JURISDICTION), ACCOUNT.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::account)
                .orElseThrow(() -> Problem.absent("account", id));
        if (account.version() != version) {
            throw Problem.stale("account", id);
        }
        return account;
    }

    void state(Id id, Account.State state, int version) {
        db.update(ACCOUNT)
                .set(ACCOUNT.STATE, state.name())
                .set(ACCOUNT.VERSION, version)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    /// The persons behind accounts.
    Map<Id, Actors.Actor> actors(Collection<Id> ids) {
        return db.select(ACCOUNT.ID, ACCOUNT.PERSON, ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(ids))
                .fetchMap(row -> row.value1(), row -> new Actors.Actor(row.value2(), row.value3()));
    }

    /// Whether the account holds the post of an administrator, today or later.
    boolean administers(Id id, LocalDate today) {
        return db.fetchExists(db.selectOne()
                .from(POST)
                .join(ROLE)
                .on(ROLE.CODE.eq(POST.ROLE))
                .where(POST.ACCOUNT.eq(id), ROLE.REACH.eq(Scope.Reach.SYSTEM.name()))
                .and(POST.ENDS.isNull().or(POST.ENDS.gt(today))));
    }

    /// The names behind accounts.
    Map<Id, String> names(Collection<Id> ids) {
        var names = new HashMap<Id, String>();
        db.select(ACCOUNT.ID, ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(ids))
                .forEach(row -> names.put(row.value1(), row.value2()));
        return names;
    }

    private static Condition called(String q) {
        return ACCOUNT.NAME.contains(q).or(ACCOUNT.LOGIN.containsIgnoreCase(q));
    }

    private Account account(Record row) {
        var phone = vault.open(PHONE, row.get(ACCOUNT.ID), row.get(ACCOUNT.JURISDICTION), row.get(ACCOUNT.PHONE));
        return new Account(
                row.get(ACCOUNT.ID),
                row.get(ACCOUNT.JURISDICTION),
                row.get(ACCOUNT.PERSON),
                row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.LOGIN),
                phone == null ? null : PhoneNumber.parse(phone).masked(),
                Account.State.valueOf(row.get(ACCOUNT.STATE)),
                row.get(ACCOUNT.CREATED),
                row.get(ACCOUNT.LAST_LOGIN),
                row.get(FACTOR),
                row.get(ACCOUNT.VERSION));
    }
}
