package lianlin.identity;

import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the security administrator does for somebody whose phone is gone (IDN-10), never for himself: the second factor
/// counts no longer, its owner signs in anew everywhere and is told.
@Service
class LostFactor {
    private final AccountStore accounts;
    private final AccountDesk desk;
    private final SecondFactorStore factors;
    private final SessionStore sessions;
    private final Sessions live;
    private final WrongTries wrong;
    private final Facts facts;

    LostFactor(
            AccountStore accounts,
            AccountDesk desk,
            SecondFactorStore factors,
            SessionStore sessions,
            Sessions live,
            WrongTries wrong,
            Facts facts) {
        this.accounts = accounts;
        this.desk = desk;
        this.factors = factors;
        this.sessions = sessions;
        this.live = live;
        this.wrong = wrong;
        this.facts = facts;
    }

    /// Does nothing where there is none.
    @Transactional
    void remove(Acting acting, Id id) {
        var account = accounts.get(acting.scope(), id);
        if (account.id().equals(acting.account())) {
            throw Problem.refused("second-factor.own");
        }
        desk.mustBeHisToCareFor(acting, id);
        if (!factors.delete(id)) {
            return;
        }
        sessions.deleteAll(id);
        live.forgetAll();
        wrong.forget(id);
        facts.publish(new SecondFactorRemoved(acting.header(account.jurisdiction(), "account", id), account.person()));
    }
}
