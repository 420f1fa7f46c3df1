package lianlin.kernel.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// Reads the rows below the heading as rows of the sheet, some at a time.
public final class SheetReader {
    /// So many rows are checked, sealed and staged together.
    public static final int BATCH = 1_000;

    private static final int MOST_DIGITS = 15;

    private final Uploaded file;
    private final Sheet sheet;
    private final Heading heading;
    private List<SheetRow> batch = new ArrayList<>(BATCH);
    private int seen;

    public SheetReader(Uploaded file, Sheet sheet) {
        this.file = file;
        this.sheet = sheet;
        this.heading = Heading.find(file, sheet);
    }

    /// Hands over the rows after the first `skip`, until nobody wants more; false when that happened.
    public boolean read(int skip, Predicate<List<SheetRow>> wanted) {
        var goesOn = new boolean[] {true};
        file.read(raw -> {
            if (raw.number() <= heading.last() || ++seen <= skip) {
                return true;
            }
            if (seen > Uploaded.MOST_ROWS) {
                throw Problem.of(422, "sheet.rows", Uploaded.MOST_ROWS);
            }
            batch.add(row(raw));
            if (batch.size() == BATCH) {
                goesOn[0] = hand(wanted);
            }
            return goesOn[0];
        });
        return goesOn[0] && (batch.isEmpty() || hand(wanted));
    }

    private boolean hand(Predicate<List<SheetRow>> wanted) {
        var full = batch;
        batch = new ArrayList<>(BATCH);
        return wanted.test(full);
    }

    private SheetRow row(RawRow raw) {
        var cells = new @Nullable String[raw.cells().length];
        for (var i = 0; i < cells.length; i++) {
            cells[i] = raw.cell(i);
        }
        for (var column : sheet.columns()) {
            var at = heading.places().get(column.name());
            if (at != null && column.date() && at < cells.length) {
                cells[at] = raw.day(at, file.shift());
            }
        }
        var row = new SheetRow(raw.number(), heading.places(), cells);
        for (var column : sheet.columns()) {
            var at = heading.places().get(column.name());
            if (at != null) {
                doubt(row, raw, column, at);
            }
        }
        return row;
    }

    /// Cells that are not what they show: formulas, errors, numbers that lost their last digits.
    private static void doubt(SheetRow row, RawRow raw, Column column, int at) {
        var text = raw.cell(at);
        if (text == null) {
            return;
        }
        switch (raw.kind(at)) {
            case FORMULA -> row.problem(column, "sheet.formula");
            case ERROR -> row.problem(column, "sheet.error");
            case NUMBER -> {
                if (!column.date() && text.length() > MOST_DIGITS && text.indexOf('.') < 0) {
                    row.problem(column, "sheet.digits");
                }
            }
            case TEXT -> {
                if (text.startsWith("=")) {
                    row.problem(column, "sheet.formula");
                }
            }
        }
    }
}
