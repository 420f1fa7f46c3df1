package lianlin.organization;

import java.util.ArrayList;
import java.util.List;

/// The text form of a place in the organization tree: one segment of six characters, base 32, for every
/// level. In the order of the characters parents come before children and siblings in the order in which they
/// came.
final class Paths {
    static final int SEGMENT = 6;
    /// As deep as the table allows.
    static final int DEEPEST = 20;

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Paths() {}

    static String segment(long number) {
        var text = new char[SEGMENT];
        var rest = number;
        for (var i = SEGMENT - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    /// The paths of everything above, from the root down.
    static List<String> above(String path) {
        var above = new ArrayList<String>();
        for (var end = SEGMENT; end < path.length(); end += SEGMENT) {
            above.add(path.substring(0, end));
        }
        return above;
    }

    static int depth(String path) {
        return path.length() / SEGMENT;
    }
}
