package lianlin.kernel.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Predicate;
import lianlin.kernel.Problem;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// A workbook; its first visible sheet is the one that is read.
final class ExcelFile implements Uploaded {
    private static final int FROM_1904 = 1_462;
    private static final int WIDEST = 100;

    private final byte[] bytes;
    private final int rows;
    private final int shift;

    private ExcelFile(byte[] bytes, int rows, int shift) {
        this.bytes = bytes;
        this.rows = rows;
        this.shift = shift;
    }

    static ExcelFile open(byte[] bytes) {
        var rows = ExcelGuard.pass(bytes);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return new ExcelFile(bytes, rows, workbook.isDate1904() ? FROM_1904 : 0);
        } catch (IOException | RuntimeException e) {
            throw Problem.of(422, "sheet.broken");
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int shift() {
        return shift;
    }

    @Override
    public void read(Predicate<RawRow> wanted) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = first(workbook).openStream()) {
            var each = rows.iterator();
            for (var raw = next(each); raw != null; raw = next(each)) {
                if (!raw.isBlank() && !wanted.test(raw)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw Problem.of(422, "sheet.broken");
        }
    }

    private static Sheet first(ReadableWorkbook workbook) {
        return workbook.getSheets()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> Problem.of(422, "sheet.nothing"));
    }

    /// What the reader cannot make sense of is a broken file, whichever way it says so.
    private static @Nullable RawRow next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? raw(rows.next()) : null;
        } catch (Exception e) {
            throw Problem.of(422, "sheet.broken");
        }
    }

    private static RawRow raw(Row row) {
        var width = Math.min(row.getCellCount(), WIDEST);
        var cells = new @Nullable String[width];
        var kinds = new RawRow.Kind[width];
        for (var i = 0; i < width; i++) {
            var cell = row.getCell(i);
            kinds[i] = cell == null ? RawRow.Kind.TEXT : kind(cell);
            cells[i] = cell == null ? null : text(cell);
        }
        return new RawRow(row.getRowNum(), cells, kinds);
    }

    private static RawRow.Kind kind(Cell cell) {
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return RawRow.Kind.FORMULA;
        }
        return switch (cell.getType()) {
            case NUMBER -> RawRow.Kind.NUMBER;
            case ERROR -> RawRow.Kind.ERROR;
            case STRING, BOOLEAN, EMPTY, FORMULA -> RawRow.Kind.TEXT;
        };
    }

    private static @Nullable String text(Cell cell) {
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
            return "=" + (cell.getFormula() == null ? "" : cell.getFormula());
        }
        var text = cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.getText();
        var stripped = text == null ? "" : text.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
