package lianlin.territory;

import java.time.LocalDate;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import org.jspecify.annotations.Nullable;

/// Somebody who serves in a grid from a day on; `ends` is the first day without him (TER-09).
record GridStaff(
        Id id,
        Labelled role,
        String name,
        @Nullable Id account,
        LocalDate starts,
        @Nullable LocalDate ends) {
    enum Role {
        GRID_HEAD,
        GRID_WORKER
    }
}
