package lianlin.territory;

import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

/// A party-building area (党建片区): communities across boundaries that work together. A community belongs to
/// one at a time (TER-05). `area` is the smallest place that holds all of them; `lead` is the organization
/// that leads.
record PartyArea(
        Id id, String name, Labelled type, @Nullable Id lead, Area area, List<Place> divisions, int version)
        implements Versioned {
    enum Type {
        COMMUNITIES,
        PARK,
        BUSINESS_DISTRICT,
        MIXED
    }
}
