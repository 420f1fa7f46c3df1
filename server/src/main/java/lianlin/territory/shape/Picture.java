package lianlin.territory.shape;

import java.util.List;
import lianlin.kernel.Area;
import org.jspecify.annotations.Nullable;

/// Outlines of the places below one, simplified for a screen, with a number for each where something is counted.
/// `box` is west, south, east, north; null where nothing is drawn. `missing` places have no outline yet.
record Picture(Area area, double @Nullable [] box, List<Part> parts, int missing) {
    /// `at` is a point inside, for a label.
    record Part(Area code, String name, @Nullable Long count, double[] at, MultiPolygon geometry) {}

    enum Level {
        STREET,
        COMMUNITY,
        GRID
    }
}
