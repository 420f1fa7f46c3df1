package lianlin.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lianlin.identity.FactorPolicy.Policy;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody does with his own second factor (IDN-10). To set one up one has shown within five minutes who
/// one is; to remove it, one shows password and code.
@Service
class SecondFactorDesk {
    /// What goes into the app on the phone: the secret, and the address that a QR code carries.
    record Setup(String secret, String address) {}

    /// Shown once; each opens one sign-in when the phone is gone.
    record RecoveryCodes(List<String> codes) {}

    private static final int CODES = 10;
    private static final int HALF = 5;
    private static final int TRIES = 10;
    private static final Duration JUST_PROVED = Duration.ofMinutes(5);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final AccountStore accounts;
    private final SecondFactorStore store;
    private final SecondFactors factors;
    private final FactorPolicy policy;
    private final SessionStore sessions;
    private final Sessions live;
    private final Passwords passwords;
    private final Limits limits;
    private final Facts facts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactorDesk(
            AccountStore accounts,
            SecondFactorStore store,
            SecondFactors factors,
            FactorPolicy policy,
            SessionStore sessions,
            Sessions live,
            Passwords passwords,
            Limits limits,
            Facts facts,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.factors = factors;
        this.policy = policy;
        this.sessions = sessions;
        this.live = live;
        this.passwords = passwords;
        this.limits = limits;
        this.facts = facts;
        this.clock = clock;
    }

    /// A secret that counts once a code of it has been shown.
    @Transactional
    Setup begin(Acting acting, Instant proved) {
        if (policy.of(acting.home()) == Policy.OFF || !live.anyStaff(acting.account())) {
            throw Problem.refused("second-factor.off");
        }
        if (proved.plus(JUST_PROVED).isBefore(clock.instant())) {
            throw Problem.denied("session.proof");
        }
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        if (!store.begin(acting.account(), secret, clock.instant())) {
            throw Problem.refused("second-factor.set");
        }
        var account = accounts.get(Scope.INSTALLATION, acting.account());
        var text = Totp.base32(secret);
        return new Setup(text, address(account.login() == null ? account.name() : account.login(), text));
    }

    /// The first code shows that the app has the secret; from here on it is asked for. Other devices sign in anew.
    @Transactional
    RecoveryCodes confirm(Acting acting, String code) {
        count(acting.account());
        var factor = store.find(acting.account()).orElseThrow(() -> Problem.refused("second-factor.none"));
        if (factor.confirmed() != null) {
            throw Problem.refused("second-factor.set");
        }
        mustShow(acting, code, "code");
        store.confirm(acting.account(), clock.instant());
        sessions.deleteOthers(acting.account(), acting.session());
        live.forgetAll();
        facts.publish(new SecondFactorSet(acting.header(acting.home(), "account", acting.account())));
        return invent(acting.account());
    }

    /// New recovery codes; those of before are worth nothing any more.
    @Transactional
    RecoveryCodes renew(Acting acting, String code) {
        count(acting.account());
        mustCount(acting.account());
        mustShow(acting, code, "code");
        facts.publish(new RecoveryCodesRenewed(acting.header(acting.home(), "account", acting.account())));
        return invent(acting.account());
    }

    @Transactional
    void remove(Acting acting, @Nullable String password, String code) {
        count(acting.account());
        mustCount(acting.account());
        var hash = accounts.secret(acting.account()).password();
        if (hash != null && !passwords.fits(password == null ? "" : password, hash)) {
            throw Problem.invalid("password", "password.wrong");
        }
        mustShow(acting, code, "code");
        store.delete(acting.account());
        live.forgetAll();
        facts.publish(
                new SecondFactorRemoved(acting.header(acting.home(), "account", acting.account()), acting.person()));
    }

    private void count(Id account) {
        limits.count("second-factor:" + account, TRIES, Duration.ofMinutes(15), "second-factor.often");
    }

    private void mustCount(Id account) {
        if (store.find(account).map(SecondFactorStore.Factor::confirmed).isEmpty()) {
            throw Problem.refused("second-factor.none");
        }
    }

    private void mustShow(Acting acting, String code, String field) {
        if (factors.take(acting.account(), code) == SecondFactors.Shown.NOTHING) {
            throw Problem.invalid(field, "second-factor.code");
        }
    }

    private RecoveryCodes invent(Id account) {
        var codes = Stream.generate(this::letters).limit(CODES).toList();
        store.recovery(account, codes);
        return new RecoveryCodes(codes.stream()
                .map(code -> code.substring(0, HALF) + "-" + code.substring(HALF))
                .toList());
    }

    /// Ten letters and digits that nobody confuses, 49 bits.
    private String letters() {
        var text = new StringBuilder();
        for (var i = 0; i < 2 * HALF; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String address(String who, String secret) {
        return "otpauth://totp/Lianlin:%s?secret=%s&issuer=Lianlin&algorithm=SHA1&digits=6&period=30"
                .formatted(URLEncoder.encode(who, StandardCharsets.UTF_8).replace("+", "%20"), secret);
    }

    record SecondFactorSet(Fact.Header header) implements Fact {}

    record RecoveryCodesRenewed(Fact.Header header) implements Fact {}
}
