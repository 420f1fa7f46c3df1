package lianlin.matter.care;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.http.IfMatch;
import lianlin.kernel.http.Once;
import lianlin.matter.menu.ServiceCategory;
import lianlin.matter.order.OrdersOnBehalf;
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

/// Care pairs: proposal, consent, plan, visits, end; and the numbers of them (SRV-05).
@RestController
@RequestMapping("/api/care-pairs")
class CareController {
    record NewPair(
            @NotNull Area area,
            @NotNull Id team,
            @NotNull Id helper,

            @NotEmpty(message = "care.needs") @Size(max = 3, message = "care.needs")
            List<@NotNull CareNeed> needs,

            @Nullable @Min(1) @Max(5) Integer tier,
            @NotNull PersonName name,
            @NotNull PhoneNumber phone,
            @NotBlank @Size(max = 120) String address) {
        CareDesk.Proposal proposal() {
            return new CareDesk.Proposal(
                    area,
                    team,
                    helper,
                    needs,
                    tier == null ? USUAL_TIER : tier,
                    new CareStore.Contact(name, phone, address.strip()));
        }
    }

    private static final int USUAL_TIER = 3;

    record ConsentNoted(@NotNull CarePair.Given how) {}

    record PlanWanted(
            @NotNull @Valid VisitPlan plan, @Min(1) @Max(5) int tier) {}

    /// Whether visits rest.
    record Rest(boolean paused) {}

    record HelperWanted(@NotNull Id helper) {}

    /// Without an account there is nobody instead any more.
    record StandInWanted(
            @Nullable Id account,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record VisitTold(
            @Nullable LocalDate heldOn,
            @NotNull CareVisit.Kind kind,
            @Min(1) @Max(600) int minutes,
            @Nullable @Size(max = 500) String done,
            @Nullable @Size(max = 500) String next) {}

    record Postponement(@NotNull LocalDate to, @NotNull CareVisit.Why reason) {}

    record End(@NotNull CarePair.EndReason reason) {}

    record OrderWanted(
            @NotBlank @Size(min = 2, max = 60, message = "order.title")
            String title,

            @NotNull ServiceCategory category,
            @NotNull CarePair.Given consent,
            @Nullable Id visit) {}

    record Reason(@Size(max = 100) String reason) {}

    /// Whom to see and where.
    record CareContact(String name, String phone, String address) {}

    record StateCount(Labelled state, long count) {}

    /// Of what the caller sees; `late` is null where it is more than 1,000.
    record PairCounts(long total, @Nullable Long late, List<StateCount> states) {}

    /// Numbers of a place: pairs by state, visits over their day, visits made and missed in 30 days.
    record Summary(
            Area area, String placeName, List<StateCount> states, long late, int done, int missed, List<Below> below) {}

    record Below(Area area, String name, long running) {}

    private final Care care;
    private final CareDesk desk;
    private final VisitDesk visits;
    private final Clock clock;

    CareController(Care care, CareDesk desk, VisitDesk visits, Clock clock) {
        this.care = care;
        this.desk = desk;
        this.visits = visits;
        this.clock = clock;
    }

    @GetMapping
    @May("care.read")
    Page<CareView.Line> list(Acting acting, CareStore.Filter filter, Paging paging) {
        return care.list(acting, filter, paging);
    }

    @GetMapping("/counts")
    @May("care.read")
    PairCounts counts(Acting acting) {
        return care.counts(acting);
    }

    /// How many pairs and visits there are at and below a place: for those who may not see the pairs.
    @GetMapping("/summary")
    @May("care.count")
    Summary summary(Acting acting, @RequestParam(required = false) @Nullable Area area) {
        return care.summary(acting, area);
    }

    @GetMapping("/{id}")
    @May("care.read")
    CareView get(Acting acting, @PathVariable Id id) {
        return care.get(acting, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("care.edit")
    CareView propose(Acting acting, @Valid @RequestBody NewPair pair) {
        return care.view(acting, desk.propose(acting, pair.proposal()));
    }

    @PostMapping("/{id}/consent")
    @May("care.edit")
    CareView consent(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody ConsentNoted noted) {
        return care.view(acting, desk.consent(acting, id, version, noted.how()));
    }

    @PutMapping("/{id}/plan")
    @May("care.edit")
    CareView plan(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody PlanWanted wanted) {
        return care.view(acting, desk.plan(acting, id, version, wanted.plan(), wanted.tier()));
    }

    @PutMapping("/{id}/rest")
    @May("care.edit")
    CareView rest(Acting acting, @PathVariable Id id, @IfMatch int version, @RequestBody Rest rest) {
        return care.view(acting, rest.paused() ? desk.pause(acting, id, version) : desk.resume(acting, id, version));
    }

    @PutMapping("/{id}/helper")
    @May("care.edit")
    CareView assign(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody HelperWanted wanted) {
        return care.view(acting, desk.assign(acting, id, version, wanted.helper()));
    }

    @PutMapping("/{id}/stand-in")
    @May("care.visit")
    CareView standIn(Acting acting, @PathVariable Id id, @IfMatch int version, @RequestBody StandInWanted wanted) {
        var today = LocalDate.now(clock);
        var standIn = wanted.account() == null
                ? null
                : new CarePair.StandIn(
                        wanted.account(),
                        wanted.from() == null ? today : wanted.from(),
                        wanted.until() == null ? today : wanted.until());
        return care.view(acting, desk.standIn(acting, id, version, standIn));
    }

    @PostMapping("/{id}/visits")
    @May("care.visit")
    CareView visit(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody VisitTold told) {
        var heldOn = told.heldOn() == null ? LocalDate.now(clock) : told.heldOn();
        return care.view(
                acting,
                visits.record(
                        acting,
                        id,
                        version,
                        new VisitDesk.Told(heldOn, told.kind(), told.minutes(), told.done(), told.next())));
    }

    @PostMapping("/{id}/postponement")
    @May("care.visit")
    CareView postpone(
            Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody Postponement wanted) {
        return care.view(acting, visits.postpone(acting, id, version, wanted.to(), wanted.reason()));
    }

    @PostMapping("/{id}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @May("care.visit")
    OrdersOnBehalf.Placed order(Acting acting, @PathVariable Id id, @Valid @RequestBody OrderWanted wanted) {
        return visits.order(acting, id, wanted.visit(), wanted.title().strip(), wanted.category(), wanted.consent());
    }

    @PostMapping("/{id}/contact")
    @May("care.read")
    CareContact contact(
            Acting acting, @PathVariable Id id, @Valid @RequestBody Reason why, HttpServletRequest request) {
        Once.unkept(request); // what is shown in the clear is stored nowhere
        return care.contact(acting, id, why.reason());
    }

    @PostMapping("/{id}/end")
    @May("care.edit")
    CareView end(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody End end) {
        return care.view(acting, desk.end(acting, id, version, end.reason()));
    }

    /// The household withdraws its consent: by itself, or told to somebody who sees the pair.
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("care.read")
    void withdraw(Acting acting, @PathVariable Id id) {
        desk.withdraw(acting, id);
    }
}
