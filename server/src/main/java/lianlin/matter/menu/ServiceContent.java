package lianlin.matter.menu;

import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// What is written about a service (SRV-02). `priority` are those who come first where it is free (SRV-07), `stations`
/// the service places where it is given, `openings` when, where it is given by appointment.
public record ServiceContent(
        Area area,
        Id provider,
        ServiceCategory category,
        ServiceKind kind,
        String title,
        String description,
        String audience,
        @Nullable String conditions,
        int minutes,
        int priceCents,
        List<ServiceChannel> channels,
        List<PriorityGroup> priority,
        List<Id> stations,
        List<Opening> openings) {}
