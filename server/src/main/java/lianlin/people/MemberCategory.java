package lianlin.people;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// To which group a member belongs; several may apply (MEM-02). In the order in which they decide who cares.
public enum MemberCategory {
    MOBILE_OUT(CareMode.PARTICIPATING, ManagementMode.FOLLOW),
    MOBILE_IN(CareMode.PARTICIPATING, ManagementMode.FOLLOW),
    LAID_OFF(CareMode.FOCUS, null),
    RETIRED(CareMode.TAKEOVER, null),
    IN_SERVICE(CareMode.DUAL, ManagementMode.DUAL),
    TWO_NEW(CareMode.DIRECT, ManagementMode.FULL),
    COMMUNITY(CareMode.DIRECT, null),
    STUDENT(CareMode.DIRECT, null),
    SPECIALTY(CareMode.DIRECT, null),
    OTHER(CareMode.DIRECT, null);

    private final CareMode care;
    private final @Nullable ManagementMode management;

    MemberCategory(CareMode care, @Nullable ManagementMode management) {
        this.care = care;
        this.management = management;
    }

    /// How a member of these groups is cared for where nobody said otherwise (MEM-03).
    static CareMode care(Collection<MemberCategory> categories) {
        return categories.stream()
                .min(Comparator.naturalOrder())
                .map(category -> category.care)
                .orElse(CareMode.DIRECT);
    }

    /// How his unit shares in managing him where nobody said otherwise (MEM-04).
    static @Nullable ManagementMode management(Collection<MemberCategory> categories) {
        return categories.stream()
                .sorted()
                .map(category -> category.management)
                .filter(mode -> mode != null)
                .findFirst()
                .orElse(null);
    }
}
