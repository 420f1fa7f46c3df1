package lianlin.testing;

import java.util.List;
import lianlin.identity.Places;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;

/// Knows every area, and no organization; steps back when a module answers for places.
final class FakePlaces implements Places {
    @Override
    public Place organization(Id id) {
        throw Problem.absent("organization", id);
    }

    @Override
    public Place area(Area area) {
        return new Place(area.county(), area, null, area.toString());
    }

    @Override
    public List<String> names(List<Area> areas) {
        return areas.stream().map(Area::toString).toList();
    }
}
