package lianlin.kernel.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes one sheet row by row; however many rows there are, a few hundred are in memory. A text that a
/// spreadsheet could take for a formula is written as text with an apostrophe before it (abuse case 21), so
/// that it stays text when the sheet is saved as CSV.
public final class SheetWriter implements AutoCloseable {
    /// A column: its title and its width in characters.
    public record Column(String title, int width) {}

    /// What Excel can hold, the title row included.
    public static final int MOST_ROWS = 1_048_576;

    private static final int IN_MEMORY = 500;
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook book;
    private final Worksheet sheet;
    private final int columns;
    private int rows;

    public SheetWriter(OutputStream to, String name, List<Column> columns) {
        this.book = new Workbook(to, "Lianlin", "1.0");
        this.sheet = book.newWorksheet(name);
        this.columns = columns.size();
        for (var i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.inlineString(0, i, columns.get(i).title());
        }
        sheet.range(0, 0, 0, Math.max(0, columns.size() - 1))
                .style()
                .bold()
                .fillColor("F2DCDB")
                .borderStyle("thin")
                .set();
        sheet.freezePane(0, 1);
        rows = 1;
    }

    /// The next row; texts, numbers, days and switches, null for an empty cell.
    public void row(@Nullable Object... values) {
        if (values.length > columns) {
            throw new IllegalArgumentException("The row is wider than the title");
        }
        if (rows >= MOST_ROWS) {
            throw new IllegalStateException("The sheet is full");
        }
        for (var i = 0; i < values.length; i++) {
            cell(i, values[i]);
        }
        rows++;
        if (rows % IN_MEMORY == 0) {
            flush();
        }
    }

    /// Rows without the title.
    public int rows() {
        return rows - 1;
    }

    @Override
    public void close() {
        try {
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {
                // an empty cell
            }
            case Number number -> sheet.value(rows, column, number);
            case Boolean yes -> sheet.value(rows, column, yes);
            case LocalDate day -> {
                sheet.value(rows, column, day);
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            }
            default -> {
                var text = guarded(value.toString());
                if (!text.isEmpty()) {
                    sheet.inlineString(rows, column, text);
                }
            }
        }
    }

    /// The text as it may stand in a cell of any spreadsheet or CSV file.
    public static String guarded(String text) {
        var plain = text.length() > LONGEST_TEXT - 1 ? text.substring(0, LONGEST_TEXT - 1) : text;
        var clean = plain.codePoints()
                .filter(c -> c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return !clean.isEmpty() && "=+-@\t\r".indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
