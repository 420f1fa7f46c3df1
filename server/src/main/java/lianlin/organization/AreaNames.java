package lianlin.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import lianlin.kernel.text.Grams;
import lianlin.territory.Areas;
import lianlin.territory.Place;

/// The places of a scope by everything that a sheet may call them: code, name, street and name together.
final class AreaNames {
    private static final int MOST = 100_000;
    private static final int NEAR = 3;

    private final List<Place> places;
    private final Map<String, List<Place>> byName = new HashMap<>();
    private final Map<String, List<String>> near = new HashMap<>();

    AreaNames(Areas areas, Scope scope) {
        places = areas.find(scope, "", MOST);
        for (var place : places) {
            add(place.code().toString(), place);
            add(place.name(), place);
            var joined = place.path().replace(" · ", "");
            if (!joined.equals(place.name())) {
                add(joined, place);
                add(place.path(), place);
            }
        }
    }

    private void add(String name, Place place) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
    }

    /// All that have this name.
    List<Area> named(String text) {
        return byName.getOrDefault(text.replace(" ", ""), byName.getOrDefault(text, List.of())).stream()
                .map(Place::code)
                .toList();
    }

    /// Names that come closest to one that is not there; the same mistake is looked up once.
    List<String> near(String text) {
        return near.computeIfAbsent(text, wrong -> Grams.nearest(wrong, offered(MOST), NEAR));
    }

    /// What a drop-down offers: street and name together, so that no two are the same.
    List<String> offered(int most) {
        return places.stream()
                .map(place -> place.path().replace(" · ", ""))
                .limit(most)
                .toList();
    }
}
