package lianlin.kernel.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Unified social credit code (统一社会信用代码) by GB 32100, 18 characters without I, O, S, V and Z
/// (IDN-02). It names an organization, so it is shown in full.
///
/// Problems: `credit-code.length`, `.characters`; strict reading adds `.check-digit` (the last character) and
/// `.subject-check` (the last of the nine that are the organization code, GB 11714).
public record CreditCode(@JsonValue String value) {
    private static final int LENGTH = 18;
    private static final int SUBJECT = 8;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String SUBJECT_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] SUBJECT_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String SUBJECT_CHECKS = "0X987654321";

    /// Lenient: shape only. Some early real codes fail their checks; where the district lets them pass,
    /// [#isSound()] tells what to mark.
    public CreditCode {
        value = Spelling.narrow(value).toUpperCase(Locale.ROOT);
        if (value.length() != LENGTH) {
            throw new BadCode("credit-code.length", "A credit code has 18 characters");
        }
        if (!value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) || !Spelling.digits(value.substring(2, SUBJECT))) {
            throw new BadCode(
                    "credit-code.characters",
                    "A credit code has digits and letters without I, O, S, V, Z; 3 to 8 digits");
        }
    }

    /// Strict: both check characters must fit.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CreditCode parse(String text) {
        var code = new CreditCode(text);
        if (!code.subjectFits()) {
            throw new BadCode(
                    "credit-code.subject-check", "The organization code inside does not fit its check character");
        }
        if (!code.checkFits()) {
            throw new BadCode("credit-code.check-digit", "The check character does not fit the credit code");
        }
        return code;
    }

    /// Whether both check characters fit.
    public boolean isSound() {
        return subjectFits() && checkFits();
    }

    /// Registering department and kind, two characters, with a label in the code list `credit-code-category`:
    /// 11 organ of state, 51 social association, 91 enterprise.
    public String category() {
        return value.substring(0, 2);
    }

    /// The 6-digit code of the division that registered it.
    public String divisionPrefix() {
        return value.substring(2, SUBJECT);
    }

    /// The organization code by GB 11714, nine characters.
    public String subject() {
        return value.substring(SUBJECT, LENGTH - 1);
    }

    @Override
    public String toString() {
        return value;
    }

    private boolean checkFits() {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(value.charAt(i));
        }
        var modulus = ALPHABET.length();
        return ALPHABET.charAt((modulus - sum % modulus) % modulus) == value.charAt(LENGTH - 1);
    }

    private boolean subjectFits() {
        var sum = 0;
        for (var i = 0; i < SUBJECT_WEIGHTS.length; i++) {
            sum += SUBJECT_WEIGHTS[i] * SUBJECT_ALPHABET.indexOf(value.charAt(SUBJECT + i));
        }
        return SUBJECT_CHECKS.charAt(sum % 11) == value.charAt(LENGTH - 2);
    }
}
