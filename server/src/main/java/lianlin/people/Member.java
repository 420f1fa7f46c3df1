package lianlin.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

/// The membership of one person: exactly one branch (MEM-05), a status and groups. Path and area are the branch's.
record Member(
        Id id,
        @JsonIgnore int jurisdiction,
        Id organization,
        @JsonIgnore String path,
        Area area,
        @Nullable Id group,
        MembershipStatus status,
        Set<MemberCategory> categories,
        CareMode careMode,
        @Nullable ManagementMode managementMode,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        LocalDate since,
        int version)
        implements Versioned {

    /// A record line as lists show it: masked (IDN-13).
    record Line(
            Id id,
            String name,
            lianlin.kernel.@Nullable Labelled gender,
            @Nullable Integer age,
            lianlin.kernel.Named organization,
            lianlin.kernel.Labelled status,
            List<lianlin.kernel.Labelled> categories,
            LocalDate joinedOn,
            @Nullable String phone) {}

    /// The same where its branch stands now: the copies in the row may be a moment behind.
    Member at(Branch branch) {
        return new Member(
                id,
                jurisdiction,
                organization,
                branch.path(),
                branch.area(),
                group,
                status,
                categories,
                careMode,
                managementMode,
                joinedOn,
                fullOn,
                since,
                version);
    }

    /// The days of a membership have an order.
    void requireDays(LocalDate today) {
        if (joinedOn.isAfter(today)) {
            throw Problem.invalid("joinedOn", "member.future");
        }
        if (fullOn != null && fullOn.isAfter(today)) {
            throw Problem.invalid("fullOn", "member.future");
        }
        if (fullOn != null && fullOn.isBefore(joinedOn)) {
            throw Problem.invalid("fullOn", "member.period");
        }
        if (fullOn != null && status == MembershipStatus.PROBATIONARY) {
            throw Problem.invalid("fullOn", "member.probation");
        }
    }
}
