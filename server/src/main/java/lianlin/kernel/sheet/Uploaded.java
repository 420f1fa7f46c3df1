package lianlin.kernel.sheet;

import java.util.function.Predicate;
import lianlin.kernel.Problem;

/// An uploaded file that has been looked at and found to be a table: Excel (`.xlsx`) or CSV in UTF-8 or GB18030.
/// Everything else is refused with a sentence that says what it is and how to mend it (reliability 4.7).
public interface Uploaded {
    int MOST_BYTES = 128 << 20;
    int MOST_ROWS = 1_000_000;

    /// About how many rows there are, headings included.
    int rows();

    /// Days to add to the serial number of a day: some old Macs counted from 1904.
    default int shift() {
        return 0;
    }

    /// Hands over every row that is not blank, in order, until one is not wanted any more.
    void read(Predicate<RawRow> wanted);

    static Uploaded open(byte[] bytes) {
        if (bytes.length == 0) {
            throw Problem.of(422, "sheet.nothing");
        }
        if (bytes.length > MOST_BYTES) {
            throw Problem.of(413, "sheet.large", MOST_BYTES >> 20);
        }
        if (starts(bytes, 'P', 'K', 3, 4)) {
            return ExcelFile.open(bytes);
        }
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Problem.of(422, OldExcel.isEncrypted(bytes) ? "sheet.encrypted" : "sheet.old");
        }
        return CsvFile.open(bytes);
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (var i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
