package lianlin.kernel.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import java.util.regex.Pattern;

/// E-mail address, at most 254 characters, in lower case; prints masked (IDN-13).
///
/// Problem: `email-address.form`.
public record EmailAddress(String reveal) implements Personal {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
                    + "[\\p{L}][\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");

    public EmailAddress {
        reveal = Spelling.narrow(reveal).toLowerCase(Locale.ROOT);
        if (reveal.length() > LONGEST
                || !FORM.matcher(reveal).matches()
                || reveal.startsWith(".")
                || reveal.contains("..")
                || reveal.contains(".@")) {
            throw new BadCode("email-address.form", "This is no e-mail address");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EmailAddress parse(String text) {
        return new EmailAddress(text);
    }

    /// The first character and the domain: `a***@x`.
    @Override
    public String masked() {
        return reveal.substring(0, reveal.offsetByCodePoints(0, 1)) + "***" + reveal.substring(reveal.indexOf('@'));
    }

    @Override
    public String toString() {
        return masked();
    }
}
