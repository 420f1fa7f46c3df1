package lianlin.territory.shape;

import lianlin.identity.Acting;
import lianlin.kernel.May;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A point finds its grid.
@RestController
@RequestMapping("/api/positions")
class PositionController {
    private final Whereabouts whereabouts;

    PositionController(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    @GetMapping
    @May("area.read")
    Position at(Acting acting, @RequestParam double lng, @RequestParam double lat) {
        return whereabouts.at(acting.scope(), lng, lat);
    }
}
