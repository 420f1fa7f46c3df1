package lianlin.territory;

import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import org.jspecify.annotations.Nullable;

/// A service place that is open to everybody, as anybody reads it (TER-13). `metres` is how far it is from where the
/// reader said he is, as the crow flies.
record Station(
        Id id,
        Labelled kind,
        String name,
        Place area,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String hours,
        List<ServicePlace.Room> rooms,
        ServicePlace.@Nullable Point point,
        @Nullable String routes,
        @Nullable String panorama,
        List<PlacePhoto> photos,
        @Nullable Long metres) {

    static Station of(ServicePlace place, @Nullable Long metres) {
        return new Station(
                place.id(),
                place.kind(),
                place.name(),
                place.area(),
                place.address(),
                place.phone(),
                place.hours(),
                place.rooms().stream()
                        .filter(room -> !Boolean.FALSE.equals(room.openToPublic()))
                        .toList(),
                place.point(),
                place.routes(),
                place.panorama(),
                place.photos(),
                metres);
    }
}
