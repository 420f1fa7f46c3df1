package lianlin.kernel.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lianlin.kernel.Problem;

/// Which column of a file is which column of the sheet, found by titles in any order, under any known name, below a
/// title line, in merged cells of two lines.
public record Heading(Map<String, Integer> places, int last) {
    private static final int LOOKED_AT = 15;

    /// The heading of a file; refused with the titles that are missing.
    public static Heading find(Uploaded file, Sheet sheet) {
        var rows = new ArrayList<RawRow>();
        file.read(row -> {
            rows.add(row);
            return rows.size() < LOOKED_AT;
        });
        var names = names(sheet);
        var best = new HashMap<String, Integer>();
        var at = -1;
        for (var i = 0; i < rows.size(); i++) {
            var found = match(rows.get(i), names);
            if (found.size() > best.size()) {
                best = found;
                at = i;
            }
        }
        var last = at;
        if (at >= 0) {
            last = beside(rows, at, best, names);
        }
        var places = Map.copyOf(best);
        var missing = sheet.columns().stream()
                .filter(column -> column.required() && !places.containsKey(column.name()))
                .map(Column::title)
                .toList();
        if (at < 0 || !missing.isEmpty()) {
            throw Problem.of(422, "sheet.heading", sheet.title(), String.join("、", missing));
        }
        return new Heading(places, rows.get(last).number());
    }

    /// Titles that merged cells put into the line above or below; the last line of the heading.
    private static int beside(List<RawRow> rows, int at, Map<String, Integer> best, Map<String, String> names) {
        var taken = new HashSet<>(best.values());
        var last = at;
        for (var other : new int[] {at - 1, at + 1}) {
            if (other < 0 || other >= rows.size()) {
                continue;
            }
            for (var entry : match(rows.get(other), names).entrySet()) {
                if (!best.containsKey(entry.getKey()) && taken.add(entry.getValue())) {
                    best.put(entry.getKey(), entry.getValue());
                    last = Math.max(last, other);
                }
            }
        }
        return last;
    }

    private static HashMap<String, Integer> match(RawRow row, Map<String, String> names) {
        var found = new HashMap<String, Integer>();
        for (var i = 0; i < row.cells().length; i++) {
            var cell = row.cell(i);
            var column = cell == null ? null : names.get(normal(cell));
            if (column != null) {
                found.putIfAbsent(column, i);
            }
        }
        return found;
    }

    private static Map<String, String> names(Sheet sheet) {
        var names = new HashMap<String, String>();
        for (var column : sheet.columns()) {
            names.put(normal(column.title()), column.name());
            column.synonyms().forEach(title -> names.putIfAbsent(normal(title), column.name()));
        }
        return names;
    }

    /// A title without stars, colons, spaces and what stands in brackets.
    private static String normal(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .replaceAll("\\(.*?\\)|[\\s*:★]", "")
                .toLowerCase(Locale.ROOT);
    }
}
