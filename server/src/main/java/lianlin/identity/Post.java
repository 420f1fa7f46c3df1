package lianlin.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import org.jspecify.annotations.Nullable;

/// A role that an account holds at an organization or in an area, from a day to a day (岗位). `place` is the
/// name of the organization or area.
public record Post(
        Id id,
        int jurisdiction,
        Id account,
        String role,
        Scope.Reach reach,
        Area area,
        @Nullable Id organization,
        @JsonIgnore @Nullable String path,
        String place,
        LocalDate starts,
        @Nullable LocalDate ends) {

    /// What the post may see; `person` is who holds it.
    Scope scope(Id person) {
        return Scope.within(reach, area, path, person);
    }
}
