package lianlin.kernel.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/// Telephone number of China (IDN-03): mobile (11 digits), landline (`0757-83281234`, perhaps with `-` and an
/// extension) or
/// hotline (3 to 6 digits as 12345, or 400 and 800 numbers); prints masked, hotlines in full. Spaces, `+86` and the
/// hyphens of a mobile number are dropped, so that one telephone has one spelling.
///
/// Problem: `phone-number.form`.
public record PhoneNumber(String reveal) implements Personal {
    public enum Kind {
        MOBILE,
        LANDLINE,
        HOTLINE
    }

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");
    private static final Pattern HOTLINE = Pattern.compile("[19]\\d{2,5}|[48]00\\d{7}");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86-?");
    private static final int SHORT_AREA = 3;
    private static final int LONG_AREA = 4;
    private static final int SHORTEST_LOCAL = 7;

    public PhoneNumber {
        reveal = spell(reveal);
    }

    /// A number as a person types it.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PhoneNumber parse(String text) {
        return new PhoneNumber(text);
    }

    public Kind kind() {
        return switch (reveal.charAt(0)) {
            case '0' -> Kind.LANDLINE;
            case '1' -> MOBILE.matcher(reveal).matches() ? Kind.MOBILE : Kind.HOTLINE;
            default -> Kind.HOTLINE;
        };
    }

    /// Mobile `138****1234`, landline `0757-****1234` without its extension, hotline in full.
    @Override
    public String masked() {
        return switch (kind()) {
            case MOBILE -> reveal.substring(0, 3) + "****" + reveal.substring(7);
            case LANDLINE -> {
                var parts = reveal.split("-", -1);
                yield parts[0] + "-****" + parts[1].substring(parts[1].length() - 4);
            }
            case HOTLINE -> reveal;
        };
    }

    @Override
    public String toString() {
        return masked();
    }

    private static String spell(String text) {
        var narrow = Spelling.narrow(text).replaceAll("[\\s()]", "").replaceAll("[‐-―−]", "-");
        var local = COUNTRY.matcher(narrow).replaceFirst("");
        var plain = local.replace("-", "");
        if (MOBILE.matcher(plain).matches() || HOTLINE.matcher(plain).matches()) {
            return plain;
        }
        // abroad the 0 of the area code is left out
        var landline = local.equals(narrow) || local.startsWith("0") ? local : "0" + local;
        if (LANDLINE.matcher(landline).matches()) {
            return landline.indexOf('-') == SHORT_AREA || landline.indexOf('-') == LONG_AREA
                    ? landline
                    : hyphenated(landline);
        }
        throw new BadCode("phone-number.form", "This is no telephone number of China");
    }

    /// 010 and 02x are the area codes of three digits.
    private static String hyphenated(String landline) {
        var end = landline.indexOf('-') < 0 ? landline.length() : landline.indexOf('-');
        var shortArea = landline.startsWith("01") || landline.startsWith("02") || end < LONG_AREA + SHORTEST_LOCAL;
        var area = shortArea ? SHORT_AREA : LONG_AREA;
        return landline.substring(0, area) + "-" + landline.substring(area);
    }
}
