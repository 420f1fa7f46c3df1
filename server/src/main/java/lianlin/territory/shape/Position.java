package lianlin.territory.shape;

import java.util.List;
import lianlin.kernel.Labelled;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;

/// Where somebody stands: community and grid, who serves there and under which duty telephone. These are the names on
/// the board in front of the grid's office; accounts and private numbers are not among them. `own` says that the place
/// lies inside the caller's own area.
record Position(
        Place community,
        @Nullable Place grid,
        boolean own,
        List<OnDuty> people,
        List<String> partyGroups,
        @Nullable String dutyPhone,
        @Nullable String stationPhone) {
    record OnDuty(Labelled role, String name) {}
}
