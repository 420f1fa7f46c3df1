package lianlin.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens sessions: by password, or by a code sent to a phone (IDN-10). What does not fit is answered alike
/// whether the account exists or not. After five failures an account waits, longer each time, but is never
/// locked for good. Who has a second factor gets a ticket in place of a session, whichever was the first, and the
/// session for a code of the second.
@Service
class SignIn {
    private static final String PASSWORD = "password";
    private static final Duration WINDOW = Duration.ofMinutes(15);

    /// How far somebody has come.
    sealed interface Step permits Opened, Half {}

    /// An opened session: its token and how long the cookie lives.
    record Opened(String token, Duration life) implements Step {}

    /// The first factor was right; with this ticket the second is wanted.
    record Half(String ticket) implements Step {}

    private final AccountStore accounts;
    private final Entry entry;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final SecondFactors factors;
    private final HalfOpen halfOpen;
    private final Limits limits;
    private final WrongTries wrong;

    SignIn(
            AccountStore accounts,
            Entry entry,
            Passwords passwords,
            OneTimeCodes codes,
            SecondFactors factors,
            HalfOpen halfOpen,
            Limits limits,
            WrongTries wrong) {
        this.accounts = accounts;
        this.entry = entry;
        this.passwords = passwords;
        this.codes = codes;
        this.factors = factors;
        this.halfOpen = halfOpen;
        this.limits = limits;
        this.wrong = wrong;
    }

    Step byPassword(String login, String password, String address, String device) {
        return counted(address, () -> {
            wrong.begin(login);
            var account = accounts.findByLogin(login).orElse(null);
            var fits = passwords.fits(password, account == null ? null : account.password());
            if (account == null) {
                throw Problem.unknownCaller("login.wrong");
            }
            if (!fits) {
                entry.failed(account, PASSWORD, address);
                throw Problem.unknownCaller("login.wrong");
            }
            wrong.forget(login);
            return begin(account, PASSWORD, address, device);
        });
    }

    Step byCode(PhoneNumber phone, String code, String address, String device) {
        return counted(address, () -> {
            var index = accounts.phoneIndex(phone);
            codes.redeem(index, code);
            var account = accounts.findByPhone(index).orElseThrow(() -> Problem.refused("login.unknown-phone"));
            return begin(account, "code", address, device);
        });
    }

    /// By a code of the second factor, or a recovery code. Wrong ones are counted like wrong passwords, but apart: who
    /// is asked knows the password already.
    Opened bySecondFactor(String ticket, String code, String address, String device) {
        return counted(address, () -> {
            var half = halfOpen.find(ticket).orElseThrow(() -> Problem.unknownCaller("second-factor.over"));
            wrong.begin(half.account());
            var account = accounts.secret(half.account());
            var shown = factors.take(account.id(), code);
            if (shown == SecondFactors.Shown.NOTHING) {
                entry.failed(account, "second-factor", address);
                throw Problem.unknownCaller("second-factor.wrong");
            }
            wrong.forget(account.id());
            halfOpen.end(account.id());
            var means = half.means() + (shown == SecondFactors.Shown.CODE ? "+second-factor" : "+recovery-code");
            return entry.open(account, means, address, device);
        });
    }

    /// Tries that fail are limited by address, not those that succeed: a whole office stands behind one address.
    private <T> T counted(String address, Supplier<T> work) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var tries = "login:" + address;
            limits.count(tries, 30, WINDOW, "login.often");
            var done = work.get();
            limits.forgive(tries, WINDOW);
            return done;
        });
    }

    private Step begin(AccountStore.Secret account, String means, String address, String device) {
        return account.state().mayEnter() && factors.asks(account)
                ? new Half(halfOpen.give(account.id(), means))
                : entry.open(account, means, address, device);
    }

    /// Somebody who has just shown who he is.
    Opened known(AccountStore.Secret account, String address, String device) {
        return Scoped.call(Scope.INSTALLATION, () -> entry.open(account, "code", address, device));
    }

    /// What both ways of entering do once the factor is judged.
    @Service
    static class Entry {
        private final AccountStore accounts;
        private final Sessions sessions;
        private final PostStore posts;
        private final Facts facts;
        private final TransactionTemplate transactions;
        private final Clock clock;

        Entry(
                AccountStore accounts,
                Sessions sessions,
                PostStore posts,
                Facts facts,
                TransactionTemplate transactions,
                Clock clock) {
            this.accounts = accounts;
            this.sessions = sessions;
            this.posts = posts;
            this.facts = facts;
            this.transactions = transactions;
            this.clock = clock;
        }

        void failed(AccountStore.Secret account, String means, String address) {
            transactions.executeWithoutResult(
                    status -> facts.publish(new SignInFailed(header(account, address), means)));
        }

        Opened open(AccountStore.Secret account, String means, String address, String device) {
            if (!account.state().mayEnter()) {
                throw Problem.unknownCaller("account.closed");
            }
            var now = clock.instant();
            var post = posts.held(account.id(), LocalDate.ofInstant(now, clock.getZone())).stream()
                    .findFirst()
                    .orElse(null);
            var token = transactions.execute(status -> {
                accounts.entered(account.id(), now);
                facts.publish(new SignedIn(header(account, address), means));
                return sessions.open(account.id(), post, device, means.startsWith(PASSWORD));
            });
            return new Opened(token, sessions.life(account.id(), post));
        }

        private static Fact.Header header(AccountStore.Secret account, String address) {
            return Fact.Header.of(account.jurisdiction(), "account", account.id())
                    .by(account.id(), null, address, MDC.get("request"));
        }
    }
}
