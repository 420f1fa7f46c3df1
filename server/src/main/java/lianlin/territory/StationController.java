package lianlin.territory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Service places that are open to everybody, without signing in.
@RestController
@RequestMapping("/api/stations")
class StationController {
    private final ServicePlaceStore store;

    StationController(ServicePlaceStore store) {
        this.store = store;
    }

    /// At most 400: those in an area, the nearest first where the reader says where he is. His position is kept
    /// nowhere.
    @GetMapping
    @Open("places that are open to everybody; an office's telephone, no person")
    Page<Station> list(
            @RequestParam(required = false) @Nullable Area area,
            @RequestParam(required = false) ServicePlace.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable @Size(max = 60) String q,
            @RequestParam(required = false) @Nullable @Min(73) @Max(136) Double lng,
            @RequestParam(required = false) @Nullable @Min(3) @Max(54) Double lat) {
        var scope = area == null || area.depth() < 3 ? Scope.INSTALLATION : Scope.jurisdiction(area.county());
        var from = lng == null || lat == null ? null : new ServicePlace.Point(lng, lat);
        return Page.whole(
                Scoped.call(scope, () -> store.stations(scope, new ServicePlaceStore.Filter(q, area, kind), from)));
    }

    @GetMapping("/{id}")
    @Open("places that are open to everybody; an office's telephone, no person")
    Station get(@PathVariable Id id) {
        return Scoped.call(Scope.INSTALLATION, () -> store.station(id));
    }
}
