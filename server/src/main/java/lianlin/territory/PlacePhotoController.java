package lianlin.territory;

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
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Pictures of service places. One comes as the body of the request, `image/jpeg` or `image/png`, at most 12 MB.
@RestController
@RequestMapping("/api")
class PlacePhotoController {
    private static final int LARGEST = 12 << 20;

    private final ServicePlaceStore places;
    private final PlacePhotos photos;

    PlacePhotoController(ServicePlaceStore places, PlacePhotos photos) {
        this.places = places;
        this.photos = photos;
    }

    @PostMapping(
            path = "/places/{id}/photos",
            consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    @May("place.edit")
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "image/jpeg",
                                            schema = @Schema(type = "string", format = "binary"))))
    PlacePhoto add(
            Acting acting,
            @PathVariable Id id,
            @RequestParam(defaultValue = "PHOTO") PlacePhoto.Shows kind,
            HttpServletRequest request)
            throws IOException {
        var place = places.get(acting.scope(), id);
        var sent = request.getInputStream().readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw Problem.of(413, "photo.size");
        }
        return photos.add(acting, place, kind, sent);
    }

    @DeleteMapping("/places/{id}/photos/{photo}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("place.edit")
    void remove(Acting acting, @PathVariable Id id, @PathVariable Id photo) {
        photos.remove(acting, places.get(acting.scope(), id), photo);
    }

    @GetMapping(path = "/places/{id}/photos/{photo}", produces = MediaType.IMAGE_JPEG_VALUE)
    @May("place.read")
    ResponseEntity<byte[]> picture(Acting acting, @PathVariable Id id, @PathVariable Id photo) {
        return shown(photo, photos.picture(places.get(acting.scope(), id), photo));
    }

    @GetMapping(path = "/stations/{id}/photos/{photo}", produces = MediaType.IMAGE_JPEG_VALUE)
    @Open("pictures of places that are open to everybody")
    ResponseEntity<byte[]> open(@PathVariable Id id, @PathVariable Id photo) {
        return shown(photo, photos.open(id, photo));
    }

    /// Never shown as a page of its own: `attachment`, no sniffing, a sandbox.
    private static ResponseEntity<byte[]> shown(Id photo, byte[] jpeg) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + photo + ".jpg\"")
                .header("Content-Security-Policy", "sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(jpeg);
    }
}
