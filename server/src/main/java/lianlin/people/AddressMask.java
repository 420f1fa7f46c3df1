package lianlin.people;

import java.util.regex.Pattern;

/// An address is shown down to the community (IDN-13).
final class AddressMask {
    private static final Pattern PUBLIC = Pattern.compile("^.*?(?:社区|居委会|村委会|村)|^.*?(?:街道|镇|乡)|^.*?(?:区|县|市)");
    private static final String HIDDEN = "****";

    private AddressMask() {}

    static String of(String address) {
        var shown = PUBLIC.matcher(address);
        return shown.find() ? shown.group() + HIDDEN : HIDDEN;
    }
}
