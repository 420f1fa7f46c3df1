package lianlin.territory.shape;

import org.jspecify.annotations.Nullable;

/// Something wrong between outlines: what, with which place, how large, where, and the piece of the map itself.
/// `message` says all of it in one sentence; `tolerated` is what blocks nothing and is still to be mended.
record Finding(
        Kind kind,
        @Nullable String code,
        @Nullable String name,
        long squareMetres,
        double[] at,
        String message,
        boolean tolerated,
        MultiPolygon piece) {
    enum Kind {
        /// Two places claim the same ground.
        OVERLAP,
        /// A grid reaches beyond its community.
        OUTSIDE,
        /// Ground of the community that belongs to no grid.
        GAP
    }
}
