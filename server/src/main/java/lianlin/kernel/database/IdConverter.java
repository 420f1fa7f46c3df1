package lianlin.kernel.database;

import lianlin.kernel.Id;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/// `bigint` keys as [Id].
public final class IdConverter extends AbstractConverter<Long, Id> {
    public IdConverter() {
        super(Long.class, Id.class);
    }

    @Override
    public @Nullable Id from(@Nullable Long value) {
        return value == null ? null : new Id(value);
    }

    @Override
    public @Nullable Long to(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
