package lianlin.kernel.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Resident identity number by GB 11643, 18 characters, the last one a digit or `X` (IDN-01); prints masked.
/// Residence permits of Hong Kong, Macao and Taiwan residents and permanent-resident cards of foreigners have
/// the same build.
///
/// Problems: `identity-number.length`, `.old` (15 digits), `.characters`, `.check-digit`, `.date` (does not
/// exist, or lies before 1900), `.future`.
public record IdentityNumber(String reveal) implements Personal {
    /// Whose number it is, told by its first digits.
    public enum Kind {
        RESIDENT,
        HONG_KONG_MACAO_TAIWAN,
        FOREIGN_PERMANENT_RESIDENT
    }

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int EARLIEST_YEAR = 1900;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /// A number read back from storage or a number just typed; the birth date may lie in the future.
    public IdentityNumber {
        reveal = Spelling.narrow(reveal).toUpperCase(Locale.ROOT);
        if (reveal.length() == OLD_LENGTH && Spelling.digits(reveal)) {
            throw new BadCode("identity-number.old", "An identity number of 15 digits is out of use");
        }
        if (reveal.length() != LENGTH) {
            throw new BadCode("identity-number.length", "An identity number has 18 characters");
        }
        if (!Spelling.digits(reveal.substring(0, LENGTH - 1)) || CHECKS.indexOf(reveal.charAt(LENGTH - 1)) < 0) {
            throw new BadCode("identity-number.characters", "An identity number has digits, and X only at its end");
        }
        if (check(reveal) != reveal.charAt(LENGTH - 1)) {
            throw new BadCode("identity-number.check-digit", "The check digit does not fit the identity number");
        }
        birth(reveal);
    }

    /// A number as a person types it: spaces around, full-width digits and a lower-case x are accepted.
    /// `today` is the day that the birth date may not exceed.
    public static IdentityNumber parse(String text, LocalDate today) {
        var number = new IdentityNumber(text);
        if (number.birthDate().isAfter(today)) {
            throw new BadCode("identity-number.future", "The birth date lies in the future");
        }
        return number;
    }

    /// The same, measured by the day it is in China; for request bodies, which bring no clock.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IdentityNumber parse(String text) {
        return parse(text, LocalDate.now(ZONE));
    }

    public LocalDate birthDate() {
        return birth(reveal);
    }

    /// Digit 17: odd is male.
    public Gender gender() {
        return (reveal.charAt(16) - '0') % 2 == 1 ? Gender.MALE : Gender.FEMALE;
    }

    /// The 6-digit county code of the first registration, perhaps abolished since; empty for foreigners,
    /// whose cards name a province and a nationality in its place.
    public Optional<String> divisionPrefix() {
        return kind() == Kind.FOREIGN_PERMANENT_RESIDENT ? Optional.empty() : Optional.of(reveal.substring(0, 6));
    }

    /// Whether the first digits name a province at all; false is a warning and no refusal (IDN-01).
    public boolean hasKnownProvince() {
        return kind() == Kind.FOREIGN_PERMANENT_RESIDENT || PROVINCES.contains(reveal.substring(0, 2));
    }

    public Kind kind() {
        return switch (reveal.substring(0, 2)) {
            case "81", "82", "83" -> Kind.HONG_KONG_MACAO_TAIWAN;
            case String province when province.startsWith("9") -> Kind.FOREIGN_PERMANENT_RESIDENT;
            default -> Kind.RESIDENT;
        };
    }

    /// First six and last four: `440604********0014`.
    @Override
    public String masked() {
        return reveal.substring(0, 6) + "*".repeat(8) + reveal.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static char check(String text) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static LocalDate birth(String text) {
        var year = Integer.parseInt(text, 6, 10, 10);
        try {
            if (year >= EARLIEST_YEAR) {
                return LocalDate.of(year, Integer.parseInt(text, 10, 12, 10), Integer.parseInt(text, 12, 14, 10));
            }
        } catch (DateTimeException e) {
            // refused below: its own message would quote the date
        }
        throw new BadCode("identity-number.date", "The birth date does not exist");
    }
}
