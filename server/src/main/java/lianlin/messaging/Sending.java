package lianlin.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.work.Staffed;
import lianlin.kernel.work.Worker;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets every channel send in a thread of its own, so that a provider that is slow or dead holds up no other. The log
/// of what was sent is kept for six months (MSG-02).
@Component
class Sending implements Staffed {
    private static final Duration REST = Duration.ofSeconds(2);
    private static final int SIX_HOURS = 21_600_000;
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final DeliveryStore deliveries;
    private final Clock clock;
    private final List<Worker> workers;

    Sending(Sender sender, DeliveryStore deliveries, List<Channel> channels, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.workers = channels.stream()
                .map(channel ->
                        new Worker("sending-" + channel.way(), REST, Duration.ZERO, () -> sender.send(channel) > 0))
                .toList();
    }

    @Override
    public List<Worker> workers() {
        return workers;
    }

    @Scheduled(initialDelay = SIX_HOURS, fixedDelay = SIX_HOURS)
    void forget() {
        Scoped.run(Scope.INSTALLATION, () -> {
            var before = clock.instant().minus(DeliveryStore.KEPT);
            while (deliveries.forget(before, FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
                // one piece after the other
            }
        });
    }
}
