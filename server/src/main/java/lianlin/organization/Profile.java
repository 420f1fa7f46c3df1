package lianlin.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.codes.CreditCode;
import org.jspecify.annotations.Nullable;

/// What is written about an organization (ORG-28).
public record Profile(
        @NotNull OrganizationKind kind,
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 40) String shortName,
        @NotNull Area area,
        @Nullable SetupMode setupMode,
        @Nullable Bond bond,
        @Nullable UnitKind unitKind,
        @Nullable CreditCode creditCode,
        @Nullable LocalDate foundedOn,
        @Nullable @Size(max = 80) String approvedBy,
        @Nullable LocalDate termStart,
        @Nullable LocalDate termEnd,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 200) String address,
        @Nullable Id place,
        @Nullable @Size(max = 40) String secretary,
        @Nullable Id secretaryPerson,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 20) String> skills,
        @Nullable Boolean specialApproval,
        @Nullable Integer sort) {

    /// How it was set up (ORG-07): 单建, 联建, 挂建, 派建, 区域统建.
    public enum SetupMode {
        INDEPENDENT,
        JOINT,
        AFFILIATED,
        DISPATCHED,
        REGIONAL
    }

    /// What holds a functional organization together (ORG-07): 地缘, 业缘, 趣缘, 网缘.
    public enum Bond {
        PLACE,
        TRADE,
        INTEREST,
        NET
    }

    /// The kind of unit that it stands in (ORG-28).
    public enum UnitKind {
        GOVERNMENT,
        INSTITUTION,
        STATE_ENTERPRISE,
        PRIVATE_ENTERPRISE,
        SOCIAL_ORGANIZATION,
        VILLAGE,
        COMMUNITY,
        SCHOOL,
        OTHER
    }

    /// No more than name, kind and place.
    public static Profile of(OrganizationKind kind, String name, Area area) {
        return new Profile(
                kind, name, null, area, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    /// A functional organization alone has a bond.
    void check() {
        if (bond != null && !kind.functional()) {
            throw Problem.invalid("bond", "organization.bond");
        }
        if (termStart != null && termEnd != null && !termEnd.isAfter(termStart)) {
            throw Problem.invalid("termEnd", "organization.term");
        }
    }

    boolean special() {
        return Boolean.TRUE.equals(specialApproval);
    }

    List<String> tags() {
        return skills == null
                ? List.of()
                : skills.stream().map(String::strip).distinct().toList();
    }
}
