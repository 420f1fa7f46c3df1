package lianlin.territory.building;

import java.time.LocalDate;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// A party group that is linked to a grid, or to one building of it, from a day on: two nets in one (TER-10). `name` is
/// what it was called when it was linked; `ends` is the first day without it.
record PartyGroup(
        Id id,
        Id organization,
        String name,
        @Nullable Id building,
        @Nullable String buildingName,
        LocalDate starts,
        @Nullable LocalDate ends) {}
