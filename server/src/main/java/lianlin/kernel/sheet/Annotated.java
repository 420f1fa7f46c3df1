package lianlin.kernel.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The uploaded sheet back, every row as it was, with what is wrong in a column of its own and in red.
public final class Annotated {
    private static final String REMARK = "问题";
    private static final String RED = "C00000";
    private static final int KEPT = 500;

    private final Worksheet sheet;
    private final Heading heading;
    private final Map<Integer, String> remarks;
    private final int remarkAt;
    private final int shift;
    private int at;

    private Annotated(Worksheet sheet, Heading heading, int width, int shift, Map<Integer, String> remarks) {
        this.sheet = sheet;
        this.heading = heading;
        this.remarkAt = width;
        this.shift = shift;
        this.remarks = remarks;
    }

    /// `remarks` holds the sentence for each row that is not good.
    public static void write(OutputStream out, Uploaded file, Sheet definition, Map<Integer, String> remarks) {
        var heading = Heading.find(file, definition);
        var width = new int[1];
        file.read(row -> {
            width[0] = Math.max(width[0], row.cells().length);
            return row.number() <= heading.last() + 20;
        });
        var workbook = new Workbook(out, "Lianlin", "1.0");
        var sheet = workbook.newWorksheet(definition.title());
        for (var column : definition.columns()) {
            var place = heading.places().get(column.name());
            if (place != null) {
                sheet.width(place, column.width());
            }
        }
        sheet.width(width[0], 60);
        sheet.freezePane(0, heading.last());
        var annotated = new Annotated(sheet, heading, width[0], file.shift(), remarks);
        try {
            file.read(row -> {
                annotated.row(row, definition);
                return true;
            });
            sheet.finish();
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(RawRow row, Sheet definition) {
        var line = row.number() - 1;
        var remark = remarks.get(row.number());
        for (var i = 0; i < Math.min(row.cells().length, remarkAt); i++) {
            Cells.put(sheet, line, i, row.cell(i));
        }
        days(row, definition, line);
        if (row.number() == heading.last()) {
            sheet.inlineString(line, remarkAt, REMARK);
            sheet.range(line, 0, line, remarkAt)
                    .style()
                    .bold()
                    .fillColor(Cells.PAPER)
                    .set();
        } else if (remark != null) {
            sheet.inlineString(line, remarkAt, remark);
            sheet.range(line, 0, line, remarkAt)
                    .style()
                    .fontColor(RED)
                    .format("@")
                    .set();
            sheet.style(line, remarkAt).fontColor(RED).bold().wrapText(true).set();
        }
        if (++at % KEPT == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Days that Excel kept as numbers are written as days.
    private void days(RawRow row, Sheet definition, int line) {
        if (row.number() <= heading.last()) {
            return;
        }
        for (var column : definition.columns()) {
            var place = heading.places().get(column.name());
            if (column.date() && place != null && row.kind(place) == RawRow.Kind.NUMBER) {
                @Nullable String day = row.day(place, shift);
                Cells.put(sheet, line, place, day);
            }
        }
    }
}
