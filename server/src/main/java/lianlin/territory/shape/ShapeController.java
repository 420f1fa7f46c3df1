package lianlin.territory.shape;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Problem;
import lianlin.kernel.http.IfMatch;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Outlines of grids and communities. A body is a Polygon or a MultiPolygon of GeoJSON, at most 1 MB, and is read with
/// the same care as a file.
@RestController
@RequestMapping("/api")
class ShapeController {
    private static final int LARGEST = 1 << 20;

    private final ShapeDesk desk;
    private final Pictures pictures;
    private final Areas areas;

    ShapeController(ShapeDesk desk, Pictures pictures, Areas areas) {
        this.desk = desk;
        this.pictures = pictures;
        this.areas = areas;
    }

    /// The outlines below a place, with numbers where something is counted (`count`, the kind of thing, and `state`).
    @GetMapping("/areas/{code}/shapes")
    @May("area.read")
    ResponseEntity<Picture> shapes(
            Acting acting,
            @PathVariable Area code,
            @RequestParam(required = false) Picture.@Nullable Level level,
            @RequestParam(required = false, defaultValue = "none") String count,
            @RequestParam(required = false, defaultValue = "") List<String> state,
            @RequestParam(required = false) @Nullable LocalDate on) {
        areas.mustCover(acting.scope(), code);
        desk.mustSee(acting.scope(), code);
        var picture = pictures.of(code, level, on);
        if (!count.equals("none")) {
            picture = pictures.counted(acting.scope(), picture, count, state, on);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(pictures.etag(picture))
                .body(picture);
    }

    /// What is wrong between the outlines of a community now: overlaps, what reaches beyond it, ground without a grid.
    @GetMapping("/areas/{code}/shapes/findings")
    @May("grid.read")
    Page<Finding> findings(Acting acting, @PathVariable Area code) {
        areas.mustCover(acting.scope(), code);
        desk.mustSee(acting.scope(), code);
        return Page.whole(desk.findings(code.community()));
    }

    @GetMapping("/areas/{code}/shape")
    @May("area.read")
    Shape area(Acting acting, @PathVariable Area code) {
        return desk.get(acting.scope(), code);
    }

    @PutMapping("/areas/{code}/shape")
    @May("area.edit")
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = MultiPolygon.class))))
    Shape drawArea(Acting acting, @PathVariable Area code, @IfMatch int version, HttpServletRequest request)
            throws IOException {
        return desk.draw(acting, code.community(), version, body(request));
    }

    @DeleteMapping("/areas/{code}/shape")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("area.edit")
    void eraseArea(Acting acting, @PathVariable Area code, @IfMatch int version) {
        desk.erase(acting, code.community(), version);
    }

    @PostMapping("/areas/{code}/shape/check")
    @May("area.edit")
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = MultiPolygon.class))))
    ShapeDesk.Check checkArea(Acting acting, @PathVariable Area code, HttpServletRequest request) throws IOException {
        return desk.check(acting.scope(), code.community(), body(request));
    }

    @GetMapping("/grids/{code}/shape")
    @May("grid.read")
    Shape grid(Acting acting, @PathVariable Area code) {
        return desk.get(acting.scope(), grid(code));
    }

    @PutMapping("/grids/{code}/shape")
    @May("grid.edit")
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = MultiPolygon.class))))
    Shape drawGrid(Acting acting, @PathVariable Area code, @IfMatch int version, HttpServletRequest request)
            throws IOException {
        return desk.draw(acting, grid(code), version, body(request));
    }

    @DeleteMapping("/grids/{code}/shape")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("grid.edit")
    void eraseGrid(Acting acting, @PathVariable Area code, @IfMatch int version) {
        desk.erase(acting, grid(code), version);
    }

    @PostMapping("/grids/{code}/shape/check")
    @May("grid.edit")
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = MultiPolygon.class))))
    ShapeDesk.Check checkGrid(Acting acting, @PathVariable Area code, HttpServletRequest request) throws IOException {
        return desk.check(acting.scope(), grid(code), body(request));
    }

    private static Area grid(Area code) {
        if (!code.isGrid()) {
            throw Problem.absent("grid", code);
        }
        return code;
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var sent = request.getInputStream().readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw Problem.of(413, "shape.large", 1);
        }
        return sent;
    }
}
