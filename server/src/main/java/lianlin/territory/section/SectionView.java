package lianlin.territory.section;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

/// A section as the caller may see it: its book is for the community and the holder. `does` are the acts that are open
/// to the caller.
record SectionView(
        Id id,
        Line line,
        String description,
        String plan,
        List<Held> holders,
        List<Entry> entries,
        List<Act> does,
        int version)
        implements Versioned {

    /// A line of the list. Members read of another one the family name alone.
    record Line(
            Id id,
            Area area,
            String placeName,
            String name,
            Labelled kind,
            Labelled state,
            @Nullable String holder,
            @Nullable Instant since,
            @Nullable LocalDate workedOn,
            @Nullable LocalDate checkedOn,
            @Nullable Labelled verdict,
            boolean mine,
            int version) {}

    /// Who held it from when to when.
    record Held(
            String name,
            Instant claimed,
            @Nullable Instant confirmed,
            @Nullable Instant ended,
            @Nullable Labelled ending,
            @Nullable String reason) {}

    /// What was done on a day, or with a verdict what a check found.
    record Entry(
            Id id,
            LocalDate heldOn,
            @Nullable String note,
            @Nullable Integer minutes,
            @Nullable Labelled verdict,
            String by) {}

    enum Act {
        CLAIM,
        ASSIGN,
        CONFIRM,
        DECLINE,
        WITHDRAW,
        WORK,
        CHECK,
        RELEASE,
        EDIT
    }
}
