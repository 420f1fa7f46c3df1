package lianlin.territory.reform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Somebody who serves in a grid from now on: one of those who serve in the grids before it (`staff`, the appointment),
/// or somebody new by account or by name (TER-09).
record Serving(
        @Nullable Id staff,
        @Nullable Id account,
        @Nullable @Size(max = 40) String person,

        @NotNull @Pattern(regexp = "GRID_HEAD|GRID_WORKER", message = "grid.staff.role")
        String role) {
    static final String HEAD = "GRID_HEAD";
    static final String WORKER = "GRID_WORKER";
}
