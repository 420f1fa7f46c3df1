package lianlin.kernel.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/// `timestamptz` as [Instant].
public final class InstantConverter extends AbstractConverter<OffsetDateTime, Instant> {
    public InstantConverter() {
        super(OffsetDateTime.class, Instant.class);
    }

    @Override
    public @Nullable Instant from(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    @Override
    public @Nullable OffsetDateTime to(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
