package lianlin.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import lianlin.identity.Acting;
import lianlin.kernel.Open;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The browsers to which the messages of whoever is signed in are pushed.
@RestController
@RequestMapping("/api/messages/push")
class PushController {
    /// The key that a browser needs to subscribe, missing where web push is not set up, and how many browsers have.
    record Push(@Nullable String key, int browsers) {}

    /// What a browser gives when it subscribes.
    record Browser(
            @NotNull @Size(max = 1000) String endpoint,

            @NotNull @Pattern(regexp = "[\\w-]{80,100}={0,2}")
            String p256dh,

            @NotNull @Pattern(regexp = "[\\w-]{20,40}={0,2}")
            String auth) {}

    private final SubscriptionStore subscriptions;
    private final PushDesk desk;
    private final PushKeys keys;

    PushController(SubscriptionStore subscriptions, PushDesk desk, PushKeys keys) {
        this.subscriptions = subscriptions;
        this.desk = desk;
        this.keys = keys;
    }

    @GetMapping
    @Open("everybody sees what he has subscribed to")
    Push get(Acting acting) {
        var browsers = Scoped.call(Scope.INSTALLATION, () -> subscriptions.count(acting.account()));
        return new Push(keys.ready() ? keys.get().extractPublicKeyInUncompressedFormAsString() : null, browsers);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody has messages pushed to his own browser")
    void subscribe(Acting acting, @Valid @RequestBody Browser browser) {
        var address = new SubscriptionStore.Address(browser.endpoint(), browser.p256dh(), browser.auth());
        Scoped.run(Scope.INSTALLATION, () -> desk.subscribe(acting, address));
    }

    /// Ends it on every browser.
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody ends what he has subscribed to")
    void end(Acting acting) {
        Scoped.run(Scope.INSTALLATION, () -> subscriptions.deleteAll(acting.account()));
    }
}
