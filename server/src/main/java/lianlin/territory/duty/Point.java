package lianlin.territory.duty;

import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Where duty is stood: a service place, or a grid or community.
record Point(
        int jurisdiction,
        Area area,
        @Nullable Id place,
        String name,
        @Nullable String phone) {}
