package lianlin.matter.menu;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The menu at the desk: who writes, reviews, publishes and suspends its items (SRV-02).
@RestController
@RequestMapping("/api/service-items")
class ServiceItemController {
    record Wanted(
            @NotBlank @Size(min = 2, max = 30, message = "item.title")
            String title,

            @NotBlank @Size(max = 1000) String description,
            @NotNull ServiceCategory category,
            @Nullable ServiceKind kind,
            @NotNull Id provider,
            @NotNull Area area,
            @NotBlank @Size(max = 60) String audience,
            @Nullable @Size(max = 500) String conditions,
            @Min(5) @Max(1440) int minutes,
            @Min(0) @Max(1_000_000) int priceCents,

            @NotEmpty(message = "item.channels") @Size(max = 5)
            List<@NotNull ServiceChannel> channels,

            @Nullable @Size(max = 5) List<@NotNull PriorityGroup> priority,
            @Nullable @Size(max = 10) List<@NotNull Id> stations,
            @Nullable @Size(max = 20) List<@NotNull @Valid Opening> openings) {

        ServiceContent content() {
            return new ServiceContent(
                    area,
                    provider,
                    category,
                    kind == null ? ServiceKind.ON_DEMAND : kind,
                    title.strip(),
                    description.strip(),
                    audience.strip(),
                    conditions == null || conditions.isBlank() ? null : conditions.strip(),
                    minutes,
                    priceCents,
                    channels,
                    priority == null ? List.of() : priority,
                    stations == null ? List.of() : stations,
                    openings == null ? List.of() : openings);
        }
    }

    record StepWanted(
            @NotNull ServiceItem.Step step,
            @Nullable @Size(max = 200) String note) {}

    /// Items by state at or below a place.
    record ItemCounts(long total, List<ItemCount> states) {}

    record ItemCount(Labelled state, long count) {}

    private final ServiceItems items;
    private final ServiceItemDesk desk;

    ServiceItemController(ServiceItems items, ServiceItemDesk desk) {
        this.items = items;
        this.desk = desk;
    }

    @GetMapping
    @May("item.read")
    Page<ServiceItemView.Line> list(Acting acting, ServiceItemStore.Filter filter, Paging paging) {
        return items.list(acting, filter, paging);
    }

    @GetMapping("/counts")
    @May("item.read")
    ItemCounts counts(Acting acting, @RequestParam(required = false) @Nullable Area area) {
        var counted = items.states(acting.scope(), area);
        return new ItemCounts(
                counted.values().stream().mapToLong(Long::longValue).sum(),
                Arrays.stream(ServiceItem.State.values())
                        .map(state -> new ItemCount(items.state(state), counted.getOrDefault(state.name(), 0L)))
                        .toList());
    }

    @GetMapping("/{id}")
    @May("item.read")
    ServiceItemView get(Acting acting, @PathVariable Id id) {
        return items.view(acting, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("item.edit")
    ServiceItemView add(Acting acting, @Valid @RequestBody Wanted wanted) {
        return items.view(acting, desk.add(acting, wanted.content()));
    }

    @PutMapping("/{id}")
    @May("item.edit")
    ServiceItemView change(
            Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody Wanted wanted) {
        return items.view(acting, desk.change(acting, id, version, wanted.content()));
    }

    /// A step of its life; each step asks for a permission of its own.
    @PostMapping("/{id}/steps")
    @May("item.read")
    ServiceItemView move(
            Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody StepWanted wanted) {
        return items.view(acting, desk.move(acting, id, version, wanted.step(), wanted.note()));
    }
}
