package lianlin.territory.reform;

import jakarta.validation.Valid;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.http.IfMatch;
import lianlin.territory.Place;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Mergers and splits with what they would do, and the history of places (TER-12).
@RestController
@RequestMapping("/api")
class ReformController {
    private final GridMergers mergers;
    private final GridSplits splits;
    private final CommunityMergers communities;
    private final PlaceHistory history;

    ReformController(GridMergers mergers, GridSplits splits, CommunityMergers communities, PlaceHistory history) {
        this.mergers = mergers;
        this.splits = splits;
        this.communities = communities;
        this.history = history;
    }

    @GetMapping("/grids/{code}/history")
    @May("grid.read")
    Page<PlaceHistory.Event> grid(Acting acting, @PathVariable Area code) {
        return Page.whole(history.of(acting.scope(), code));
    }

    @GetMapping("/areas/{code}/history")
    @May("area.read")
    Page<PlaceHistory.Event> area(Acting acting, @PathVariable Area code) {
        return Page.whole(history.of(acting.scope(), code));
    }

    /// What a merger of grids would do; changes nothing.
    @PostMapping("/grid-mergers/draft")
    @May("grid.edit")
    Draft draft(Acting acting, @Valid @RequestBody GridMergers.Asked asked) {
        return mergers.draft(acting.scope(), asked.grids());
    }

    /// Several grids of a community become one; the answer is the new one.
    @PostMapping("/grid-mergers")
    @ResponseStatus(HttpStatus.CREATED)
    @May("grid.edit")
    Place merge(Acting acting, @Valid @RequestBody GridMergers.Wanted wanted) {
        return mergers.merge(acting, wanted);
    }

    /// What a cut would do; changes nothing.
    @PostMapping("/grids/{code}/split/draft")
    @May("grid.edit")
    Cut draft(Acting acting, @PathVariable Area code, @Valid @RequestBody GridSplits.Asked asked) {
        return splits.draft(acting.scope(), code, asked);
    }

    /// One grid becomes several; the answer are its parts in the order in which they were asked for.
    @PostMapping("/grids/{code}/split")
    @ResponseStatus(HttpStatus.CREATED)
    @May("grid.edit")
    List<Place> split(
            Acting acting,
            @PathVariable Area code,
            @IfMatch int version,
            @Valid @RequestBody GridSplits.Wanted wanted) {
        return splits.split(acting, code, version, wanted);
    }

    /// What it would mean that other communities go into this one; changes nothing.
    @PostMapping("/areas/{code}/merger/draft")
    @May("area.edit")
    Draft draft(Acting acting, @PathVariable Area code, @Valid @RequestBody CommunityMergers.Asked asked) {
        return communities.draft(acting.scope(), code, asked.others());
    }

    /// Other communities go into this one.
    @PostMapping("/areas/{code}/merger")
    @ResponseStatus(HttpStatus.CREATED)
    @May("area.edit")
    Place merge(
            Acting acting,
            @PathVariable Area code,
            @IfMatch int version,
            @Valid @RequestBody CommunityMergers.Wanted wanted) {
        return communities.merge(acting, code, version, wanted);
    }
}
