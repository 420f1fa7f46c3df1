package lianlin.matter.menu;

import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import org.jspecify.annotations.Nullable;

/// A service as everybody reads it; nothing in it belongs to a person. `served` counts the last half year, `rating` is
/// there when some have rated. `online` says that it can be ordered on a phone or a page.
record MenuItem(
        Id id,
        String title,
        String description,
        Labelled category,
        Labelled kind,
        Named provider,
        Area area,
        String placeName,
        String audience,
        @Nullable String conditions,
        int minutes,
        int priceCents,
        List<Labelled> channels,
        List<Labelled> priority,
        List<Station> stations,
        List<Opening> openings,
        int served,
        @Nullable Double rating) {

    /// A service place where it is given.
    record Station(
            Id id,
            String name,
            @Nullable String address,
            @Nullable String hours) {}

    /// A card of the menu.
    record Card(
            Id id,
            String title,
            String description,
            Labelled category,
            Labelled kind,
            Named provider,
            Area area,
            String placeName,
            String audience,
            int minutes,
            int priceCents,
            List<Labelled> channels,
            List<Labelled> priority,
            int served,
            @Nullable Double rating) {}
}
