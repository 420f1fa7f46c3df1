package lianlin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import lianlin.identity.FactorPolicy.Policy;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Open;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.http.Once;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The second factor of whoever is signed in, and of whoever has lost it (IDN-10).
@RestController
class SecondFactorController {
    private static final String MINE = "/api/me/second-factor";

    /// `offered`: whether one may be set up; `required`: whether nothing goes on without; `since`: there is one.
    record Standing(
            boolean offered, boolean required, @Nullable Instant since, int recoveryCodes) {}

    record Code(@NotBlank @Size(max = 20) String code) {}

    record Removal(
            @Nullable @Size(max = 300) String password,
            @NotBlank @Size(max = 20) String code) {}

    private final SecondFactorDesk desk;
    private final LostFactor lost;
    private final SecondFactorStore store;
    private final SessionStore sessions;
    private final Sessions live;
    private final FactorPolicy policy;

    SecondFactorController(
            SecondFactorDesk desk,
            LostFactor lost,
            SecondFactorStore store,
            SessionStore sessions,
            Sessions live,
            FactorPolicy policy) {
        this.desk = desk;
        this.lost = lost;
        this.store = store;
        this.sessions = sessions;
        this.live = live;
        this.policy = policy;
    }

    @GetMapping(MINE)
    @Open("everybody sees whether he has a second factor")
    Standing get(Acting acting) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var set = policy.of(acting.home());
            var staff = live.anyStaff(acting.account());
            return new Standing(
                    staff && set != Policy.OFF,
                    staff && set == Policy.REQUIRED,
                    store.find(acting.account())
                            .map(SecondFactorStore.Factor::confirmed)
                            .orElse(null),
                    store.recoveryLeft(acting.account()));
        });
    }

    @PostMapping(MINE)
    @ResponseStatus(HttpStatus.CREATED)
    @Open("everybody sets up his own second factor")
    SecondFactorDesk.Setup begin(Acting acting, HttpServletRequest request) {
        Once.unkept(request); // the secret is shown to him alone
        return Scoped.call(Scope.INSTALLATION, () -> desk.begin(acting, sessions.proved(acting.session())));
    }

    @PostMapping(MINE + "/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    @Open("everybody sets up his own second factor")
    SecondFactorDesk.RecoveryCodes confirm(Acting acting, @Valid @RequestBody Code shown, HttpServletRequest request) {
        Once.unkept(request); // recovery codes are shown once
        return Scoped.call(Scope.INSTALLATION, () -> desk.confirm(acting, shown.code()));
    }

    @PostMapping(MINE + "/recovery-codes")
    @ResponseStatus(HttpStatus.CREATED)
    @Open("everybody gets recovery codes of his own")
    SecondFactorDesk.RecoveryCodes renew(Acting acting, @Valid @RequestBody Code shown, HttpServletRequest request) {
        Once.unkept(request); // recovery codes are shown once
        return Scoped.call(Scope.INSTALLATION, () -> desk.renew(acting, shown.code()));
    }

    @PostMapping(MINE + "/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody removes his own second factor")
    void remove(Acting acting, @Valid @RequestBody Removal wanted) {
        Scoped.run(Scope.INSTALLATION, () -> desk.remove(acting, wanted.password(), wanted.code()));
    }

    @DeleteMapping("/api/accounts/{id}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("account.edit")
    void lift(Acting acting, @PathVariable Id id) {
        lost.remove(acting, id);
    }
}
