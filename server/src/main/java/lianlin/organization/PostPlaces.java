package lianlin.organization;

import java.util.ArrayList;
import java.util.List;
import lianlin.identity.Places;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Sentences;
import lianlin.territory.Areas;
import org.springframework.stereotype.Component;

/// Where posts can stand: at organizations, in areas, and, for the installation's administrators, nowhere in particular.
@Component
class PostPlaces implements Places {
    private final Areas areas;
    private final Sentences sentences;

    PostPlaces(Areas areas, Sentences sentences) {
        this.areas = areas;
        this.sentences = sentences;
    }

    @Override
    public Place organization(Scope scope, Id id) {
        throw Problem.absent("organization", id);
    }

    @Override
    public Place area(Scope scope, Area area) {
        if (area.equals(Area.COUNTRY) && scope.area().equals(Area.COUNTRY)) {
            return new Place(0, area, null, sentences.of("place.installation"));
        }
        areas.mustCover(scope, area);
        return new Place(area.county(), area, null, areas.name(area));
    }

    @Override
    public List<Found> find(Scope scope, String name, int limit) {
        var found = new ArrayList<Found>();
        areas.find(scope, name, limit)
                .forEach(place -> found.add(new Found(null, place.code(), place.name(), place.path())));
        return found;
    }
}
