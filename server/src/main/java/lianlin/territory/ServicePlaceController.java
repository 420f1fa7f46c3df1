package lianlin.territory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
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

/// Service places (TER-13) and whether they are large enough (TER-14).
@RestController
@RequestMapping("/api/places")
class ServicePlaceController {
    record Wanted(
            @NotNull ServicePlace.Kind kind,
            @NotBlank @Size(max = 60) String name,
            @NotNull Area area,
            @Nullable @Size(max = 200) String address,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 200) String hours,
            @Nullable @Min(0) @Max(10_000_000) Integer floorArea,
            @Nullable @Size(max = 100) List<ServicePlace.@Valid Room> rooms,
            ServicePlace.@Nullable @Valid Point point,
            @Nullable @Size(max = 2000) String routes,

            @Nullable @Size(max = 400) @Pattern(regexp = "https?://.*", message = "place.link")
            String panorama,

            boolean openToPublic) {
        ServicePlaceStore.Content content() {
            return new ServicePlaceStore.Content(
                    kind,
                    name.strip(),
                    area,
                    address,
                    phone,
                    hours,
                    floorArea,
                    rooms == null ? List.of() : rooms,
                    point,
                    routes,
                    panorama,
                    openToPublic);
        }
    }

    private final ServicePlaceStore store;
    private final ServicePlaceDesk desk;

    ServicePlaceController(ServicePlaceStore store, ServicePlaceDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    @GetMapping
    @May("place.read")
    Page<ServicePlace> list(Acting acting, ServicePlaceStore.Filter filter, Paging paging) {
        return store.list(acting.scope(), filter, paging);
    }

    /// The communities and whether their places have the floor area that they should have.
    @GetMapping("/standards")
    @May("place.read")
    Page<ServicePlaceStore.Standard> standards(
            Acting acting, @RequestParam(required = false) @Nullable Area area, Paging paging) {
        return store.standards(acting.scope(), area, paging);
    }

    @GetMapping("/{id}")
    @May("place.read")
    ServicePlace get(Acting acting, @PathVariable Id id) {
        return store.get(acting.scope(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("place.edit")
    ServicePlace add(Acting acting, @Valid @RequestBody Wanted wanted) {
        return desk.add(acting, wanted.content());
    }

    @PutMapping("/{id}")
    @May("place.edit")
    ServicePlace change(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody Wanted wanted) {
        return desk.change(acting, id, version, wanted.content());
    }
}
