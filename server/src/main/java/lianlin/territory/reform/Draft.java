package lianlin.territory.reform;

import java.util.List;
import lianlin.kernel.Labelled;
import lianlin.kernel.Warning;
import lianlin.territory.Place;
import lianlin.territory.shape.MultiPolygon;
import org.jspecify.annotations.Nullable;

/// What a merger would do, before it is done: how much of each kind goes along, who serves in the old grids, what the
/// ground looks like, and what is worth a second look.
record Draft(
        List<Place> places,
        List<Amount> moving,
        List<Staff> staff,
        @Nullable Integer households,
        @Nullable MultiPolygon outline,
        long squareMetres,
        List<Place> undrawn,
        List<Warning> warnings) {

    /// `open` are those that still matter, `all` those that go along.
    record Amount(Labelled kind, long open, long all) {}

    /// An appointment in one of the grids.
    record Staff(lianlin.kernel.Id id, Place grid, Labelled role, String name, lianlin.kernel.@Nullable Id account) {}
}
