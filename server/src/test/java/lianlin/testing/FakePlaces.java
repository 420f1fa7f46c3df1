package lianlin.testing;

import java.util.List;
import lianlin.identity.Places;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;

/// Knows every area, and no organization; steps back when a module answers for places.
final class FakePlaces implements Places {
    @Override
    public Place organization(Scope scope, Id id) {
        throw Problem.absent("organization", id);
    }

    @Override
    public Place area(Scope scope, Area area) {
        return new Place(area.county(), area, null, area.toString());
    }

    @Override
    public List<Found> find(Scope scope, String name, int limit) {
        return List.of();
    }
}
