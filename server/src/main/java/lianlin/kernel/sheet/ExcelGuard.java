package lianlin.kernel.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import lianlin.kernel.Problem;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Inflates a workbook once, counting, before anything reads it: how many entries, how large, how much out of how
/// little, no document type, no macros (reliability 4.7). The rows are counted on the way.
final class ExcelGuard {
    private static final int MOST_ENTRIES = 1_000;
    private static final long LARGEST_ENTRY = 200L << 20;
    private static final long LARGEST_SUM = 400L << 20;
    private static final int MOST_OUT_OF_ONE = 100;
    private static final long SMALL = 1 << 20;

    private final byte[] buffer = new byte[64 << 10];
    private long sum;
    private int rows;

    private ExcelGuard() {}

    /// The number of rows in the largest sheet.
    static int pass(byte[] bytes) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            return new ExcelGuard().pass(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw Problem.of(422, "sheet.broken");
        }
    }

    private int pass(ZipFile zip) throws IOException {
        var names = new TreeSet<String>();
        for (var entries = zip.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT)) || names.size() > MOST_ENTRIES) {
                throw Problem.of(422, "sheet.bomb");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw Problem.of(422, "sheet.encrypted");
            }
            inflate(zip, entry);
        }
        if (!names.containsAll(Set.of("[content_types].xml", "xl/workbook.xml"))) {
            throw Problem.of(422, names.contains("xl/workbook.bin") ? "sheet.binary" : "sheet.other");
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw Problem.of(422, "sheet.macro");
        }
        return rows;
    }

    private void inflate(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var size = 0L;
        var counted = 0;
        var first = true;
        var isSheet = entry.getName().startsWith("xl/worksheets/");
        var carry = 0;
        try (var in = zip.getInputStream(entry)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                sum += read;
                if (size > LARGEST_ENTRY
                        || sum > LARGEST_SUM
                        || size > SMALL && size > MOST_OUT_OF_ONE * Math.max(1, entry.getCompressedSize())) {
                    throw Problem.of(422, "sheet.bomb");
                }
                if (first && entry.getName().endsWith(".xml") && declaresType(read)) {
                    throw Problem.of(422, "sheet.doctype");
                }
                first = false;
                if (isSheet) {
                    carry = count(read, carry);
                    counted += carry >> 8;
                    carry &= 0xFF;
                }
            }
        }
        if (counted > Uploaded.MOST_ROWS + 15) {
            throw Problem.of(422, "sheet.rows", Uploaded.MOST_ROWS);
        }
        rows = Math.max(rows, counted);
    }

    private boolean declaresType(int read) {
        return new String(Arrays.copyOf(buffer, Math.min(read, 4096)), ISO_8859_1).contains("<!DOCTYPE");
    }

    /// Counts `<row` in the buffer; the low byte tells how much of a `<row` stands at its end.
    private int count(int read, int matched) {
        var found = 0;
        var state = matched;
        for (var i = 0; i < read; i++) {
            var c = buffer[i];
            if (c == '<') {
                state = 1;
            } else if (state == 1 && c == 'r' || state == 2 && c == 'o' || state == 3 && c == 'w') {
                state++;
            } else {
                if (state == 4 && (c == ' ' || c == '>')) {
                    found++;
                }
                state = 0;
            }
        }
        return found << 8 | state;
    }
}
