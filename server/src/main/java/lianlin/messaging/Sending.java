package lianlin.messaging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets every channel send in a thread of its own, so that a provider that is slow or dead holds up no other. The log
/// of what was sent is kept for six months (MSG-02).
@Component
class Sending implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int PAUSE = 2_000;
    private static final int LONGEST_PAUSE = 60_000;
    private static final int SIX_HOURS = 21_600_000;
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final Sender sender;
    private final DeliveryStore deliveries;
    private final List<Channel> channels;
    private final Clock clock;
    private final boolean enabled;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Sending(
            Sender sender,
            DeliveryStore deliveries,
            List<Channel> channels,
            Clock clock,
            @Value("${lianlin.openapi:false}") boolean describing) {
        this.sender = sender;
        this.deliveries = deliveries;
        this.channels = channels;
        this.clock = clock;
        this.enabled = !describing;
    }

    @Override
    public void start() {
        running = enabled;
        for (var channel : enabled ? channels : List.<Channel>of()) {
            threads.add(Thread.ofVirtual()
                    .name("sending-" + channel.way())
                    .start(() -> Scoped.run(Scope.INSTALLATION, () -> follow(channel))));
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow(Channel channel) {
        var pause = PAUSE;
        while (running) {
            try {
                if (sender.send(channel) == 0) {
                    Thread.sleep(PAUSE);
                }
                pause = PAUSE;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!running) {
                    return;
                }
                LOG.warn("sending by {} stopped for {} ms", channel.way(), pause, e);
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException again) {
                    return;
                }
                pause = Math.min(LONGEST_PAUSE, pause * 2);
            }
        }
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
