package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.identity.Places;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Sentences;
import lianlin.territory.Areas;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Where posts can stand: at organizations, in areas, and, for the installation's administrators, nowhere in
/// particular.
@Component
class PostPlaces implements Places {
    private final OrganizationReferences references;
    private final Areas areas;
    private final Sentences sentences;

    PostPlaces(OrganizationReferences references, Areas areas, Sentences sentences) {
        this.references = references;
        this.areas = areas;
        this.sentences = sentences;
    }

    @Override
    public Place organization(Scope scope, Id id) {
        var found = references
                .find(administered(scope).and(ORGANIZATION.ID.eq(id)))
                .orElseThrow(() -> Problem.absent("organization", id));
        return new Place(found.jurisdiction(), found.area(), found.path(), found.name());
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
    public Map<Area, String> names(Collection<Area> places) {
        var names = new HashMap<Area, String>();
        areas.places(places).forEach((area, place) -> names.put(area, place.path()));
        return names;
    }

    @Override
    public List<Found> find(Scope scope, String name, int limit) {
        var found = new ArrayList<Found>();
        for (var organization : references.some(administered(scope).and(references.called(name)), limit)) {
            found.add(new Found(
                    organization.id(), organization.area(), organization.name(), areas.path(organization.area())));
        }
        areas.find(scope, name, limit)
                .forEach(place -> found.add(new Found(null, place.code(), place.name(), place.path())));
        found.sort(Comparator.comparing(place -> !place.name().equals(name)));
        return found;
    }

    /// Administrators see no business, but the names of the organizations at which they may put posts.
    private static Condition administered(Scope scope) {
        var working = ORGANIZATION.STATUS.ne(DSL.inline(OrganizationStatus.DISSOLVED.name()));
        return scope.reach() == Scope.Reach.SYSTEM
                ? scope.on(ORGANIZATION.JURISDICTION)
                        .and(ORGANIZATION.AREA.between(
                                scope.area(), scope.area().last()))
                        .and(working)
                : OrganizationStore.visible(scope).and(working);
    }
}
