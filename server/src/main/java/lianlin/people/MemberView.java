package lianlin.people;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.http.Versioned;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;

/// The record of one member as it is shown: identity number, telephone and address masked (IDN-13).
record MemberView(
        Id id,
        String name,
        @Nullable Labelled gender,
        @Nullable LocalDate born,
        @Nullable Integer age,
        @Nullable Labelled nationality,
        @Nullable Labelled education,
        @Nullable String identity,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String workUnit,
        Named organization,
        Place area,
        @Nullable Named group,
        Labelled status,
        List<Labelled> categories,
        Labelled careMode,
        @Nullable Labelled managementMode,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        LocalDate since,
        List<Tie> affiliations,
        int version,
        @JsonIgnore int jurisdiction)
        implements Versioned {

    /// One tie to an organization or a place, from a day to a day.
    record Tie(
            Id id,
            Labelled kind,
            @Nullable Named organization,
            @Nullable Place area,
            LocalDate starts,
            @Nullable LocalDate ends) {}
}
