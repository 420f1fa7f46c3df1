package lianlin.territory.shape;

import java.time.Instant;
import lianlin.kernel.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Where a grid or a community ends: one row of its history, the current one where nothing has replaced it. Without a
/// geometry the place has no outline from then on.
record Outline(Area area, int version, @Nullable Geometry geometry, Instant drawn) {
    boolean isThere() {
        return geometry != null;
    }

    /// The geometry of an outline that is there.
    Geometry shape() {
        if (geometry == null) {
            throw new IllegalStateException("no outline of " + area);
        }
        return geometry;
    }

    Envelope box() {
        return shape().getEnvelopeInternal();
    }
}
