package lianlin.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What belongs to the one who is signed in, whatever his post.
@RestController
@RequestMapping("/api/me")
class MeController {
    record Me(
            Id person,
            String name,
            @Nullable String phone,
            @Nullable String login,
            @Nullable Instant lastLogin,
            List<Device> devices,
            Preferences preferences) {}

    /// A device on which the person is signed in; `current` is this one.
    record Device(Id id, String device, Instant created, Instant seen, boolean current) {}

    record NewPassword(
            @Size(max = 300) String old, @Size(max = 300) String fresh) {}

    private final AccountStore accounts;
    private final AccountDesk desk;
    private final SessionStore sessions;
    private final Sessions live;
    private final Looks looks;
    private final JsonMapper json;

    MeController(
            AccountStore accounts,
            AccountDesk desk,
            SessionStore sessions,
            Sessions live,
            Looks looks,
            JsonMapper json) {
        this.accounts = accounts;
        this.desk = desk;
        this.sessions = sessions;
        this.live = live;
        this.looks = looks;
        this.json = json;
    }

    @GetMapping
    @Open("everybody sees his own data")
    Me get(Acting acting) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var account = accounts.get(Scope.INSTALLATION, acting.account());
            var devices = sessions.devices(acting.account()).stream()
                    .map(device -> new Device(
                            device.id(),
                            device.device(),
                            device.created(),
                            device.seen(),
                            device.id().equals(acting.session())))
                    .toList();
            return new Me(
                    acting.person(),
                    account.name(),
                    account.phone(),
                    account.login(),
                    account.lastLogin(),
                    devices,
                    preferences(accounts.preferences(acting.account())));
        });
    }

    @PutMapping("/preferences")
    @Open("everybody chooses how his own pages look")
    Preferences prefer(Acting acting, @Valid @RequestBody Preferences wanted) {
        Scoped.run(Scope.INSTALLATION, () -> accounts.preferences(acting.account(), json.writeValueAsString(wanted)));
        live.forgetAll();
        return wanted;
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody changes his own password")
    void password(Acting acting, @Valid @RequestBody NewPassword wanted) {
        Scoped.run(Scope.INSTALLATION, () -> desk.password(acting, wanted.old(), wanted.fresh()));
    }

    @DeleteMapping("/devices/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody ends his own sessions")
    void leave(Acting acting, @PathVariable Id id) {
        if (sessions.delete(acting.account(), id) == 0) {
            throw Problem.absent("session", id);
        }
        live.forgetAll();
    }

    /// Who looked at the personal data of the one who is signed in, newest first.
    @GetMapping("/looks")
    @Open("everybody sees who looked at his own data")
    Page<Looks.Look> looks(Acting acting) {
        return Page.whole(Scoped.call(Scope.INSTALLATION, () -> looks.of(acting.person())));
    }

    private Preferences preferences(String stored) {
        return stored.equals("{}")
                ? new Preferences(false, false, false, null, "zh")
                : json.readValue(stored, Preferences.class);
    }
}
