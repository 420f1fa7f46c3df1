package lianlin.matter.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import javax.imageio.ImageIO;
import lianlin.kernel.Id;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Photos of an order: who may send and see them, and what is left of what was sent.
@ServerTest
@Tag("S8")
class OrderPhotoTest {
    private static final String PLACE = "GPSLatitude 23.02 N";

    @Test
    void aPhotoIsUprightSmallAndTellsNothingButItsPixels(World world) throws IOException {
        var story = new OrderStory(world);
        var order = story.order();
        var sent = withNotes(jpeg(2_400, 1_200), 6);

        var photo = send(story.resident, order, "image/jpeg", sent).is(201);

        assertThat(photo.text("/shows")).isEqualTo("WISH");
        assertThat(photo.number("/width")).isEqualTo(800);
        assertThat(photo.number("/height")).isEqualTo(1_600);
        var answer = picture(story.clerk, order, photo.id()).is(200);
        var shown = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
        assertThat(shown.getHeight()).isEqualTo(1_600);
        assertThat(new Color(shown.getRGB(780, 20)).getRed())
                .as("its red corner is at the top right")
                .isGreaterThan(180);
        assertThat(new String(answer.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(PLACE, "Exif");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void theFileOnTheDiskIsSealed(World world) throws IOException {
        var story = new OrderStory(world);
        var photo = send(story.resident, story.order(), "image/png", png(40, 30))
                .is(201)
                .id();

        try (var files = Files.walk(world.server().folder().resolve("photos"))) {
            var file = files.filter(one -> one.endsWith(photo.toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(ImageIO.read(file.toFile())).isNull();
        }
    }

    @Test
    void theSamePhotoTwiceIsOnePhotoAndSixAreEnough(World world) throws IOException {
        var story = new OrderStory(world);
        var order = story.order();
        var first =
                send(story.resident, order, "image/png", png(20, 20)).is(201).id();
        assertThat(send(story.resident, order, "image/png", png(20, 20)).is(201).id())
                .isEqualTo(first);
        for (var i = 1; i < OrderPhoto.MOST; i++) {
            send(story.resident, order, "image/png", png(20, 20 + i)).is(201);
        }

        send(story.resident, order, "image/png", png(20, 90)).is(409).problem("photo.most");
        assertThat(story.clerk
                        .get("/api/service-orders/{id}/photos", order)
                        .is(200)
                        .items())
                .hasSize(OrderPhoto.MOST);
    }

    @Test
    void theOneWhoAsksAndTheTeamSendThemEachInTheirTime(World world) throws IOException {
        var story = new OrderStory(world);
        var order = story.order();
        send(story.clerk, order, "image/png", png(9, 9)).is(403).problem("photo.actor");
        story.dispatch(order, story.first).is(200);
        send(story.first.leader(), order, "image/png", png(9, 9)).is(403).problem("photo.actor");
        story.step(story.first.leader(), order, "accept", Map.of()).is(200);
        story.step(story.first.leader(), order, "start", Map.of()).is(200);
        send(story.resident, order, "image/png", png(9, 9)).is(403).problem("photo.actor");

        var result = send(story.first.leader(), order, "image/png", png(9, 9)).is(201);

        assertThat(result.text("/shows")).isEqualTo("RESULT");
        picture(story.resident, order, result.id()).is(200);
        picture(story.second.leader(), order, result.id()).is(404);
        picture(world.neighbour().district().clerk(), order, result.id()).is(404);
        var other = story.order();
        picture(story.clerk, other, result.id()).is(404).problem("photo.absent");
        story.step(story.first.leader(), order, "complete", Map.of("minutes", 9, "persons", 1, "note", "好了"))
                .is(200);
        send(story.first.leader(), order, "image/png", png(9, 8)).is(201);
        story.step(story.resident, order, "rate", Map.of("stars", 5)).is(200);
        send(story.first.leader(), order, "image/png", png(8, 8)).is(409).problem("photo.late");
    }

    @Test
    void whatIsNoPhotoIsRefusedAndNothingIsKept(World world) throws IOException {
        var story = new OrderStory(world);
        var order = story.order();

        send(story.resident, order, "image/jpeg", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                .is(422);
        send(story.resident, order, "image/png", java.util.Arrays.copyOf(png(300, 300), 200))
                .is(422);
        send(story.resident, order, "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8))
                .is(415);
        send(story.resident, order, "image/png", bomb()).is(422);
        send(story.resident, order, "image/png", new byte[13 << 20]).is(413);
        assertThat(story.clerk.get("/api/service-orders/{id}/photos", order).items())
                .isEmpty();
    }

    private static Answer send(Person by, Id order, String type, byte[] picture) {
        return by.call("POST", "/api/service-orders/{id}/photos", order)
                .bytes(type, picture)
                .send();
    }

    private static Answer picture(Person by, Id order, Id photo) {
        return by.get("/api/service-orders/{id}/photos/{photo}", order, photo);
    }

    private static byte[] png(int width, int height) throws IOException {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /// White, with a red corner at the top left as the sensor saw it.
    private static byte[] jpeg(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 200, 200);
        pen.dispose();
        return written(picture, "jpeg");
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    /// The same with the notes of a camera: how it was held, and where.
    private static byte[] withNotes(byte[] jpeg, int orientation) {
        var place = PLACE.getBytes(StandardCharsets.ISO_8859_1);
        var notes = new ByteArrayOutputStream();
        notes.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        notes.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        notes.writeBytes(place);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (notes.size() + 2)});
        out.writeBytes(notes.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /// A small file that says that it is 60,000 pixels wide and high.
    private static byte[] bomb() throws IOException {
        var png = png(8, 8);
        var size = java.nio.ByteBuffer.wrap(png);
        size.putInt(16, 60_000);
        size.putInt(20, 60_000);
        var sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        size.putInt(29, (int) sum.getValue());
        return png;
    }
}
