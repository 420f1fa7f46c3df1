package lianlin.procedure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.IfMatch;
import lianlin.kernel.http.Words;
import lianlin.kernel.time.Lamp;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cases of every kind: queues, one case, actions.
@RestController
@RequestMapping("/api")
class CaseController {
    /// An action with what was filled into its form.
    record Wanted(String action, @Nullable Map<String, Object> form) {}

    /// How many cases of the caller's queue have which lamp; `total` is bounded at 1,001.
    /// Null where there are more than 1,000.
    record Lamps(@Nullable Long total, List<Counted> items) {}

    /// Null where there are more than 1,000.
    record Counted(String code, String label, @Nullable Long count) {}

    /// One action on many cases, with one form for all of them.
    record ManyWanted(
            @NotNull List<CaseBulk.Row> rows,
            @NotNull String action,
            @Nullable Map<String, Object> form) {
        Map<String, Object> answers() {
            return form == null ? Map.of() : form;
        }
    }

    private final Cases cases;
    private final CaseDesk desk;
    private final CaseBulk bulk;
    private final Procedures procedures;
    private final Moves moves;
    private final Words words;

    CaseController(Cases cases, CaseDesk desk, CaseBulk bulk, Procedures procedures, Moves moves, Words words) {
        this.cases = cases;
        this.desk = desk;
        this.bulk = bulk;
        this.procedures = procedures;
        this.moves = moves;
        this.words = words;
    }

    @GetMapping("/cases")
    @May("case.read")
    Page<CaseLine> list(
            Acting acting, CaseFilter filter, @RequestParam(required = false) @Nullable CaseOrder sort, Paging paging) {
        return cases.list(acting, filter, sort, paging);
    }

    /// What waits for the caller's post, by lamp.
    @GetMapping("/cases/lamps")
    @May("case.read")
    Lamps lamps(Acting acting) {
        var items = Arrays.stream(Lamp.values())
                .map(lamp -> new Counted(
                        lamp.name(), words.of("Lamp", lamp.name()).label(), cases.count(acting, mine(lamp))))
                .toList();
        return new Lamps(cases.count(acting, mine(null)), items);
    }

    @GetMapping("/cases/{id}")
    @May("case.read")
    CaseView get(Acting acting, @PathVariable Id id) {
        return cases.view(acting, cases.get(acting, id));
    }

    @PostMapping("/cases/{id}/steps")
    @May("case.read")
    CaseView act(Acting acting, @PathVariable Id id, @IfMatch int version, @RequestBody Wanted wanted) {
        var form = wanted.form() == null ? Map.<String, Object>of() : wanted.form();
        return cases.view(acting, desk.act(acting, id, version, wanted.action(), form));
    }

    /// What can be done with any of some cases, and with how many of them.
    @GetMapping("/cases/actions")
    @May("case.read")
    Page<CaseBulk.Offer> offers(Acting acting, @RequestParam List<Id> id) {
        return Page.whole(bulk.offers(acting, id));
    }

    /// What would become of each, and why not; nothing is done.
    @PostMapping("/cases/bulk/preview")
    @May("case.read")
    Page<CaseBulk.Outcome> preview(Acting acting, @Valid @RequestBody ManyWanted wanted) {
        return Page.whole(bulk.carryOut(acting, wanted.rows(), wanted.action(), wanted.answers(), true));
    }

    @PostMapping("/cases/bulk")
    @May("case.read")
    Page<CaseBulk.Outcome> actOnMany(Acting acting, @Valid @RequestBody ManyWanted wanted) {
        return Page.whole(bulk.carryOut(acting, wanted.rows(), wanted.action(), wanted.answers(), false));
    }

    @GetMapping("/procedures")
    @May("procedure.read")
    Page<Labelled> procedures() {
        return Page.whole(procedures.list().stream()
                .map(procedure ->
                        new Labelled(procedure.name(), procedure.label().text()))
                .toList());
    }

    /// A procedure with its states and actions, to be drawn.
    @GetMapping("/procedures/{name}")
    @May("procedure.read")
    Diagram procedure(Acting acting, @PathVariable String name) {
        var procedure = procedures.current(name);
        return Diagram.of(procedure, state -> moves.term(acting.jurisdiction(), procedure, state));
    }

    private static CaseFilter mine(@Nullable Lamp lamp) {
        return new CaseFilter(null, null, null, null, null, lamp, true, true, null);
    }
}
