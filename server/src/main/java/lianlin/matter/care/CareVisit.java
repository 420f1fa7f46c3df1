package lianlin.matter.care;

import java.time.Instant;
import java.time.LocalDate;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// What became of a day of the plan, or a visit beside it (`plannedOn` is null). `done` and `next` are what was done
/// and
/// what is needed next, as the helper wrote it.
record CareVisit(
        Id id,
        @Nullable LocalDate plannedOn,
        LocalDate heldOn,
        Result result,
        @Nullable Kind kind,
        @Nullable Integer minutes,
        @Nullable String done,
        @Nullable String next,
        @Nullable Why reason,
        @Nullable LocalDate movedTo,
        @Nullable Id order,
        @Nullable Id author,
        Instant written) {

    enum Result {
        DONE,
        POSTPONED,
        MISSED
    }

    enum Kind {
        DOOR,
        PHONE,
        VIDEO
    }

    /// Why a visit is put off: a closed list, so that nothing about a home is written where it can be read.
    enum Why {
        HOUSEHOLD_AWAY,
        HOUSEHOLD_WISH,
        HELPER_AWAY,
        WEATHER
    }
}
