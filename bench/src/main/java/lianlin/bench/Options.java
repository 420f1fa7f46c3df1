package lianlin.bench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the person at the keyboard asked for.
///
/// @param root the folder of the repository
/// @param matters orders beyond those of the demonstration district
/// @param only the ids of what is measured
/// @param keep whether the data stay for a second run
/// @param data the data of an earlier run, or null for new ones
record Options(
        Path root,
        Size size,
        long matters,
        Set<String> only,
        boolean keep,
        @Nullable Path data,
        int port,
        boolean help) {
    static final String HELP = """
            ./lianlin bench [options]   measures and prints the table of docs/performance.md

            --size S|M|L     1,400 organizations and 43,000 members (S, the default), 1,400 and 1,000,000 (M),
                             100,000 in six levels and 1,000,000 (L)
            --matters N      so many closed orders more than the 40,000 of the demonstration district (default: 0)
            --only P1,P4     these rows alone
            --keep           leave the data and say where they are
            --data DIR       measure on data that --keep has left
            --port N         port of the measured application (default: 9440)
            """;

    static final List<String> ALL =
            IntStream.rangeClosed(1, 12).mapToObj(number -> "P" + number).toList();

    static Options parse(List<String> words) {
        var root = Path.of("");
        var size = Size.S;
        var matters = 0L;
        Set<String> only = new TreeSet<>(ALL);
        var keep = false;
        Path data = null;
        var port = 9440;
        var help = false;
        for (var word = words.iterator(); word.hasNext(); ) {
            var option = word.next();
            switch (option) {
                case "--root" -> root = Path.of(value(option, word));
                case "--size" -> size = size(value(option, word));
                case "--matters" -> matters = number(option, value(option, word), 100_000_000);
                case "--only" -> only = only(value(option, word));
                case "--keep" -> keep = true;
                case "--data" -> data = Path.of(value(option, word)).toAbsolutePath();
                case "--port" -> port = (int) number(option, value(option, word), 65_535);
                case "--help", "-h" -> help = true;
                default ->
                    throw new IllegalArgumentException(
                            "The option %s is unknown; --help lists those that exist.".formatted(option));
            }
        }
        return new Options(root.toAbsolutePath().normalize(), size, matters, only, keep, data, port, help);
    }

    boolean wants(String id) {
        return only.contains(id);
    }

    private static String value(String option, Iterator<String> following) {
        if (!following.hasNext()) {
            throw new IllegalArgumentException("The option %s expects a value.".formatted(option));
        }
        return following.next();
    }

    private static Size size(String text) {
        if (text.matches("[SML]")) {
            return Size.valueOf(text);
        }
        throw new IllegalArgumentException("--size expects S, M or L, not «%s».".formatted(text));
    }

    private static long number(String option, String text, long most) {
        var plain = text.replaceAll("[,_]", "");
        if (plain.matches("\\d{1,9}") && Long.parseLong(plain) <= most) {
            return Long.parseLong(plain);
        }
        throw new IllegalArgumentException("%s expects a number up to %,d, not «%s».".formatted(option, most, text));
    }

    private static Set<String> only(String text) {
        var wanted = new TreeSet<>(List.of(text.split(",")));
        if (!ALL.containsAll(wanted)) {
            throw new IllegalArgumentException("--only expects some of %s.".formatted(String.join(",", ALL)));
        }
        return wanted;
    }
}
