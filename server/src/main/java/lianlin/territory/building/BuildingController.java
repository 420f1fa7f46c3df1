package lianlin.territory.building;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Buildings of grids.
@RestController
@RequestMapping("/api/buildings")
class BuildingController {
    record Wanted(
            @NotNull Area grid,
            @NotBlank @Size(max = 40) String name,
            @Nullable @Min(0) @Max(10_000) Integer households,
            @Nullable @Min(1) @Max(200) Integer units,
            @Nullable @Min(1) @Max(200) Integer floors,
            @Nullable @Size(max = 40) String steward,
            @Nullable @Min(73) @Max(136) Double lng,
            @Nullable @Min(3) @Max(54) Double lat) {
        BuildingStore.Content content() {
            var who = steward == null || steward.isBlank() ? null : steward.strip();
            return new BuildingStore.Content(name.strip(), households, units, floors, who, lng, lat);
        }
    }

    private final BuildingStore store;
    private final BuildingDesk desk;

    BuildingController(BuildingStore store, BuildingDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    @GetMapping
    @May("grid.read")
    Page<Building> list(Acting acting, BuildingStore.Filter filter, Paging paging) {
        return store.list(acting.scope(), filter, paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("grid.edit")
    Building add(Acting acting, @Valid @RequestBody Wanted wanted) {
        return desk.add(acting, wanted.grid(), wanted.content());
    }

    /// The grid of a building stays what it is.
    @PutMapping("/{id}")
    @May("grid.edit")
    Building change(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody Wanted wanted) {
        return desk.change(acting, id, version, wanted.grid(), wanted.content());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("grid.edit")
    void end(Acting acting, @PathVariable Id id, @IfMatch int version) {
        desk.end(acting, id, version);
    }
}
