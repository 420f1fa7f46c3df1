package lianlin.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/// Sheets of members as people make them, and what is in sheets that come back.
public final class SheetOf {
    static final List<String> TITLES = List.of("姓名", "公民身份号码", "联系电话", "所在党支部", "党员状态", "人员类别", "入党日期", "转正日期");

    private final List<Map<String, Object>> rows = new ArrayList<>();

    /// One member who is all right.
    public SheetOf member(String name, int number, String branch) {
        rows.add(Map.of(
                "姓名",
                name,
                "公民身份号码",
                Party.identity(number),
                "联系电话",
                "138%08d".formatted(number % 100_000_000),
                "所在党支部",
                branch,
                "党员状态",
                "正式党员",
                "人员类别",
                "社区直管党员、特长党员",
                "入党日期",
                "2005-07-01",
                "转正日期",
                "2006-07-01"));
        return this;
    }

    public SheetOf row(Map<String, Object> cells) {
        rows.add(cells);
        return this;
    }

    /// With a title above the headings, as the template has it.
    public byte[] excel() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("党员花名册");
            sheet.value(0, 0, "某某社区党员花名册");
            sheet.range(0, 0, 0, TITLES.size() - 1).merge();
            for (var i = 0; i < TITLES.size(); i++) {
                sheet.value(1, i, TITLES.get(i) + (i < 2 ? " *" : ""));
            }
            for (var r = 0; r < rows.size(); r++) {
                for (var i = 0; i < TITLES.size(); i++) {
                    var cell = rows.get(r).get(TITLES.get(i));
                    switch (cell) {
                        case null -> {}
                        case Number number -> sheet.value(r + 2, i, number);
                        case Formula formula -> sheet.formula(r + 2, i, formula.text());
                        default -> sheet.value(r + 2, i, cell.toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A cell that computes.
    public record Formula(String text) {}

    public byte[] csv(String charset) {
        var text = new StringBuilder(String.join(",", TITLES)).append("\r\n");
        for (var row : rows) {
            text.append(String.join(
                            ",",
                            TITLES.stream()
                                    .map(title -> String.valueOf(row.getOrDefault(title, "")))
                                    .toList()))
                    .append("\r\n");
        }
        return text.toString().getBytes(Charset.forName(charset));
    }

    /// The texts of all cells of the first sheet.
    public static List<List<String>> cells(byte[] excel) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(excel));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many cells of the first sheet compute.
    public static long formulas(byte[] excel) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(excel));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.flatMap(row -> row.stream())
                    .filter(cell -> cell != null && cell.getType() == CellType.FORMULA)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The workbook with one entry more.
    public static byte[] with(byte[] workbook, String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = opened(workbook);
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(in.getInputStream(entry).readAllBytes());
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    static ZipFile opened(byte[] workbook) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get();
    }
}
