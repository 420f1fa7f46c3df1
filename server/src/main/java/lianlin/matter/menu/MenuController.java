package lianlin.matter.menu;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The published menu of a place, for everybody (SRV-02).
@RestController
@RequestMapping("/api/service-menu")
class MenuController {
    private static final CacheControl MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final int COUNTY = 3;

    private final ServiceMenu menu;
    private final Slots slots;

    MenuController(ServiceMenu menu, Slots slots) {
        this.menu = menu;
        this.slots = slots;
    }

    /// What serves a community or a grid, or all of a street or district, or whatever there is; the newest first.
    @GetMapping
    @Open("the published menu is there to be read by everybody; it names no person")
    ResponseEntity<Page<MenuItem.Card>> list(
            @RequestParam(required = false) @Nullable Area area,
            @RequestParam(required = false) @Nullable ServiceCategory category,
            @RequestParam(required = false) @Nullable ServiceChannel channel,
            @RequestParam(required = false) @Nullable @Size(max = 60) String q,
            Paging paging) {
        if (area != null && area.depth() < COUNTY) {
            throw Problem.invalid("area", "item.menu-area");
        }
        var wish = new ServiceItemStore.Wish(area, category, channel, q == null || q.isBlank() ? null : q.strip());
        return shared(menu.page(wish, paging));
    }

    @GetMapping("/{id}")
    @Open("the published menu is there to be read by everybody; it names no person")
    ResponseEntity<MenuItem> get(@PathVariable Id id) {
        return shared(menu.get(id));
    }

    /// The slots of a service by appointment in the next four weeks.
    @GetMapping("/{id}/slots")
    @Open("the published menu is there to be read by everybody; it names no person")
    Page<Slot> slots(@PathVariable Id id) {
        return Page.whole(slots.of(id));
    }

    /// Kept by browsers for a minute, each language for itself.
    private static <T> ResponseEntity<T> shared(T body) {
        return ResponseEntity.ok()
                .cacheControl(MINUTE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(body);
    }
}
