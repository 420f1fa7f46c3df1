package lianlin.kernel.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes a list as a workbook while it is read, in bounded memory; a list longer than a sheet goes on in the next.
/// Texts are texts, whatever they begin with (abuse case 21).
public final class SheetWriter implements AutoCloseable {
    /// A column of a list that goes out.
    public record Head(String title, int width) {}

    static final String INK = "1B1B1B";
    static final String PAPER = "F3EEE6";
    private static final int KEPT = 500;
    private static final int LONGEST_SHEET = 1_000_000;

    private final Workbook workbook;
    private final String title;
    private final List<Head> heads;
    private final String note;
    private Worksheet sheet;
    private int sheets;
    private int at;

    /// `note` stands below the title: what was asked, by whom, when.
    public SheetWriter(OutputStream out, String title, String note, List<Head> heads) {
        this.workbook = new Workbook(out, "Lianlin", "1.0");
        workbook.setCompressionLevel(3);
        this.title = title;
        this.note = note;
        this.heads = heads;
        sheet = begin();
    }

    public void row(@Nullable Object... values) {
        try {
            if (at >= LONGEST_SHEET) {
                sheet.finish();
                sheet = begin();
            }
            for (var i = 0; i < values.length; i++) {
                cell(sheet, at, i, values[i]);
            }
            if (++at % KEPT == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the workbook. Not called when something failed: a broken list must not look whole.
    @Override
    public void close() {
        try {
            sheet.finish();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet begin() {
        sheets++;
        var fresh = workbook.newWorksheet(sheets == 1 ? title : title + sheets);
        for (var i = 0; i < heads.size(); i++) {
            fresh.width(i, heads.get(i).width());
        }
        fresh.freezePane(0, 3);
        title(fresh, title, heads.size());
        fresh.inlineString(1, 0, note);
        fresh.range(1, 0, 1, heads.size() - 1).style().merge().fontSize(10).fontColor("6B6256").set();
        for (var i = 0; i < heads.size(); i++) {
            fresh.inlineString(2, i, heads.get(i).title());
        }
        fresh.range(2, 0, 2, heads.size() - 1).style().bold().fillColor(PAPER).borderStyle("thin").set();
        at = 3;
        return fresh;
    }

    static void title(Worksheet sheet, String title, int width) {
        sheet.inlineString(0, 0, title);
        sheet.rowHeight(0, 30);
        sheet.range(0, 0, 0, width - 1)
                .style()
                .merge()
                .bold()
                .fontSize(16)
                .fontColor(INK)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
    }

    static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer number -> sheet.value(row, column, number);
            case Long number -> sheet.value(row, column, number);
            case LocalDate day -> sheet.inlineString(row, column, day.toString());
            default -> sheet.inlineString(row, column, clean(value.toString()));
        }
    }

    /// Without the characters that XML does not know.
    private static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' || c >= '\uFFFE') {
                return text.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]", "");
            }
        }
        return text;
    }
}
