package lianlin.matter.care;

import java.time.Clock;
import java.time.LocalDate;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks for visits that nobody has written down in time. On two nodes both look, and the lock on the pair decides.
@Component
@ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
public class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int AT_ONCE = 500;

    private final CareStore pairs;
    private final AlarmDesk desk;
    private final Clock clock;

    Alarms(CareStore pairs, AlarmDesk desk, Clock clock) {
        this.pairs = pairs;
        this.desk = desk;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void look() {
        look(Scope.INSTALLATION);
    }

    /// Looks at the pairs of some jurisdictions only.
    public void look(Scope scope) {
        Scoped.run(scope, () -> {
            var today = LocalDate.now(clock);
            for (var id : pairs.alarms(scope, today, AT_ONCE)) {
                try {
                    desk.raise(scope, id, today);
                } catch (RuntimeException e) {
                    LOG.warn("no alarm for the care pair {}", id, e);
                }
            }
        });
    }
}
