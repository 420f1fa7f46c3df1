package lianlin.kernel.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row as it stands in a file. A number that a date column needs as a day is still the serial number of Excel.
record RawRow(int number, @Nullable String[] cells, Kind[] kinds) {
    enum Kind {
        TEXT,
        NUMBER,
        FORMULA,
        ERROR
    }

    private static final int LAST_SERIAL = 2_958_465;
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    boolean isBlank() {
        for (var cell : cells) {
            if (cell != null) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    String cell(int at) {
        return at < cells.length ? cells[at] : null;
    }

    Kind kind(int at) {
        return at < kinds.length ? kinds[at] : Kind.TEXT;
    }

    /// The cell as a day, where Excel keeps it as a serial number; else as it stands.
    @Nullable
    String day(int at, int shift) {
        var text = cell(at);
        if (text == null || kind(at) != Kind.NUMBER) {
            return text;
        }
        var whole = text.indexOf('.') < 0 ? text : text.substring(0, text.indexOf('.'));
        if (whole.length() > 7) {
            return whole;
        }
        var serial = Integer.parseInt(whole);
        return serial < 367 || serial > LAST_SERIAL
                ? whole
                : ZERO.plusDays(serial + shift).toString();
    }
}
