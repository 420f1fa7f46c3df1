package lianlin.identity;

import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
import lianlin.identity.FactorPolicy.Policy;
import lianlin.kernel.Id;
import org.springframework.stereotype.Component;

/// Whether somebody is asked for a second factor, and whether what he shows is one (IDN-10): a code by time, each
/// taken once, or one of the recovery codes.
@Component
class SecondFactors {
    /// By what somebody has shown that he has the factor.
    enum Shown {
        CODE,
        RECOVERY,
        NOTHING
    }

    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    private final SecondFactorStore store;
    private final FactorPolicy policy;
    private final Clock clock;

    SecondFactors(SecondFactorStore store, FactorPolicy policy, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.clock = clock;
    }

    boolean asks(AccountStore.Secret account) {
        return account.secondFactor() && policy.of(account.jurisdiction()) != Policy.OFF;
    }

    /// Takes a code or a recovery code of the account.
    Shown take(Id account, String given) {
        var text = BETWEEN.matcher(given).replaceAll("").toLowerCase(Locale.ROOT);
        if (!CODE.matcher(text).matches()) {
            return store.recover(account, text) ? Shown.RECOVERY : Shown.NOTHING;
        }
        var factor = store.find(account);
        if (factor.isEmpty()) {
            return Shown.NOTHING;
        }
        var step = Totp.stepOf(factor.get().secret(), text, clock.instant());
        return step.isPresent() && store.use(account, step.getAsLong()) ? Shown.CODE : Shown.NOTHING;
    }
}
