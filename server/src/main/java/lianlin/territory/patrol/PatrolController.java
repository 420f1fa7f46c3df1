package lianlin.territory.patrol;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.Words;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Patrols through grids (TER-11).
@RestController
@RequestMapping("/api/patrols")
class PatrolController {
    record NewPatrol(
            @NotNull Area grid,
            @Nullable Instant started,
            @Nullable @Size(max = 6) List<Patrol.@NotNull Kind> kinds,
            @Nullable @Size(max = 500) String findings) {}

    /// Without findings all was in order.
    record View(
            Id id,
            Area area,
            String placeName,
            String name,
            Instant started,
            List<Labelled> kinds,
            @Nullable String findings) {}

    private final PatrolStore patrols;
    private final PatrolDesk desk;
    private final Areas areas;
    private final Words words;

    PatrolController(PatrolStore patrols, PatrolDesk desk, Areas areas, Words words) {
        this.patrols = patrols;
        this.desk = desk;
        this.areas = areas;
        this.words = words;
    }

    /// The newest first, of a place and what is below it.
    @GetMapping
    @May("patrol.read")
    Page<View> list(Acting acting, @RequestParam(required = false) @Nullable Area area, Paging paging) {
        return patrols.list(acting.scope(), area, paging).map(this::view);
    }

    /// What can be found.
    @GetMapping("/kinds")
    @May("patrol.read")
    Page<Labelled> kinds() {
        return Page.whole(words.all(Patrol.Kind.class));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("patrol.write")
    View write(Acting acting, @Valid @RequestBody NewPatrol patrol) {
        var kinds = patrol.kinds() == null ? List.<Patrol.Kind>of() : patrol.kinds();
        return view(desk.write(acting, patrol.grid(), patrol.started(), kinds, patrol.findings()));
    }

    private View view(Patrol patrol) {
        return new View(
                patrol.id(),
                patrol.area(),
                areas.path(patrol.area()),
                patrol.name(),
                patrol.started(),
                patrol.kinds().stream()
                        .map(kind -> Objects.requireNonNull(words.label(kind)))
                        .toList(),
                patrol.findings());
    }
}
