package lianlin.kernel.photo;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import lianlin.kernel.Problem;

/// A picture made anew from what was sent: upright, at most 1,600 pixels wide or high, JPEG, and nothing in it but
/// pixels, so that neither the place where it was taken nor a program travels along.
///
/// Problems: `photo.kind` where the bytes are no JPEG or PNG that can be read to its end, `photo.large` where it has
/// too many pixels.
public record Photo(byte[] jpeg, int width, int height) {
    private static final int LONGEST_SIDE = 1_600;
    private static final long MOST_PIXELS = 120_000_000;
    private static final float QUALITY = 0.82f;
    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    static {
        ImageIO.setUseCache(false);
    }

    public static Photo of(byte[] sent) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Problem.invalid("photo", "photo.kind");
            }
            var reader = readers.next();
            try {
                return of(reader, in, Exif.orientation(sent));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Problem.invalid("photo", "photo.kind");
        }
    }

    private static Photo of(ImageReader reader, ImageInputStream in, int orientation) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw Problem.invalid("photo", "photo.kind");
        }
        reader.setInput(in, true, true);
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw Problem.invalid("photo", "photo.large");
        }
        // of every so many pixels one is read: a large picture never stands in memory whole
        var step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        var asked = reader.getDefaultReadParam();
        asked.setSourceSubsampling(step, step, 0, 0);
        var upright = drawn(reader.read(0, asked), orientation);
        return new Photo(written(upright), upright.getWidth(), upright.getHeight());
    }

    /// Turned as the camera was held, scaled down, on white where the picture is transparent.
    private static BufferedImage drawn(BufferedImage read, int orientation) {
        var scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        var wide = Math.max(1, (int) Math.round(read.getWidth() * scale));
        var high = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var lies = orientation >= 5;
        var drawn = new BufferedImage(lies ? high : wide, lies ? wide : high, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.transform(turn(orientation, wide, high));
            pen.drawImage(read, 0, 0, wide, high, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    /// The eight ways in which a camera can have been held (EXIF tag 0x0112).
    private static AffineTransform turn(int orientation, int wide, int high) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, wide, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, wide, high);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, high);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, high, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, high, wide);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, wide);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var asked = writer.getDefaultWriteParam();
            asked.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            asked.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), asked);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
