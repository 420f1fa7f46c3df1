package lianlin.territory;

import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Labelled;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

/// A grid of a community (TER-06) with its four fixed texts, the business lines that it carries (TER-08), and who
/// serves in it today (TER-09). One that went into another keeps its row with the first day without it (TER-12).
record Grid(
        Area code,
        Place community,
        String name,
        Labelled kind,
        @Nullable Integer households,
        @Nullable String persons,
        @Nullable String duties,
        @Nullable String system,
        @Nullable String standards,
        @Nullable String externalCode,
        @Nullable String dutyPhone,
        List<Carried> lines,
        List<GridStaff> staff,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Place replacedBy,
        int version,
        List<Warning> warnings)
        implements Versioned {

    enum Kind {
        BASIC,
        SPECIAL
    }

    enum Line {
        PARTY,
        SAFETY,
        SANITATION,
        URBAN_MANAGEMENT,
        CIVIL,
        CUSTOM
    }

    /// A business line and who answers for it; a custom line has a label of its own.
    record Carried(Labelled line, @Nullable String label, String person) {}
}
