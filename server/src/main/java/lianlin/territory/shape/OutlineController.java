package lianlin.territory.shape;

import java.time.Duration;
import lianlin.kernel.Area;
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The outlines of communities for the public map.
@RestController
@RequestMapping("/api/outlines")
class OutlineController {
    private static final int COUNTY = 3;

    private final Pictures pictures;

    OutlineController(Pictures pictures) {
        this.pictures = pictures;
    }

    /// The communities of a district, a street, or one community.
    @GetMapping
    @Open("where communities end is public; no person, no number")
    ResponseEntity<Picture> outlines(@RequestParam Area area) {
        if (area.depth() < COUNTY) {
            throw Problem.invalid("area", "shape.wide");
        }
        var picture = Scoped.call(
                Scope.jurisdiction(area.county()), () -> pictures.of(area.community(), Picture.Level.COMMUNITY, null));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .eTag(pictures.etag(picture))
                .body(picture);
    }
}
