package lianlin.organization;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Versioned;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;

/// An organization as it is shown (ORG-28): its profile, what stands above it from the root on, its relations
/// of today, and how many stand below it.
record Organization(
        Id id,
        Labelled kind,
        String name,
        @Nullable String shortName,
        @Nullable Named parent,
        List<Named> path,
        Place area,
        @Nullable Labelled setupMode,
        @Nullable Labelled bond,
        @Nullable Labelled unitKind,
        @Nullable String creditCode,
        @Nullable LocalDate foundedOn,
        @Nullable String approvedBy,
        @Nullable LocalDate termStart,
        @Nullable LocalDate termEnd,
        @Nullable String phone,
        @Nullable String address,
        @Nullable Id place,
        @Nullable String secretary,
        @Nullable Id secretaryPerson,
        List<String> skills,
        boolean specialApproval,
        Labelled status,
        int sort,
        Counts counts,
        List<Relation> relations,
        int version,
        List<Warning> warnings)
        implements Versioned {

    /// Direct children, working organizations of the subtree with itself, members of the subtree by status.
    record Counts(int children, long organizations, long members, Map<String, Long> membersByStatus) {}

    /// A relation of today, seen from this organization: `outgoing` where it is the first of the two.
    record Relation(
            Id id,
            Labelled kind,
            @Nullable Labelled role,
            boolean outgoing,
            Named other,
            LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String note) {}

    /// A row with the profile as it is stored.
    record Row(
            Id id,
            @JsonIgnore int jurisdiction,
            @JsonIgnore String path,
            @Nullable Id parent,
            Profile profile,
            OrganizationStatus status,
            int version) {
        OrganizationRef ref() {
            return new OrganizationRef(
                    id, jurisdiction, profile.area(), path, parent, profile.kind(), profile.name(), status);
        }
    }
}
