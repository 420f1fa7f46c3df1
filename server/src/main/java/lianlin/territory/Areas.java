package lianlin.territory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The door of territory: what places are called and whether they are there. A county's names are kept in
/// memory as one picture; a change is seen at once where it was made, and within a minute by other nodes.
@Component
public class Areas {
    /// What a place was called.
    public record Called(String name, String shortName) {}

    private static final int COUNTY = 3;

    private final AreaStore store;
    private final NationalDivisions national;
    private final Cache<Integer, Optional<CountyPicture>> pictures = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(300)
            .build();

    Areas(AreaStore store, NationalDivisions national) {
        this.store = store;
        this.national = national;
    }

    /// The short name of a place; of a place that nobody knows, its code.
    public String name(Area area) {
        return place(area).name();
    }

    /// The names from the street down: 祖庙街道 · 培德社区.
    public String path(Area area) {
        return place(area).path();
    }

    public Place place(Area area) {
        var picture = picture(area.county());
        var node = picture == null ? null : picture.known(area);
        return node == null || picture == null
                ? elsewhere(area)
                : new Place(area, node.shortName(), picture.path(node));
    }

    /// The place under the names of a day in the past (TER-12).
    public Place then(Area area, Map<Area, Called> former) {
        var picture = picture(area.county());
        var node = picture == null ? null : picture.known(area);
        if (node == null || picture == null) {
            return elsewhere(area);
        }
        var called = former.get(area);
        return new Place(area, called == null ? node.shortName() : called.shortName(), picture.path(node, former));
    }

    /// Many at once; no statement more than for one.
    public Map<Area, Place> places(Collection<Area> areas) {
        var places = new HashMap<Area, Place>();
        areas.forEach(area -> places.computeIfAbsent(area, this::place));
        return places;
    }

    /// Whether the place is one of an opened county, or a province or city.
    public boolean exists(Area area) {
        var picture = picture(area.county());
        return picture != null
                ? picture.find(area) != null
                : area.depth() < COUNTY && national.find(area.division()).isPresent();
    }

    /// The problem `area.absent` unless the place exists inside the scope.
    public void mustCover(Scope scope, Area area) {
        var county = area.county();
        if (county < scope.lo() || county > scope.hi() || !scope.covers(area) || !exists(area)) {
            throw Problem.absent("area", area);
        }
    }

    /// The places at or below one, itself included, in the order of codes: streets before their communities.
    public List<Area> within(Area area) {
        var picture = picture(area.county());
        return picture == null
                ? List.of()
                : picture.within(area).stream().map(CountyPicture.Node::code).toList();
    }

    /// The places one level below one, in the order of codes; below a city, a province or the country the
    /// counties that are open.
    public List<Place> children(Scope scope, Area area) {
        if (area.depth() < COUNTY) {
            return store.counties(scope).stream()
                    .filter(area::contains)
                    .map(this::place)
                    .toList();
        }
        var picture = picture(area.county());
        return picture == null
                ? List.of()
                : picture.within(area).stream()
                        .filter(node -> node.parent().equals(area))
                        .map(node -> new Place(node.code(), node.shortName(), picture.path(node)))
                        .toList();
    }

    /// The places of a scope whose name contains a text, at most `limit`: the uppermost first within each county.
    public List<Place> find(Scope scope, String name, int limit) {
        var counties = scope.lo() == scope.hi() ? List.of(scope.area()) : store.counties(scope);
        return counties.stream()
                .flatMap(county -> {
                    var picture = picture(county.county());
                    return picture == null
                            ? Stream.<Place>empty()
                            : picture.within(scope.lo() == scope.hi() ? scope.area() : county).stream()
                                    .filter(node -> node.name().contains(name)
                                            || node.shortName().contains(name))
                                    .map(node -> new Place(node.code(), node.shortName(), picture.path(node)));
                })
                .limit(limit)
                .toList();
    }

    /// What is known of a county, or null where it is not open or not in the scope of the caller.
    @Nullable
    CountyPicture picture(int county) {
        var found = pictures.get(county, this::load);
        if (found.isEmpty()) {
            pictures.invalidate(county); // it may be open, and only not visible to this caller
        }
        return found.orElse(null);
    }

    /// Looks a county up anew: the transaction that changes it at once, everybody else when it is committed.
    public void forget(int county) {
        pictures.invalidate(county);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                pictures.invalidate(county);
            }
        });
    }

    /// What places of a county were called on a day, where that is not what they are called now (TER-12).
    public Map<Area, Called> formerly(int county, LocalDate on) {
        return store.formerly(county, on);
    }

    private Optional<CountyPicture> load(int county) {
        var nodes = store.nodes(county);
        return nodes.isEmpty() ? Optional.empty() : Optional.of(CountyPicture.of(nodes));
    }

    private Place elsewhere(Area area) {
        var division = area.isGrid() ? null : national.find(area.division()).orElse(null);
        var name = division == null ? area.toString() : ShortNames.of(division.name(), division.level());
        return new Place(area, name, name);
    }
}
