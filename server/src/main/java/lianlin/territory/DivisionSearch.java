package lianlin.territory;

import java.text.Normalizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// How near the name of a division is to what somebody typed. The names of divisions above may stand in
/// front, in full or by their first characters: 广东省佛山市禅城区, 佛山禅城.
final class DivisionSearch {
    private static final int SAME = 0;
    private static final int WITHOUT_SUFFIX = 1;
    private static final int BEGINS = 2;
    private static final int CONTAINS = 3;
    private static final int SHORTEST_ABOVE = 2;
    private static final Set<String> SUFFIXES = Set.of("省", "市", "区", "县", "旗", "盟", "州");

    private final String text;

    DivisionSearch(String text) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /// 0 for the same name, more for names that are farther; empty for another name.
    OptionalInt distance(List<NationalDivision> above, NationalDivision division) {
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            var code = Long.toString(division.code());
            return code.startsWith(text) ? OptionalInt.of(SAME) : OptionalInt.empty();
        }
        var nearest = distance(text, division.name());
        var rest = text;
        for (var higher : above) {
            rest = without(rest, higher.name());
            nearest = Math.min(nearest, distance(rest, division.name()));
        }
        return nearest > CONTAINS ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    private static int distance(String text, String name) {
        if (text.isEmpty() || SUFFIXES.contains(text) || !name.contains(text)) {
            return Integer.MAX_VALUE;
        }
        if (name.equals(text)) {
            return SAME;
        }
        if (name.startsWith(text)) {
            return SUFFIXES.contains(name.substring(text.length())) ? WITHOUT_SUFFIX : BEGINS;
        }
        return CONTAINS;
    }

    private static String without(String text, String above) {
        var common = 0;
        while (common < Math.min(text.length(), above.length()) && text.charAt(common) == above.charAt(common)) {
            common++;
        }
        return common < SHORTEST_ABOVE ? text : text.substring(common);
    }
}
