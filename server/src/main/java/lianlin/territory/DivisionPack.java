package lianlin.territory;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The file of all national divisions; its form is described in `scripts/divisions/README.md`. The three
/// upper levels, 3,351 names, stay in memory; what lies below a prefecture is read again each time, in a few
/// milliseconds.
final class DivisionPack {
    /// Where the block of a prefecture is, and what it holds.
    private record Block(long offset, int packed, int plain, int streets, int communities) {}

    private static final int MAGIC = 0x4C444956;
    private static final int START = 14;
    private static final char FIRST_ENDING = 0x10;

    private final String resource;
    private final int year;
    private final List<String> endings;
    private final List<NationalDivision> upper;
    private final NavigableMap<Long, Block> blocks;

    private DivisionPack(String resource, int year, List<String> lines, long offset) {
        this.resource = resource;
        this.year = year;
        endings = List.of(lines.getFirst().split("\t"));
        var divisions = new ArrayList<NationalDivision>();
        blocks = new TreeMap<>();
        for (var line : lines.subList(1, lines.size())) {
            var fields = line.split("\t");
            var level = level(fields[0].length());
            var code = Long.parseLong(fields[0]) * level.span();
            divisions.add(new NationalDivision(code, level, fields[1]));
            if (level == DivisionLevel.PREFECTURE) {
                var block =
                        new Block(offset, number(fields[2]), number(fields[3]), number(fields[4]), number(fields[5]));
                blocks.put(code, block);
                offset += block.packed();
            }
        }
        upper = Collections.unmodifiableList(divisions);
    }

    static DivisionPack open(int year) {
        var resource = "/divisions/divisions-" + year + ".bin";
        try (var file = new DataInputStream(stream(resource))) {
            if (file.readInt() != MAGIC || file.readUnsignedShort() != year) {
                throw new IllegalStateException("Not the divisions of " + year);
            }
            var packed = file.readInt();
            var plain = file.readInt();
            var head = new String(inflated(file.readNBytes(packed), plain), UTF_8);
            return new DivisionPack(resource, year, head.lines().toList(), START + packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int year() {
        return year;
    }

    /// The three upper levels in the order of codes, a level above the one below where codes are equal.
    List<NationalDivision> upper() {
        return upper;
    }

    int streets() {
        return blocks.values().stream().mapToInt(Block::streets).sum();
    }

    int communities() {
        return blocks.values().stream().mapToInt(Block::communities).sum();
    }

    /// Streets and communities of a prefecture with codes from `from` to `to`, inclusive, in the order of
    /// codes. The one place-holder of the list, 金门县 as its own street and community, is left out: its code
    /// is the district's.
    List<NationalDivision> below(long prefecture, long from, long to) {
        var block = blocks.get(prefecture);
        return block == null ? List.of() : decoded(prefecture, block, from, to);
    }

    private List<NationalDivision> decoded(long prefecture, Block block, long from, long to) {
        var bytes = ByteBuffer.wrap(inflated(packed(block), block.plain()));
        var codes = bytes.slice(Integer.BYTES, bytes.getInt());
        var names = UTF_16LE.decode(bytes.position(Integer.BYTES + codes.capacity()))
                .toString();
        var found = new ArrayList<NationalDivision>();
        var street = prefecture;
        var at = 0;
        while (codes.hasRemaining()) {
            street += number(codes) * DivisionLevel.STREET.span();
            at = take(found, street, DivisionLevel.STREET, names, at, from, to);
            var community = street;
            for (var left = number(codes); left > 0; left--) {
                community += number(codes);
                at = take(found, community, DivisionLevel.COMMUNITY, names, at, from, to);
            }
        }
        return found;
    }

    /// Keeps the division whose name begins at `at` when it is wanted; gives where the next name begins.
    private int take(
            List<NationalDivision> found, long code, DivisionLevel level, String names, int at, long from, long to) {
        var feed = names.indexOf('\n', at);
        var end = feed < 0 ? names.length() : feed;
        if (code >= from && code <= to && DivisionLevel.of(code) == level) {
            found.add(new NationalDivision(code, level, full(names.substring(at, end))));
        }
        return end + 1;
    }

    private String full(String name) {
        var last = name.length() - 1;
        var ending = name.charAt(last) - FIRST_ENDING;
        return ending >= 0 && ending < endings.size() ? name.substring(0, last) + endings.get(ending) : name;
    }

    private byte[] packed(Block block) {
        try (var file = stream(resource)) {
            file.skipNBytes(block.offset());
            return file.readNBytes(block.packed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String resource) {
        var stream = DivisionPack.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("No " + resource);
        }
        return stream;
    }

    private static byte[] inflated(byte[] packed, int length) {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(packed);
            var plain = new byte[length];
            var done = 0;
            while (done < length && !inflater.finished()) {
                var step = inflater.inflate(plain, done, length - done);
                if (step == 0) {
                    break;
                }
                done += step;
            }
            if (done != length) {
                throw new IllegalStateException("The divisions are cut off");
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IllegalStateException("The divisions are not readable", e);
        }
    }

    private static int number(ByteBuffer codes) {
        var number = 0;
        for (var shift = 0; ; shift += 7) {
            var part = codes.get();
            number |= (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }

    private static int number(String field) {
        return Integer.parseInt(field);
    }

    private static DivisionLevel level(int digits) {
        for (var level : DivisionLevel.values()) {
            if (level.digits() == digits) {
                return level;
            }
        }
        throw new IllegalStateException("The divisions are not readable");
    }
}
