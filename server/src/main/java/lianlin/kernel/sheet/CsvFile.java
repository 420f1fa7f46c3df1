package lianlin.kernel.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// Text with commas, semicolons or tabs, in UTF-8 (with or without a mark at its beginning) or GB18030, as
/// Excel on a Chinese Windows writes it.
final class CsvFile implements Uploaded {
    private static final int WIDEST = 100;

    private final CharBuffer text;
    private final char separator;
    private final int rows;

    private CsvFile(CharBuffer text, char separator, int rows) {
        this.text = text;
        this.separator = separator;
        this.rows = rows;
    }

    static CsvFile open(byte[] bytes) {
        for (var i = 0; i < Math.min(bytes.length, 4096); i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') {
                throw Problem.of(422, "sheet.other");
            }
        }
        var text = decode(bytes);
        var start = text.subSequence(0, Math.min(text.length(), 200)).toString().strip();
        if (start.startsWith("<") || start.startsWith("%PDF") || start.startsWith("{\\rtf")) {
            throw Problem.of(422, "sheet.other");
        }
        var lines = 1;
        for (var i = 0; i < text.length(); i++) {
            if (text.get(i) == '\n') {
                lines++;
            }
        }
        if (lines > MOST_ROWS + 15) {
            throw Problem.of(422, "sheet.rows", MOST_ROWS);
        }
        var separator = separator(text);
        if (text.chars().limit(100_000).noneMatch(c -> c == separator)) {
            throw Problem.of(422, "sheet.other");
        }
        return new CsvFile(text, separator, lines);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void read(Predicate<RawRow> wanted) {
        var number = 0;
        var position = 0;
        while (position < text.length()) {
            number++;
            var cells = new ArrayList<@Nullable String>();
            position = line(position, cells);
            var row = new RawRow(number, cells.toArray(new @Nullable String[0]), new RawRow.Kind[0]);
            if (!row.isBlank() && !wanted.test(row)) {
                return;
            }
        }
    }

    /// Reads one line into cells; the position after it. Inside quotes a line may go on.
    private int line(int from, List<@Nullable String> cells) {
        var cell = new StringBuilder();
        var quoted = false;
        var at = from;
        for (; at < text.length(); at++) {
            var c = text.get(at);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (at + 1 < text.length() && text.get(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                add(cells, cell);
            } else if (c == '\n') {
                at++;
                break;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        add(cells, cell);
        return at;
    }

    /// A tab before a number keeps Excel from turning it into one; `="..."` does the same.
    private static void add(List<@Nullable String> cells, StringBuilder cell) {
        var value = cell.toString().strip();
        if (value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"")) {
            value = value.substring(2, value.length() - 1);
        }
        if (cells.size() < WIDEST) {
            cells.add(value.isEmpty() ? null : value);
        }
        cell.setLength(0);
    }

    private static CharBuffer decode(byte[] bytes) {
        var marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        for (var charset : List.of(UTF_8, Charset.forName("GB18030"))) {
            try {
                var from = marked ? 3 : 0;
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        throw Problem.of(422, "sheet.letters");
    }

    private static char separator(CharSequence text) {
        var best = ',';
        var most = 0L;
        for (var candidate : new char[] {',', '\t', ';', '，'}) {
            var count = text.chars().limit(2_000).filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
