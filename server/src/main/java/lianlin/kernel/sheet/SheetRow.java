package lianlin.kernel.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import lianlin.kernel.codes.BadCode;
import lianlin.kernel.text.Grams;
import org.jspecify.annotations.Nullable;

/// One row of an uploaded sheet by the columns of its definition, and what has been found wrong with it so far.
public final class SheetRow {
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))");
    private static final int LONGEST = 500;
    private static final int FEW = 6;
    private static final int NEAR = 3;

    private final int number;
    private final Map<String, Integer> places;
    private final @Nullable String[] cells;
    private final List<RowProblem> problems = new ArrayList<>(0);

    SheetRow(int number, Map<String, Integer> places, @Nullable String[] cells) {
        this.number = number;
        this.places = places;
        this.cells = cells;
    }

    /// The number that Excel shows at its left.
    public int number() {
        return number;
    }

    public boolean isGood() {
        return problems.isEmpty();
    }

    /// What is wrong with it.
    public List<RowProblem> problems() {
        return problems;
    }

    /// What stands there, without spaces around; null where nothing does. A required cell that is empty is a
    /// problem.
    public @Nullable String text(Column column) {
        var text = raw(column);
        if (!problems.isEmpty() && hasProblem(column)) {
            return null;
        }
        if (text == null) {
            if (column.required()) {
                problem(column, "sheet.empty");
            }
            return null;
        }
        if (text.length() > LONGEST) {
            problem(column, "sheet.long", LONGEST);
            return null;
        }
        return text;
    }

    /// The value that a code of the kernel makes of it; what it refuses is a problem of this cell.
    public <T> @Nullable T read(Column column, Function<String, T> parse) {
        var text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (BadCode e) {
            problem(column, e.code(), text.length());
        } catch (IllegalArgumentException e) {
            problem(column, "sheet.value");
        }
        return null;
    }

    /// One of the words of a list, by its meaning.
    public <T> @Nullable T choice(Column column, Map<String, T> words) {
        var text = text(column);
        if (text == null) {
            return null;
        }
        var found = words.get(text);
        if (found == null) {
            unknown(column, text);
        }
        return found;
    }

    /// Of a long list only the entries that come closest are named.
    private void unknown(Column column, String text) {
        var near = column.choices().size() > FEW ? Grams.nearest(text, column.choices(), NEAR) : List.<String>of();
        if (near.isEmpty()) {
            problem(column, "sheet.choice", column.choices());
        } else {
            problem(column, "sheet.choice-near", near);
        }
    }

    /// A day, written in one of the usual ways.
    public @Nullable LocalDate day(Column column) {
        var text = text(column);
        if (text == null) {
            return null;
        }
        var parts = DAY.matcher(text.replace(" ", ""));
        if (parts.matches()) {
            try {
                var dashed = parts.group(2) != null;
                return LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(dashed ? 2 : 4)),
                        Integer.parseInt(parts.group(dashed ? 3 : 5)));
            } catch (DateTimeException e) {
                problem(column, "sheet.no-such-day");
                return null;
            }
        }
        problem(column, "sheet.day");
        return null;
    }

    /// Marks a cell.
    public void problem(Column column, String code, Object... values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value.toString());
        }
        problems.add(new RowProblem(number, column.name(), shown(column), code, texts, List.of()));
    }

    /// Marks a cell and names the entries of the list that come closest.
    public void problem(Column column, String code, List<String> near) {
        var values = near.isEmpty() ? List.<String>of() : List.of(String.join("、", near));
        problems.add(new RowProblem(number, column.name(), shown(column), code, values, near));
    }

    /// What may be shown of a cell: personal data never in full.
    public @Nullable String shown(Column column) {
        var text = raw(column);
        if (text == null) {
            return null;
        }
        if (column.personal()) {
            return masked(text);
        }
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String masked(String text) {
        var length = text.length();
        if (length > 10) {
            return text.substring(0, 6) + "*".repeat(Math.min(length - 8, 12)) + text.substring(length - 2);
        }
        return text.substring(0, 1) + "*".repeat(Math.max(1, length - 1));
    }

    private boolean hasProblem(Column column) {
        return problems.stream().anyMatch(problem -> problem.column().equals(column.name()));
    }

    private @Nullable String raw(Column column) {
        var place = places.get(column.name());
        return place == null || place >= cells.length ? null : cells[place];
    }
}
