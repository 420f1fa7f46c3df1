package lianlin.people;

import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// Which members a list asks for: part of the name, an organization with everything below it, a place,
/// status, category, an exact telephone or identity number.
record MemberFilter(
        @Nullable String q,
        @Nullable Id organization,
        @Nullable Area area,
        @Nullable MembershipStatus status,
        @Nullable MemberCategory category,
        @Nullable PhoneNumber phone,
        @Nullable IdentityNumber identity) {

    /// Whether the counters can tell how many there are.
    boolean isCounted() {
        return (q == null || q.isBlank())
                && category == null
                && phone == null
                && identity == null
                && (organization == null || area == null);
    }

    /// What was asked, for the journal: personal values are named and not quoted.
    String described() {
        var text = new StringBuilder();
        add(text, "q", q == null || q.isBlank() ? null : "*");
        add(text, "organization", organization);
        add(text, "area", area);
        add(text, "status", status);
        add(text, "category", category);
        add(text, "phone", phone == null ? null : phone.masked());
        add(text, "identity", identity == null ? null : identity.masked());
        return text.toString();
    }

    private static void add(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value);
        }
    }
}
