package lianlin.messaging;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.httpclient.StandardHttpClientRequestPreparer;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Messages pushed to the browsers of an account, encrypted for each (RFC 8291). The service that carries them reads
/// nothing.
@Component
class WebPushChannel implements Channel {
    private static final int DAYS_KEPT = 1;

    private final PushKeys keys;
    private final PushService service;
    private final SubscriptionStore subscriptions;
    private final JsonMapper json;

    WebPushChannel(PushKeys keys, PushService service, SubscriptionStore subscriptions, JsonMapper json) {
        this.keys = keys;
        this.service = service;
        this.subscriptions = subscriptions;
        this.json = json;
    }

    @Override
    public Way way() {
        return Way.WEB_PUSH;
    }

    @Override
    public boolean ready() {
        return keys.ready();
    }

    /// Sent when one browser has it; thrown when none has and one may have it later.
    @Override
    public Outcome send(Outgoing message) {
        var reached = false;
        var refused = 0;
        for (var browser : subscriptions.of(message.account())) {
            var status = service.post(request(message, browser.address()));
            if (status == 404 || status == 410) {
                subscriptions.delete(browser);
            } else if (status >= 200 && status < 300) {
                reached = true;
            } else {
                refused = status;
            }
        }
        if (!reached && refused != 0) {
            throw new IllegalStateException("The push service answered " + refused);
        }
        return reached ? Outcome.SENT : Outcome.NO_ADDRESS;
    }

    private HttpRequest request(Outgoing message, SubscriptionStore.Address address) {
        var browser = new PushSubscription();
        browser.setEndpoint(address.endpoint());
        var secret = new PushSubscription.Keys();
        secret.setP256dh(address.p256dh());
        secret.setAuth(address.auth());
        browser.setKeys(secret);
        var content = Map.of(
                "id", message.id(),
                "title", message.title(),
                "text", message.text(),
                "subject", message.subject(),
                "subjectId", message.subjectId());
        // the same topic takes the place of what has not been delivered yet
        return StandardHttpClientRequestPreparer.getBuilder()
                .pushSubscription(browser)
                .vapidJWTExpiresAfter(15, TimeUnit.MINUTES)
                .vapidJWTSubject(keys.contact())
                .pushMessage(json.writeValueAsBytes(content))
                .ttl(DAYS_KEPT, TimeUnit.DAYS)
                .urgencyNormal()
                .topic(message.id().toString())
                .build(keys.get())
                .toRequest();
    }
}
