package lianlin.territory.building;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The party groups that are linked to a grid (TER-10).
@RestController
@RequestMapping("/api/grids/{code}/party-groups")
class PartyGroupController {
    record Wanted(
            @NotNull Id organization,
            @Nullable Id building,
            @Nullable LocalDate starts) {}

    private final PartyGroups groups;

    PartyGroupController(PartyGroups groups) {
        this.groups = groups;
    }

    @GetMapping
    @May("grid.read")
    Page<PartyGroup> list(Acting acting, @PathVariable Area code) {
        return Page.whole(groups.list(acting.scope(), code));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("grid.edit")
    Page<PartyGroup> link(Acting acting, @PathVariable Area code, @Valid @RequestBody Wanted wanted) {
        return Page.whole(groups.link(
                acting, code, new PartyGroups.Linked(wanted.organization(), wanted.building(), wanted.starts())));
    }

    /// Ends a link today.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("grid.edit")
    void end(Acting acting, @PathVariable Area code, @PathVariable Id id) {
        groups.end(acting, code, id);
    }
}
