package lianlin.territory.section;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.May;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.IfMatch;
import lianlin.kernel.http.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Responsibility sections: cut, claimed, confirmed, worked in, checked, given back (TER-15).
@RestController
@RequestMapping("/api/sections")
class SectionController {
    record Wanted(
            @NotNull Area area,
            @NotBlank @Size(max = 40) String name,
            @NotNull DutySection.Kind kind,
            @NotBlank @Size(max = 500) String description,
            @NotBlank @Size(max = 500) String plan) {
        DutySection.Content content() {
            return new DutySection.Content(name.strip(), kind, description.strip(), plan.strip());
        }
    }

    /// A member with an account, or by name alone.
    record HolderWanted(
            @Nullable Id account, @Nullable @Size(max = 40) String name) {}

    record Release(@Nullable @Size(max = 200) String reason) {}

    /// What was done; today where no day is given.
    record Work(
            @Nullable LocalDate heldOn,
            @NotBlank @Size(max = 500) String note,
            @Nullable @Min(1) @Max(600) Integer minutes) {}

    record Check(
            @NotNull DutySection.Verdict verdict,
            @Nullable @Size(max = 500) String note) {}

    record StateCount(Labelled state, long count) {}

    /// Of what the caller sees; `mend` is null where it is more than 1,000.
    record Counts(long total, @Nullable Long mend, List<StateCount> states) {}

    private final Sections views;
    private final SectionDesk desk;
    private final SectionWork work;
    private final SectionPeople people;
    private final SectionStore sections;
    private final Words words;

    SectionController(
            Sections views,
            SectionDesk desk,
            SectionWork work,
            SectionPeople people,
            SectionStore sections,
            Words words) {
        this.views = views;
        this.desk = desk;
        this.work = work;
        this.people = people;
        this.sections = sections;
        this.words = words;
    }

    @GetMapping
    @May("section.read")
    Page<SectionView.Line> list(Acting acting, SectionStore.Filter filter, Paging paging) {
        return views.list(acting, filter, paging);
    }

    @GetMapping("/counts")
    @May("section.read")
    Counts counts(Acting acting) {
        return views.counts(acting);
    }

    @GetMapping("/kinds")
    @May("section.read")
    Page<Labelled> kinds() {
        return Page.whole(words.all(DutySection.Kind.class));
    }

    @GetMapping("/{id}")
    @May("section.read")
    SectionView get(Acting acting, @PathVariable Id id) {
        return views.get(acting, id);
    }

    /// The members of the community who could look after it.
    @GetMapping("/{id}/members")
    @May("section.edit")
    Page<Named> members(Acting acting, @PathVariable Id id, @RequestParam(required = false) @Nullable String q) {
        return Page.whole(people.of(sections.get(acting.scope(), id).area(), q));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("section.edit")
    SectionView create(Acting acting, @Valid @RequestBody Wanted wanted) {
        return views.view(acting, desk.create(acting, wanted.area(), wanted.content()));
    }

    @PutMapping("/{id}")
    @May("section.edit")
    SectionView change(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody Wanted wanted) {
        return views.view(acting, desk.change(acting, id, version, wanted.area(), wanted.content()));
    }

    /// Asks for it; whoever comes first has it, until the community confirms or declines.
    @PostMapping("/{id}/claim")
    @May("section.claim")
    SectionView claim(Acting acting, @PathVariable Id id) {
        return views.view(acting, desk.claim(acting, id));
    }

    @PostMapping("/{id}/holder")
    @May("section.edit")
    SectionView assign(Acting acting, @PathVariable Id id, @Valid @RequestBody HolderWanted wanted) {
        return views.view(acting, desk.assign(acting, id, wanted.account(), wanted.name()));
    }

    @PostMapping("/{id}/confirmation")
    @May("section.edit")
    SectionView confirm(Acting acting, @PathVariable Id id, @IfMatch int version) {
        return views.view(acting, desk.confirm(acting, id, version));
    }

    /// Ends a claim or a holding: by the holder, or by the community.
    @PostMapping("/{id}/release")
    @May("section.read")
    SectionView release(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody Release wanted) {
        return views.view(acting, desk.release(acting, id, version, wanted.reason()));
    }

    @PostMapping("/{id}/entries")
    @May("section.read")
    SectionView work(Acting acting, @PathVariable Id id, @Valid @RequestBody Work done) {
        return views.view(acting, work.work(acting, id, done.heldOn(), done.note(), done.minutes()));
    }

    @PostMapping("/{id}/checks")
    @May("section.edit")
    SectionView check(Acting acting, @PathVariable Id id, @Valid @RequestBody Check check) {
        return views.view(acting, work.check(acting, id, check.verdict(), check.note()));
    }
}
