package lianlin.kernel.database;

import lianlin.kernel.Area;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/// `bigint` places as [Area].
public final class AreaConverter extends AbstractConverter<Long, Area> {
    public AreaConverter() {
        super(Long.class, Area.class);
    }

    @Override
    public @Nullable Area from(@Nullable Long value) {
        return value == null ? null : new Area(value);
    }

    @Override
    public @Nullable Long to(@Nullable Area area) {
        return area == null ? null : area.code();
    }
}
