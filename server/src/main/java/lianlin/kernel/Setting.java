package lianlin.kernel;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/// One thing that people set other than the product has it (the SET rules), declared beside the code that reads it. Its
/// words are `word.setting.<name>` and `setting.<name>`, what it does.
public record Setting(String name, String rule, Group group, Level level, Shape shape, String usual) {
    public enum Group {
        ACCOUNTS,
        MATTERS,
        CARE,
        PLACES,
        MESSAGES,
        MAP
    }

    /// Whose value counts: that of each district, that of the installation, or the district's before the
    /// installation's.
    public enum Level {
        DISTRICT,
        INSTALLATION,
        BOTH
    }

    /// What a value looks like.
    public sealed interface Shape {
        boolean fits(String value);
    }

    /// A whole number between limits; `unit` is the code of a word.
    public record Amount(int least, int most, String unit) implements Shape {
        @Override
        public boolean fits(String value) {
            return value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        }
    }

    /// From a whole number to another one, like `100-800`, both between limits.
    public record Span(int least, int most, String unit) implements Shape {
        @Override
        public boolean fits(String value) {
            if (!value.matches("\\d{1,9}-\\d{1,9}")) {
                return false;
            }
            var usual = Usual.parse(value);
            return usual.from() >= least && usual.from() <= usual.to() && usual.to() <= most;
        }
    }

    /// What is usual: from a number to another one, both of them too.
    public record Usual(int from, int to) {
        static Usual parse(String value) {
            var dash = value.indexOf('-');
            return new Usual(Integer.parseInt(value.substring(0, dash)), Integer.parseInt(value.substring(dash + 1)));
        }

        public boolean covers(int number) {
            return number >= from && number <= to;
        }
    }

    /// One of some codes, whose words are `word.setting.<name>.<code>`.
    public record Choice(List<String> codes) implements Shape {
        @Override
        public boolean fits(String value) {
            return codes.contains(value);
        }
    }

    /// From an hour to another one, like `22:00-08:00`, or `off`.
    public record Hours() implements Shape {
        @Override
        public boolean fits(String value) {
            if (value.equals("off")) {
                return true;
            }
            try {
                return value.matches("\\d{2}:\\d{2}-\\d{2}:\\d{2}")
                        && !LocalTime.parse(value.substring(0, 5)).equals(LocalTime.parse(value.substring(6)));
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    /// A key that another service gave us; shown masked.
    public record Secret() implements Shape {
        @Override
        public boolean fits(String value) {
            return value.matches("[0-9A-Za-z_-]{8,100}");
        }
    }

    /// Who reads settings, and hence says which there are.
    public interface Reader {
        List<Setting> settings();
    }
}
