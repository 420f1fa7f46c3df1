package lianlin.procedure;

import java.time.Instant;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.time.Lamp;
import org.jspecify.annotations.Nullable;

/// A case in a list or queue. `placeName` is the name of its community or grid; `requesterName` is masked.
public record CaseLine(
        Id id,
        String procedure,
        String number,
        String title,
        @Nullable Labelled topic,
        boolean urgent,
        Labelled state,
        Area area,
        String placeName,
        @Nullable Named holder,
        @Nullable String requesterName,
        Instant opened,
        @Nullable Instant due,
        @Nullable Lamp lamp,
        boolean paused,
        @Nullable Instant closed,
        int version) {}
