package lianlin.territory.building;

import java.time.LocalDate;
import lianlin.kernel.Id;
import lianlin.kernel.http.Versioned;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;

/// A building (楼栋) of a grid: how many households it holds, who its steward is, where it stands. What is pulled down
/// ends on a day and stays in the books (TER-12).
record Building(
        Id id,
        Place grid,
        String name,
        @Nullable Integer households,
        @Nullable Integer units,
        @Nullable Integer floors,
        @Nullable String steward,
        @Nullable Double lng,
        @Nullable Double lat,
        LocalDate validFrom,
        int version)
        implements Versioned {}
