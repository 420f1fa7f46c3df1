package lianlin.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.kernel.Id;
import org.springframework.stereotype.Component;

/// Decides by which ways messages go out, and when (MSG-01, MSG-02). The inbox has them at once.
@Component
class Routing {
    /// Whoever was told nothing for a day is not woken by a phone for it.
    private static final Duration FRESH = Duration.ofDays(1);

    private final RuleStore rules;
    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final QuietHours quiet;
    private final Map<Way, Channel> channels = new EnumMap<>(Way.class);
    private final Clock clock;

    Routing(
            RuleStore rules,
            SubscriptionStore subscriptions,
            DeliveryStore deliveries,
            QuietHours quiet,
            List<Channel> channels,
            Clock clock) {
        this.rules = rules;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.quiet = quiet;
        channels.forEach(channel -> this.channels.put(channel.way(), channel));
        this.clock = clock;
    }

    void send(List<Message> messages) {
        var pushed = subscriptions.among(messages.stream().map(Message::account).collect(Collectors.toSet()));
        var planned = new ArrayList<Delivery>();
        for (var message : messages) {
            plan(message, pushed, planned);
        }
        deliveries.insert(planned);
    }

    private void plan(Message message, Set<Id> pushed, List<Delivery> planned) {
        var fresh = message.created().isAfter(clock.instant().minus(FRESH));
        rules.routes(message.jurisdiction(), message.kind()).forEach((way, minutes) -> {
            switch (way) {
                case IN_APP -> planned.add(Delivery.inApp(message));
                case WEB_PUSH -> {
                    if (fresh && pushed.contains(message.account())) {
                        planned.add(planned(message, way, minutes));
                    }
                }
                case SMS, WECHAT, EMAIL -> {
                    if (fresh) {
                        planned.add(planned(message, way, minutes));
                    }
                }
            }
        });
    }

    private Delivery planned(Message message, Way way, int minutes) {
        var channel = channels.get(way);
        return channel == null || !channel.ready()
                ? Delivery.skipped(message, way, "not-set-up")
                : Delivery.waiting(message, way, due(message, minutes));
    }

    private Instant due(Message message, int minutes) {
        return quiet.after(
                message.jurisdiction(), message.kind(), message.created().plus(Duration.ofMinutes(minutes)));
    }
}
