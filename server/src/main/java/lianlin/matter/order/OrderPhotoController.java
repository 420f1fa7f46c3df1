package lianlin.matter.order;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Photos of an order. A picture comes as the body of the request, `image/jpeg` or `image/png`, at most 12 MB.
@RestController
@RequestMapping("/api/service-orders/{id}/photos")
class OrderPhotoController {
    private static final int LARGEST = 12 << 20;

    private final OrderPhotos photos;

    OrderPhotoController(OrderPhotos photos) {
        this.photos = photos;
    }

    @GetMapping
    @May("order.read")
    Page<OrderPhoto> list(Acting acting, @PathVariable Id id) {
        return Page.whole(photos.of(acting, id));
    }

    /// The same picture sent again is not added twice.
    @PostMapping(consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    @May("order.read")
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "image/jpeg",
                                            schema = @Schema(type = "string", format = "binary"))))
    OrderPhoto add(Acting acting, @PathVariable Id id, HttpServletRequest request) throws IOException {
        var sent = request.getInputStream().readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw Problem.of(413, "photo.size");
        }
        return photos.add(acting, id, sent);
    }

    /// Never shown as a page of its own: `attachment`, no sniffing, a sandbox.
    @GetMapping(path = "/{photo}", produces = MediaType.IMAGE_JPEG_VALUE)
    @May("order.read")
    ResponseEntity<byte[]> picture(Acting acting, @PathVariable Id id, @PathVariable Id photo) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + photo + ".jpg\"")
                .header("Content-Security-Policy", "sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(photos.picture(acting, id, photo));
    }
}
