package lianlin.kernel.codes;

import java.text.Normalizer;

/// How typed text becomes one spelling: full-width digits and letters, as Chinese keyboards write them,
/// become narrow.
final class Spelling {
    private Spelling() {}

    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
