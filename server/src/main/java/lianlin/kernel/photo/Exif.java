package lianlin.kernel.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The one thing that is read from the notes of a camera: how it was held. The segment APP1 of a JPEG holds a TIFF
/// directory whose entry 0x0112 is a number from 1 to 8.
final class Exif {
    private static final int UPRIGHT = 1;
    private static final int START = 0xFFD8;
    private static final int NOTES = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION = 0x0112;
    private static final int LITTLE = 0x4949;
    private static final int ENTRY = 12;

    private Exif() {}

    /// 1 where nothing is said, and for what is no JPEG.
    static int orientation(byte[] picture) {
        try {
            return orientation(ByteBuffer.wrap(picture));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return UPRIGHT; // notes that end in the middle say nothing
        }
    }

    private static int orientation(ByteBuffer picture) {
        if (unsigned(picture) != START) {
            return UPRIGHT;
        }
        for (var marker = unsigned(picture); marker != SCAN && marker >> 8 == 0xFF; marker = unsigned(picture)) {
            var length = unsigned(picture) - 2;
            if (marker == NOTES && length > 6 && picture.getInt(picture.position()) == EXIF) {
                return directory(picture.slice(picture.position() + 6, length - 6));
            }
            picture.position(picture.position() + length);
        }
        return UPRIGHT;
    }

    private static int directory(ByteBuffer notes) {
        notes.order(notes.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        notes.position(notes.getInt(4));
        for (var left = unsigned(notes); left > 0; left--) {
            var entry = notes.position();
            if (unsigned(notes) == ORIENTATION) {
                var said = notes.getShort(entry + 8);
                return said >= 1 && said <= 8 ? said : UPRIGHT;
            }
            notes.position(entry + ENTRY);
        }
        return UPRIGHT;
    }

    private static int unsigned(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
    }
}
