package lianlin.kernel.sheet;

import java.util.List;

/// One column of a sheet: the code by which problems name it, the title on the template, other titles under
/// which people know it, whether it must be filled, whether it holds personal data and is therefore shown
/// masked, and what the drop-down offers.
public record Column(
        String name,
        String title,
        List<String> synonyms,
        boolean required,
        boolean personal,
        boolean date,
        List<String> choices,
        int width,
        String note) {

    public static Column text(String name, String title, int width) {
        return new Column(name, title, List.of(), false, false, false, List.of(), width, "");
    }

    public static Column date(String name, String title) {
        return new Column(name, title, List.of(), false, false, true, List.of(), 13, "年-月-日，如 2011-07-01");
    }

    /// Other titles under which the column is recognized.
    public Column known(String... as) {
        return new Column(name, title, List.of(as), required, personal, date, choices, width, note);
    }

    public Column must() {
        return new Column(name, title, synonyms, true, personal, date, choices, width, note);
    }

    /// Personal data: a value that is not accepted is kept and shown masked (IDN-13).
    public Column secret() {
        return new Column(name, title, synonyms, required, true, date, choices, width, note);
    }

    public Column from(List<String> offered) {
        return new Column(name, title, synonyms, required, personal, date, List.copyOf(offered), width, note);
    }

    /// How to fill it, one sentence for the page of instructions.
    public Column note(String sentence) {
        return new Column(name, title, synonyms, required, personal, date, choices, width, sentence);
    }
}
