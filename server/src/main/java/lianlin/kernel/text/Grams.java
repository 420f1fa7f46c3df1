package lianlin.kernel.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Chinese names and titles are found by any part of them: a text is kept as its single characters and its
/// pairs of neighbours in a `tsvector`, and a search asks for all pairs of what was typed. Width, case,
/// spaces and punctuation do not matter.
public final class Grams {
    private Grams() {}

    /// The value of a `tsvector` column for a text.
    public static Field<String> vector(String text) {
        return DSL.field(
                "array_to_tsvector({0})",
                String.class, DSL.val(of(text).toArray(String[]::new), SQLDataType.VARCHAR.array()));
    }

    /// What the grams of a text must hold so that it contains what was typed; empty where nothing but spaces and
    /// punctuation was typed.
    static Optional<String> query(String typed) {
        return wanted(typed).stream()
                .map(gram -> "'" + gram.replace("\\", "\\\\").replace("'", "''") + "'")
                .reduce((one, other) -> one + " & " + other);
    }

    /// The single characters and the pairs of neighbours of a text, each once, at most 2,000.
    public static Collection<String> of(String text) {
        var characters = characters(text);
        var grams = new LinkedHashSet<String>();
        for (var i = 0; i < characters.length && grams.size() < 2_000; i++) {
            grams.add(Character.toString(characters[i]));
            if (i + 1 < characters.length) {
                grams.add(Character.toString(characters[i]) + Character.toString(characters[i + 1]));
            }
        }
        return grams;
    }

    /// Those names that share the most with a text, the closest first; names that share nothing are left out.
    public static List<String> nearest(String text, Collection<String> names, int most) {
        record Scored(String name, long shared) {}
        var wanted = Set.copyOf(of(text));
        return names.stream()
                .map(name -> new Scored(
                        name, of(name).stream().filter(wanted::contains).count()))
                .filter(scored -> scored.shared() > 0)
                .sorted(Comparator.comparingLong(Scored::shared)
                        .reversed()
                        .thenComparing(scored -> scored.name().length()))
                .limit(most)
                .map(Scored::name)
                .toList();
    }

    private static Collection<String> wanted(String typed) {
        var characters = characters(typed);
        var grams = new LinkedHashSet<String>();
        if (characters.length == 1) {
            grams.add(Character.toString(characters[0]));
        }
        for (var i = 0; i + 1 < characters.length && i < 40; i++) {
            grams.add(Character.toString(characters[i]) + Character.toString(characters[i + 1]));
        }
        return grams;
    }

    private static int[] characters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
    }
}
