package lianlin.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to service places for modules above that bring many along (TER-13).
@Component
public class ServicePlaces {
    /// A place open to everybody; `kind` is one of the codes of [ServicePlace.Kind].
    public record Registration(
            String kind,
            String name,
            Area area,
            String address,
            String phone,
            String hours,
            int floorArea,
            List<Room> rooms,
            double lng,
            double lat,
            String routes) {}

    public record Room(String name, String function, int capacity, String equipment) {}

    private final ServicePlaceStore places;
    private final Facts facts;

    ServicePlaces(ServicePlaceStore places, Facts facts) {
        this.places = places;
        this.facts = facts;
    }

    /// A place where something is given.
    public record Spot(
            Id id,
            Area area,
            String name,
            @Nullable String address,
            @Nullable String hours) {}

    /// Those of the ids that are places of a scope, by name; one statement.
    public Map<Id, Spot> find(Scope scope, Collection<Id> ids) {
        return ids.isEmpty() ? Map.of() : places.spots(scope, ids);
    }

    /// Writes down many places of a county; their ids in the same order.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Id> register(List<Registration> registrations, UnaryOperator<Fact.Header> signed) {
        var told = new ArrayList<Fact>();
        var ids = new ArrayList<Id>();
        for (var one : registrations) {
            var id = Id.next();
            ids.add(id);
            places.insert(id, content(one));
            told.add(new ServicePlaceDesk.ServicePlaceAdded(signed.apply(
                    Fact.Header.of(one.area().county(), "place", id).area(one.area()))));
        }
        facts.publish(told);
        return ids;
    }

    private static ServicePlaceStore.Content content(Registration one) {
        return new ServicePlaceStore.Content(
                ServicePlace.Kind.valueOf(one.kind()),
                one.name(),
                one.area(),
                one.address(),
                one.phone(),
                one.hours(),
                one.floorArea(),
                one.rooms().stream()
                        .map(room -> new ServicePlace.Room(
                                room.name(), room.function(), room.capacity(), room.equipment(), true))
                        .toList(),
                new ServicePlace.Point(one.lng(), one.lat()),
                one.routes(),
                null,
                true);
    }
}
