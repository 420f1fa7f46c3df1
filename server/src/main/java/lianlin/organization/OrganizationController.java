package lianlin.organization;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.IfMatch;
import lianlin.kernel.http.Sentences;
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

/// Organizations of the caller's scope.
@RestController
@RequestMapping("/api/organizations")
class OrganizationController {
    /// A new organization. `members` and `fullMembers` are those that it is founded with (ORG-02); without them an
    /// existing one is written down.
    record Founding(
            @Nullable Id parent,
            @NotNull @Valid Profile profile,
            @Nullable @Min(0) @Max(1_000_000) Integer members,
            @Nullable @Min(0) @Max(1_000_000) Integer fullMembers) {}

    record NewParent(@NotNull Id parent) {}

    record Moved(int moved) {}

    record NewStatus(
            @NotNull OrganizationStatus status,
            @Nullable @Size(max = 200) String reason) {}

    record NewRelation(
            @NotNull RelationKind kind,
            @NotNull Id other,
            RelationKind.@Nullable Role role,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable @Size(max = 400) String note) {}

    private final OrganizationReads reads;
    private final OrganizationDesk desk;
    private final RelationDesk relations;
    private final OrganizationExport export;
    private final Sentences sentences;
    private final Clock clock;

    OrganizationController(
            OrganizationReads reads,
            OrganizationDesk desk,
            RelationDesk relations,
            OrganizationExport export,
            Sentences sentences,
            Clock clock) {
        this.reads = reads;
        this.desk = desk;
        this.relations = relations;
        this.export = export;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping
    @May("organization.read")
    Page<OrganizationReads.Line> list(
            Acting acting,
            OrganizationLists.Filter filter,
            @RequestParam(required = false) @Nullable OrganizationOrder sort,
            Paging paging) {
        return reads.list(acting.scope(), filter, sort, paging);
    }

    /// One level of the tree: what is below `parent`, or the uppermost organizations of the scope.
    @GetMapping("/tree")
    @May("organization.read")
    Page<OrganizationReads.Branch> tree(Acting acting, @RequestParam(required = false) @Nullable Id parent) {
        return Page.whole(reads.level(acting.scope(), parent));
    }

    /// The list as a sheet of Excel.
    @GetMapping("/export")
    @May("organization.export")
    void export(Acting acting, OrganizationLists.Filter filter, HttpServletResponse response) {
        try (var file = export.write(acting, filter)) {
            file.send(response, sentences.of("sheet.organizations") + " " + LocalDate.now(clock) + ".xlsx");
        }
    }

    @GetMapping("/{id}")
    @May("organization.read")
    Organization get(Acting acting, @PathVariable Id id) {
        return reads.get(acting.scope(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("organization.edit")
    Organization found(Acting acting, @Valid @RequestBody Founding founding) {
        var id = desk.found(acting, founding.parent(), founding.profile(), founding.members(), founding.fullMembers());
        return reads.get(acting.scope(), id);
    }

    @PutMapping("/{id}")
    @May("organization.edit")
    Organization change(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody Profile profile) {
        desk.change(acting, id, version, profile);
        return reads.get(acting.scope(), id);
    }

    /// Moves an organization with everything below it.
    @PutMapping("/{id}/parent")
    @May("organization.edit")
    Moved move(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody NewParent wanted) {
        return new Moved(desk.move(acting, id, version, wanted.parent()));
    }

    @PutMapping("/{id}/status")
    @May("organization.edit")
    Organization status(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody NewStatus next) {
        desk.status(acting, id, version, next.status(), next.reason());
        return reads.get(acting.scope(), id);
    }

    @PostMapping("/{id}/relations")
    @ResponseStatus(HttpStatus.CREATED)
    @May("organization.edit")
    Organization relate(Acting acting, @PathVariable Id id, @Valid @RequestBody NewRelation wanted) {
        relations.relate(
                acting,
                id,
                wanted.kind(),
                wanted.other(),
                wanted.role(),
                wanted.starts(),
                wanted.ends(),
                wanted.note());
        return reads.get(acting.scope(), id);
    }

    /// Ends a relation today.
    @DeleteMapping("/{id}/relations/{relation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("organization.edit")
    void end(Acting acting, @PathVariable Id id, @PathVariable Id relation) {
        relations.end(acting, id, relation);
    }
}
