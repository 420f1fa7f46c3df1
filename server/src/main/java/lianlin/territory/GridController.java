package lianlin.territory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Grids and who serves in them.
@RestController
@RequestMapping("/api/grids")
class GridController {
    record WorkLine(
            @NotNull Grid.Line line,
            @Nullable @Size(max = 20) String label,
            @NotBlank @Size(max = 40) String person) {
        GridStore.Line stored() {
            return new GridStore.Line(line, label == null ? "" : label.strip(), person.strip());
        }
    }

    /// What a grid is about; a new one also names its community.
    record Wanted(
            @Nullable Area community,
            @NotBlank @Size(max = 40) String name,
            @NotNull Grid.Kind kind,
            @Nullable @Min(0) @Max(100_000) Integer households,
            @Nullable @Size(max = 2000) String persons,
            @Nullable @Size(max = 2000) String duties,
            @Nullable @Size(max = 2000) String system,
            @Nullable @Size(max = 2000) String standards,
            @Nullable @Size(max = 20) String externalCode,
            @Nullable @Size(max = 40) String dutyPhone,
            @Nullable @Size(max = 20) List<@Valid WorkLine> lines) {
        GridStore.Content content() {
            var carried = lines == null ? List.<WorkLine>of() : lines;
            return new GridStore.Content(
                    name.strip(),
                    kind,
                    households,
                    persons,
                    duties,
                    system,
                    standards,
                    externalCode,
                    dutyPhone,
                    carried.stream().map(WorkLine::stored).toList());
        }
    }

    /// Without a day it is today.
    record Renaming(
            @NotBlank @Size(max = 40) String name,
            @Nullable LocalDate from,
            @Nullable @Size(max = 200) String reason) {}

    record Appointment(
            @Nullable Id account,
            @Nullable @Size(max = 40) String person,
            @NotNull GridStaff.Role role,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {}

    private final GridStore grids;
    private final GridDesk desk;
    private final Clock clock;

    GridController(GridStore grids, GridDesk desk, Clock clock) {
        this.grids = grids;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    @May("grid.read")
    Page<GridStore.Listed> list(Acting acting, GridStore.Filter filter, Paging paging) {
        var today = LocalDate.now(clock);
        return grids.list(acting.scope(), filter, paging, filter.on() == null ? today : filter.on());
    }

    /// Grids that lack a head or a worker today.
    @GetMapping("/gaps")
    @May("grid.read")
    Page<GridStore.Gap> gaps(Acting acting, @RequestParam(required = false) @Nullable Area area, Paging paging) {
        return grids.gaps(acting.scope(), area, paging, LocalDate.now(clock));
    }

    @GetMapping("/{code}")
    @May("grid.read")
    Grid get(Acting acting, @PathVariable Area code) {
        return desk.get(acting.scope(), code);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("grid.edit")
    Grid found(Acting acting, @Valid @RequestBody Wanted wanted) {
        return desk.found(acting, wanted.community() == null ? acting.area() : wanted.community(), wanted.content());
    }

    @PutMapping("/{code}")
    @May("grid.edit")
    Grid change(Acting acting, @PathVariable Area code, @IfMatch int version, @Valid @RequestBody Wanted wanted) {
        return desk.change(acting, code, version, wanted.content());
    }

    /// Another name from a day on; the one before stays with what happened under it.
    @PutMapping("/{code}/name")
    @May("grid.edit")
    Grid rename(Acting acting, @PathVariable Area code, @IfMatch int version, @Valid @RequestBody Renaming wanted) {
        return desk.rename(acting, code, version, wanted.name().strip(), wanted.from(), wanted.reason());
    }

    @GetMapping("/{code}/staff")
    @May("grid.read")
    Page<GridStaff> staff(Acting acting, @PathVariable Area code) {
        return Page.whole(desk.get(acting.scope(), code).staff());
    }

    @PostMapping("/{code}/staff")
    @ResponseStatus(HttpStatus.CREATED)
    @May("grid.edit")
    GridDesk.Appointed appoint(Acting acting, @PathVariable Area code, @Valid @RequestBody Appointment wanted) {
        return desk.appoint(
                acting, code, wanted.account(), wanted.person(), wanted.role(), wanted.starts(), wanted.ends());
    }

    /// Ends an appointment today.
    @DeleteMapping("/{code}/staff/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("grid.edit")
    void end(Acting acting, @PathVariable Area code, @PathVariable Id id) {
        desk.end(acting, code, id);
    }
}
