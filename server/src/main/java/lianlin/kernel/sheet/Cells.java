package lianlin.kernel.sheet;

import java.time.LocalDate;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// How titles and cells look on the sheets that people get to fill in or to mend. Texts are texts, whatever
/// they begin with (abuse case 21).
final class Cells {
    static final String INK = "1B1B1B";
    static final String PAPER = "F3EEE6";

    private Cells() {}

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

    static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
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
