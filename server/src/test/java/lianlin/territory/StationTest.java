package lianlin.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Service places as anybody finds them: near, open, with photos and rooms.
@ServerTest
class StationTest {
    @Test
    @Tag("TER-13")
    void theNearestStationComesFirstAndClosedOnesNotAtAll(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        place(clerk, community, "远处驿站", 113.2, true);
        place(clerk, community, "近处驿站", 113.101, true);
        place(clerk, community, "内部用房", 113.1, false);

        var near = world.visitor()
                .get("/api/stations?area={}&lng=113.1&lat=23", community.code())
                .is(200);
        assertThat(near.items("/name")).containsExactly("近处驿站", "远处驿站");
        assertThat(near.json("/items/0/metres").asLong()).isBetween(95L, 110L);
        assertThat(near.json("/items/0/rooms").size()).isEqualTo(1);
        var byName = world.visitor().get("/api/stations?area={}&q=远", community.code());
        assertThat(byName.items("/name")).containsExactly("远处驿站");
        var one = near.json("/items/0/id").asString();
        assertThat(world.visitor().get("/api/stations/{id}", one).is(200).text("/phone"))
                .isEqualTo("0757-82345678");
    }

    @Test
    @Tag("TER-13")
    void aClosedPlaceIsAbsentForThePublic(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var closed = place(clerk, community, "内部用房", 113.1, false);
        var photo = photo(clerk, closed, 1);

        world.visitor().get("/api/stations/{id}", closed).is(404);
        world.visitor().get("/api/stations/{id}/photos/{photo}", closed, photo).is(404);
        clerk.get("/api/places/{id}/photos/{photo}", closed, photo).is(200);
    }

    @Test
    @Tag("TER-13")
    void photosAndPanoramasAreShownAndTakenAway(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var open = place(clerk, community, "驿站", 113.1, true);
        var photo = photo(clerk, open, 1);

        assertThat(photo(clerk, open, 1)).isEqualTo(photo);
        var picture = world.visitor()
                .get("/api/stations/{id}/photos/{photo}", open, photo)
                .is(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(world.visitor()
                        .get("/api/stations/{id}", open)
                        .json("/photos/0/shows")
                        .asString())
                .isEqualTo("PANORAMA");
        for (var number = 2; number <= PlacePhoto.MOST; number++) {
            photo(clerk, open, number);
        }
        clerk.call("POST", "/api/places/{id}/photos", open)
                .bytes("image/png", picture(99))
                .send()
                .is(409)
                .problem("place.photo-most");
        clerk.call("DELETE", "/api/places/{id}/photos/{photo}", open, photo)
                .send()
                .is(204);
        world.visitor().get("/api/stations/{id}/photos/{photo}", open, photo).is(404);
    }

    @Test
    @Tag("TER-14")
    void theFloorAreaOfACommunityIsMetOrNot(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();

        assertThat(clerk.get("/api/places/standards").json("/items/0/met").asBoolean())
                .isFalse();
        place(clerk, community, "党群服务中心", 113.1, true);
        var met = clerk.get("/api/places/standards").is(200);
        assertThat(met.json("/items/0/met").asBoolean()).isTrue();
        assertThat(met.json("/items/0/required").asInt()).isEqualTo(200);

        world.systemAdmin()
                .put("/api/settings/places.community-floor", Map.of("value", "5000"))
                .is(200);
        var more = clerk.get("/api/places/standards").is(200);
        assertThat(more.json("/items/0/met").asBoolean()).isFalse();
        assertThat(more.json("/items/0/required").asInt()).isEqualTo(5_000);
    }

    @Test
    @Tag("TER-13")
    void theListAsksOnceHoweverManyStationsThereAre(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        place(clerk, community, "驿站", 113.1, true);
        var path = "/api/stations?area=" + community.code();
        world.visitor().get(path).is(200);
        var few = world.visitor().get(path).statements();
        for (var i = 0; i < 12; i++) {
            place(clerk, community, "驿站" + i, 113.1, true);
        }

        assertThat(world.visitor().get(path).statements()).isLessThanOrEqualTo(few);
    }

    private static String place(Person clerk, Locality community, String name, double lng, boolean open) {
        var place = new HashMap<String, Object>();
        place.put("kind", "PIONEER_POST");
        place.put("name", name);
        place.put("area", community.code());
        place.put("phone", "0757-82345678");
        place.put("floorArea", 260);
        place.put("openToPublic", open);
        place.put("point", Map.of("lng", lng, "lat", 23.0));
        place.put(
                "rooms",
                List.of(Map.of("name", "休息区", "equipment", "饮水机"), Map.of("name", "库房", "openToPublic", false)));
        return clerk.post("/api/places", place).is(201).text("/id");
    }

    private static String photo(Person clerk, String place, int number) {
        return clerk.call("POST", "/api/places/{id}/photos?kind=PANORAMA", place)
                .bytes("image/png", picture(number))
                .send()
                .is(201)
                .text("/id");
    }

    private static byte[] picture(int number) {
        var picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, number);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
