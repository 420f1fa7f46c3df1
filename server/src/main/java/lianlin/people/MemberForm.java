package lianlin.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// What is filled in for a member. Identity number, phone and address are masked on the page, so a change
/// that leaves them out leaves them as they are. Care and management follow from the categories where nothing
/// is said.
record MemberForm(
        @NotNull PersonName name,
        @Nullable IdentityNumber identity,
        @Nullable PhoneNumber phone,
        @Nullable @Size(max = 200) String address,
        @Nullable @Size(max = 2) String nationality,
        @Nullable @Size(max = 2) String education,
        @Nullable @Size(max = 100) String workUnit,
        @NotNull Id organization,
        @Nullable Id group,
        @NotNull MembershipStatus status,
        @Nullable Set<MemberCategory> categories,
        @Nullable CareMode careMode,
        @Nullable ManagementMode managementMode,
        @NotNull LocalDate joinedOn,
        @Nullable LocalDate fullOn) {

    Set<MemberCategory> groups() {
        return categories == null ? Set.of() : categories;
    }

    CareMode care() {
        return careMode == null ? MemberCategory.care(groups()) : careMode;
    }

    @Nullable
    ManagementMode management() {
        return managementMode == null ? MemberCategory.management(groups()) : managementMode;
    }
}
