package lianlin.procedure;

import java.time.Clock;
import java.util.Map;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets the platform act where a state has lasted too long. On two nodes both look, and the lock on the case
/// decides.
@Component
@ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
public class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final int AT_ONCE = 200;

    private final CaseStore cases;
    private final CaseDesk desk;
    private final Procedures procedures;
    private final Clock clock;

    Expiry(CaseStore cases, CaseDesk desk, Procedures procedures, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 20_000)
    void look() {
        look(Scope.INSTALLATION);
    }

    /// Looks at the cases of some jurisdictions only.
    public void look(Scope scope) {
        Scoped.run(scope, () -> procedures.list().forEach(this::look));
    }

    private void look(Procedure procedure) {
        var ending = procedure.states().entrySet().stream()
                .filter(state -> state.getValue().then() != null)
                .map(Map.Entry::getKey)
                .toList();
        for (var thing : cases.overdue(procedure.name(), ending, clock.instant(), AT_ONCE)) {
            try {
                desk.expire(thing.jurisdiction(), thing.id());
            } catch (RuntimeException e) {
                LOG.warn("case {} could not be moved on", thing.number(), e);
            }
        }
    }
}
