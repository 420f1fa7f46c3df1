package lianlin.territory.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.territory.Areas;
import lianlin.territory.patrol.Patrol.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes down a patrol, by the one who walked (TER-11).
@Service
class PatrolDesk {
    record GridPatrolled(Fact.Header header, Id patrol, int findings) implements Fact {}

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final PatrolStore patrols;
    private final Areas areas;
    private final Facts facts;
    private final Clock clock;

    PatrolDesk(PatrolStore patrols, Areas areas, Facts facts, Clock clock) {
        this.patrols = patrols;
        this.areas = areas;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    Patrol write(Acting acting, Area grid, @Nullable Instant started, List<Kind> kinds, @Nullable String findings) {
        areas.mustCover(acting.scope(), grid);
        if (!grid.isGrid()) {
            throw Problem.invalid("grid", "patrol.grid");
        }
        var now = clock.instant();
        var begun = started == null ? now : started;
        if (begun.isBefore(now.minus(BACK)) || begun.isAfter(now.plus(AHEAD))) {
            throw Problem.invalid("started", "patrol.started");
        }
        var said = findings == null || findings.isBlank() ? null : findings.strip();
        var patrol = new Patrol(
                Id.next(),
                grid,
                acting.account(),
                acting.name(),
                begun,
                kinds.stream().distinct().sorted().toList(),
                said);
        patrols.insert(List.of(patrol));
        facts.publish(new GridPatrolled(
                acting.header(grid.county(), "grid", new Id(grid.code())).area(grid),
                patrol.id(),
                patrol.kinds().size()));
        return patrol;
    }
}
