package lianlin.identity;

import java.time.Clock;
import java.time.LocalDate;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the security administrator does with accounts, and what everybody does with his own password (IDN-10).
@Service
class AccountDesk {
    /// A new account and, where none was given, the password to hand over; it is shown once.
    record Opened(Account account, @Nullable String initialPassword) {}

    private final AccountStore accounts;
    private final KnownPersons persons;
    private final SessionStore sessions;
    private final HalfOpen halfOpen;
    private final Sessions live;
    private final Passwords passwords;
    private final Limits limits;
    private final Facts facts;
    private final Clock clock;

    AccountDesk(
            AccountStore accounts,
            KnownPersons persons,
            SessionStore sessions,
            HalfOpen halfOpen,
            Sessions live,
            Passwords passwords,
            Limits limits,
            Facts facts,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.sessions = sessions;
        this.halfOpen = halfOpen;
        this.live = live;
        this.passwords = passwords;
        this.limits = limits;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    Opened open(
            Acting acting,
            String name,
            @Nullable String login,
            @Nullable PhoneNumber phone,
            @Nullable Integer jurisdiction) {
        if (login == null && phone == null) {
            throw Problem.invalid("login", "account.way");
        }
        requireMobile(phone);
        var home = home(acting, jurisdiction);
        var id = Id.next();
        var initial = login == null ? null : passwords.invent();
        var person = phone == null ? Id.next() : persons.find(home, phone, name).orElseGet(Id::next);
        accounts.insert(id, home, person, name, login, phone, null, Account.State.INVITED, clock.instant());
        if (initial != null) {
            accounts.password(id, passwords.hash(initial), true);
        }
        facts.publish(new AccountOpened(acting.header(home, "account", id).states(null, Account.State.INVITED)));
        return new Opened(accounts.get(acting.scope(), id), initial);
    }

    /// The district whose administrators care for the account: their own, or one inside the scope that is named.
    private static int home(Acting acting, @Nullable Integer wanted) {
        if (wanted == null) {
            return acting.jurisdiction();
        }
        if (wanted < acting.scope().lo() || wanted > acting.scope().hi()) {
            throw Problem.invalid("jurisdiction", "account.jurisdiction");
        }
        return wanted;
    }

    /// Codes are sent to mobile phones.
    static void requireMobile(@Nullable PhoneNumber phone) {
        if (phone != null && phone.kind() != PhoneNumber.Kind.MOBILE) {
            throw Problem.invalid("phone", "account.mobile");
        }
    }

    @Transactional
    Account state(Acting acting, Id id, int version, Account.State next) {
        var account = accounts.lock(acting.scope(), id, version);
        if (account.id().equals(acting.account())) {
            throw Problem.refused("account.own");
        }
        mustBeHisToCareFor(acting, id);
        if (!account.state().allows(next)) {
            throw Problem.refused("account.move");
        }
        accounts.state(id, next, version + 1);
        if (!next.mayEnter()) {
            sessions.deleteAll(id);
            live.forgetAll();
        }
        facts.publish(new AccountMoved(
                acting.header(account.jurisdiction(), "account", id).states(account.state(), next)));
        return accounts.get(acting.scope(), id);
    }

    /// A new password to hand over, for somebody who has forgotten his own; he is signed out everywhere.
    @Transactional
    Opened handOver(Acting acting, Id id) {
        var account = accounts.get(acting.scope(), id);
        if (account.id().equals(acting.account())) {
            throw Problem.refused("account.own");
        }
        mustBeHisToCareFor(acting, id);
        if (account.login() == null) {
            throw Problem.refused("account.no-login");
        }
        var initial = passwords.invent();
        accounts.password(id, passwords.hash(initial), true);
        sessions.deleteAll(id);
        halfOpen.end(id);
        live.forgetAll();
        facts.publish(new PasswordHandedOver(acting.header(account.jurisdiction(), "account", id)));
        return new Opened(account, initial);
    }

    /// The accounts of the three administrators are the installation's: whoever could set a password to one of them, or
    /// lock it out, would hold what must stay apart (IDN-11).
    void mustBeHisToCareFor(Acting acting, Id account) {
        var today = LocalDate.now(clock);
        if (!acting.area().equals(Area.COUNTRY)
                && Scoped.call(Scope.INSTALLATION, () -> accounts.administers(account, today))) {
            throw Problem.denied("account.administrator");
        }
    }

    /// Whoever knew the old password is out: the sessions on other devices end.
    @Transactional
    void password(Acting acting, String old, String fresh) {
        limits.countProof(acting.account());
        if (!passwords.fits(old, accounts.secret(acting.account()).password())) {
            throw Problem.invalid("old", "password.wrong");
        }
        passwords.judge("fresh", fresh);
        accounts.password(acting.account(), passwords.hash(fresh), false);
        sessions.deleteOthers(acting.account(), acting.session());
        halfOpen.end(acting.account());
        live.forgetAll();
        facts.publish(new PasswordChanged(acting.header(acting.jurisdiction(), "account", acting.account())));
    }

    record AccountOpened(Fact.Header header) implements Fact {}

    record AccountMoved(Fact.Header header) implements Fact {}

    record PasswordHandedOver(Fact.Header header) implements Fact {}

    record PasswordChanged(Fact.Header header) implements Fact {}
}
