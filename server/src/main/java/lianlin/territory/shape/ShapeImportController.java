package lianlin.territory.shape;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import lianlin.identity.Acting;
import lianlin.kernel.May;
import lianlin.kernel.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Outlines from a file: a FeatureCollection of GeoJSON whose property `code` (网格编码) names the grid or community. The
/// same file is sent to be looked at and then to be written.
@RestController
@RequestMapping("/api/shapes")
class ShapeImportController {
    private static final int LARGEST = 16 << 20;

    private final ShapeImport shapes;

    ShapeImportController(ShapeImport shapes) {
        this.shapes = shapes;
    }

    @PostMapping("/check")
    @May("grid.edit")
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/geo+json",
                                            schema = @Schema(type = "string", format = "binary"))))
    ShapeImport.Preview check(Acting acting, HttpServletRequest request) throws IOException {
        return shapes.check(acting, file(request));
    }

    @PostMapping
    @May("grid.edit")
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/geo+json",
                                            schema = @Schema(type = "string", format = "binary"))))
    ShapeImport.Preview write(Acting acting, HttpServletRequest request) throws IOException {
        return shapes.write(acting, file(request));
    }

    private static byte[] file(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw Problem.of(413, "shape.large", LARGEST >> 20);
        }
        var sent = request.getInputStream().readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw Problem.of(413, "shape.large", LARGEST >> 20);
        }
        return sent;
    }
}
