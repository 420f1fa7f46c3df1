package lianlin.territory.duty;

import java.time.Instant;
import java.time.LocalDate;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Somebody on duty from `starts` to `ends` at a service place, or in the grid or community `area` (TER-11).
record Shift(
        int jurisdiction,
        Id id,
        Area area,
        @Nullable Id place,
        LocalDate heldOn,
        Instant starts,
        Instant ends,
        @Nullable Id account,
        String name,
        @Nullable String phone,
        int version) {

    /// Who nobody can be twice at one time: the account, or a name in a community.
    static String who(Area area, @Nullable Id account, String name) {
        return account == null ? area.community() + " " + name : account.toString();
    }
}
