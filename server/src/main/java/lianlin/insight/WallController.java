package lianlin.insight;

import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.May;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The wall of the caller's area, or of a place inside it.
@RestController
@RequestMapping("/api/wall")
class WallController {
    private final Walls walls;

    WallController(Walls walls) {
        this.walls = walls;
    }

    @GetMapping
    @May("wall.read")
    Wall get(Acting acting, @RequestParam(required = false) @Nullable Area area) {
        return walls.get(acting, area);
    }
}
