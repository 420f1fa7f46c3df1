package lianlin.territory.patrol;

import java.time.Instant;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.territory.patrol.Patrol.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes patrols of the past: the demo county, a system that is taken over.
@Component
public class PatrolHistory {
    /// Somebody who walked through a grid; `kind` says of what sort the finding is, where there is one.
    public record Past(
            Area grid,
            Id account,
            String name,
            Instant started,
            @Nullable String kind,
            @Nullable String findings) {}

    private final PatrolStore patrols;

    PatrolHistory(PatrolStore patrols) {
        this.patrols = patrols;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Past> pasts) {
        patrols.insert(pasts.stream()
                .map(past -> new Patrol(
                        Id.next(),
                        past.grid(),
                        past.account(),
                        past.name(),
                        past.started(),
                        past.kind() == null ? List.of() : List.of(Kind.valueOf(past.kind())),
                        past.findings()))
                .toList());
    }
}
