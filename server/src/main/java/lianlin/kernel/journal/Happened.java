package lianlin.kernel.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One row of the journal: who did what to which thing, when, under which post.
public record Happened(
        int jurisdiction,
        Id id,
        Instant at,
        String kind,
        String subject,
        Id subjectId,
        @Nullable String from,
        @Nullable String to,
        @Nullable Area area,
        @Nullable String path,
        @Nullable Id organization,
        @Nullable Id actor,
        @Nullable Id post,
        @Nullable String reason,
        JsonNode payload,
        @Nullable String address,
        @Nullable String request) {

    /// A text of the payload, or null.
    public @Nullable String text(String name) {
        var value = payload.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    /// The accounts of those who acted, each once.
    public static List<Id> actors(Collection<Happened> rows) {
        return rows.stream()
                .map(Happened::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /// The posts under which they acted, each once.
    public static List<Id> posts(Collection<Happened> rows) {
        return rows.stream()
                .map(Happened::post)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
