package lianlin.territory.patrol;

import java.time.Instant;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// One walk through a grid: day and time, and what was found; without findings all was in order (TER-11). Nobody is
/// followed: neither the way nor the place of the worker is kept.
record Patrol(
        Id id,
        Area area,
        Id account,
        String name,
        Instant started,
        List<Kind> kinds,
        @Nullable String findings) {
    enum Kind {
        SAFETY,
        HYGIENE,
        FACILITY,
        DISPUTE,
        PERSON_IN_NEED,
        OTHER
    }
}
