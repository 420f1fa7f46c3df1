package lianlin.messaging;

import java.time.Clock;
import lianlin.identity.Acting;
import lianlin.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes in the browsers to which messages are pushed.
@Service
class PushDesk {
    private final SubscriptionStore subscriptions;
    private final PushHosts hosts;
    private final PushKeys keys;
    private final Clock clock;

    PushDesk(SubscriptionStore subscriptions, PushHosts hosts, PushKeys keys, Clock clock) {
        this.subscriptions = subscriptions;
        this.hosts = hosts;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    void subscribe(Acting acting, SubscriptionStore.Address address) {
        if (!keys.ready()) {
            throw Problem.refused("push.off");
        }
        if (!hosts.knows(address.endpoint())) {
            throw Problem.invalid("endpoint", "push.host");
        }
        subscriptions.put(acting.home(), acting.account(), address, clock.instant());
    }
}
