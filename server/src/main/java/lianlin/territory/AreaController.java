package lianlin.territory;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Divisions of the caller's scope.
@RestController
@RequestMapping("/api/areas")
class AreaController {
    private final AreaDesk desk;
    private final AreaTree tree;

    AreaController(AreaDesk desk, AreaTree tree) {
        this.desk = desk;
        this.tree = tree;
    }

    /// What lies directly below a place; without one, the uppermost places of the scope. `on` is a day in the past.
    @GetMapping
    @May("area.read")
    Page<Division> list(
            Acting acting,
            @RequestParam(required = false) @Nullable Area parent,
            @RequestParam(required = false) @Nullable LocalDate on) {
        return Page.whole(desk.list(acting.scope(), parent, on));
    }

    /// The whole tree of the scope, with how many things of a kind (`count`) stand in the states named at
    /// each place.
    @GetMapping("/tree")
    @May("area.read")
    Page<AreaTree.Branch> tree(
            Acting acting,
            @RequestParam(required = false, defaultValue = "none") String count,
            @RequestParam(required = false, defaultValue = "") List<String> state) {
        return Page.whole(tree.grow(acting.scope(), count.equals("none") ? null : count, state));
    }

    @GetMapping("/{code}")
    @May("area.read")
    Division get(Acting acting, @PathVariable Area code) {
        return desk.get(acting.scope(), code);
    }

    /// Another name from a day on; the one before stays with what happened under it.
    @PutMapping("/{code}/name")
    @May("area.edit")
    Division rename(
            Acting acting,
            @PathVariable Area code,
            @IfMatch int version,
            @Valid @RequestBody AreaDesk.Renaming wanted) {
        return desk.rename(acting, code, version, wanted);
    }

    @PutMapping("/{code}")
    @May("area.edit")
    Division change(
            Acting acting, @PathVariable Area code, @IfMatch int version, @Valid @RequestBody AreaDesk.Change change) {
        return desk.change(acting, code, version, change);
    }
}
