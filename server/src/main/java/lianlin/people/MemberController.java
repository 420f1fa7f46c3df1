package lianlin.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.http.IfMatch;
import lianlin.kernel.http.Once;
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

/// Members: the list, one record, changes, reveals, the list as a sheet.
@RestController
@RequestMapping("/api/members")
class MemberController {
    record Look(
            @NotNull Reveals.Field field,
            @NotBlank @Size(min = 4, max = 200) String reason) {}

    record Revealed(String value) {}

    private final MemberReads members;
    private final MemberDesk desk;
    private final MemberExport export;
    private final Reveals reveals;

    MemberController(MemberReads members, MemberDesk desk, MemberExport export, Reveals reveals) {
        this.members = members;
        this.desk = desk;
        this.export = export;
        this.reveals = reveals;
    }

    @GetMapping
    @May("member.read")
    Page<Member.Line> list(
            Acting acting,
            MemberFilter filter,
            @RequestParam(required = false) @Nullable MemberOrder sort,
            Paging paging) {
        return members.list(acting.scope(), filter, sort, paging);
    }

    @GetMapping("/export")
    @May("member.export")
    void export(Acting acting, MemberFilter filter, HttpServletResponse response) {
        try (var file = export.write(acting, filter)) {
            file.send(response, export.title() + ".xlsx");
        }
    }

    /// The record of the one who is signed in; an empty list where he is no member.
    @GetMapping("/mine")
    @Open("everybody sees his own record")
    Page<MemberView> mine(Acting acting) {
        return Page.whole(
                Scoped.call(Scope.jurisdiction(acting.home()), () -> members.findOwn(acting.home(), acting.person()))
                        .stream()
                        .toList());
    }

    @GetMapping("/{id}")
    @May("member.read")
    MemberView get(Acting acting, @PathVariable Id id) {
        return members.get(acting.scope(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("member.edit")
    MemberView register(Acting acting, @Valid @RequestBody MemberForm form) {
        return members.get(acting.scope(), desk.register(acting, form));
    }

    @PutMapping("/{id}")
    @May("member.edit")
    MemberView change(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody MemberForm form) {
        desk.change(acting, id, version, form);
        return members.get(acting.scope(), id);
    }

    @PostMapping("/{id}/reveals")
    @May("member.reveal")
    Revealed reveal(Acting acting, @PathVariable Id id, @Valid @RequestBody Look look, HttpServletRequest request) {
        Once.unkept(request);
        return new Revealed(
                reveals.reveal(acting, id, look.field(), look.reason().strip()));
    }
}
