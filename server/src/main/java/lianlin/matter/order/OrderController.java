package lianlin.matter.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import lianlin.matter.menu.PriorityGroup;
import lianlin.matter.menu.ServiceCategory;
import lianlin.matter.menu.ServiceChannel;
import lianlin.matter.menu.ServiceKind;
import lianlin.procedure.CaseFilter;
import lianlin.procedure.CaseLine;
import lianlin.procedure.CaseOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Service orders: placing, lists, one order, actions, the contact.
@RestController
@RequestMapping("/api/service-orders")
class OrderController {
    /// `category` where no item of the menu is named; `priority` is a group that the item serves
    /// first, `slot` the beginning of the slot that is booked.
    record NewOrder(
            @NotBlank @Size(min = 2, max = 60, message = "order.title")
            String title,

            @Nullable @Size(max = 500) String detail,
            @Nullable Id item,
            @Nullable PriorityGroup priority,
            @Nullable Instant slot,
            @Nullable ServiceCategory category,
            @Nullable ServiceKind kind,
            @Nullable ServiceChannel channel,
            @Nullable Area area,
            @Nullable LocalDate wantedOn,
            @Nullable @Min(1) @Max(50) Integer persons,
            @Nullable Boolean urgent,
            @Nullable @Size(max = 120) String address,
            @Nullable NewBehalf behalf) {

        OrderDesk.Wish wish() {
            return new OrderDesk.Wish(
                    title,
                    detail,
                    item,
                    priority,
                    slot,
                    category,
                    kind,
                    channel,
                    area,
                    wantedOn,
                    persons,
                    urgent,
                    address,
                    behalf == null ? null : new OrderDesk.Behalf(behalf.name(), behalf.phone(), behalf.consent()));
        }
    }

    record NewBehalf(PersonName name, PhoneNumber phone, ServiceOrder.Consent consent) {}

    /// The order and the code to follow it with; the code is shown this once, and again to whoever lost this answer.
    record Placed(OrderView order, String code) {}

    /// Orders by state below a place, and how many of them are late.
    record Counts(long total, long late, List<Counted> states) {}

    /// `seldom`: not on the way that most orders go.
    record Counted(Labelled state, long count, boolean seldom) {}

    record Wanted(String action, @Nullable Map<String, Object> form) {}

    record Reason(@Size(max = 100) String reason) {}

    /// Whom to call and where to go.
    record ContactAnswer(
            String name, String phone, @Nullable String address) {}

    private final OrderDesk desk;
    private final Orders orders;
    private final Takers takers;

    OrderController(OrderDesk desk, Orders orders, Takers takers) {
        this.desk = desk;
        this.orders = orders;
        this.takers = takers;
    }

    @GetMapping
    @May("order.read")
    Page<CaseLine> list(
            Acting acting, CaseFilter filter, @RequestParam(required = false) @Nullable CaseOrder sort, Paging paging) {
        return orders.list(acting, filter, sort, paging);
    }

    @GetMapping("/counts")
    @May("order.read")
    Counts counts(Acting acting, @RequestParam(required = false) @Nullable Area area) {
        return orders.counts(acting, area);
    }

    @GetMapping("/{id}")
    @May("order.read")
    OrderView get(Acting acting, @PathVariable Id id) {
        return orders.get(acting, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("order.place")
    Placed place(Acting acting, @Valid @RequestBody NewOrder wanted) {
        var placed = desk.place(acting, wanted.wish());
        return new Placed(orders.view(acting, placed.thing()), placed.code());
    }

    @PostMapping("/{id}/steps")
    @May("order.read")
    OrderView act(Acting acting, @PathVariable Id id, @IfMatch int version, @RequestBody Wanted wanted) {
        return orders.act(acting, id, version, wanted.action(), wanted.form() == null ? Map.of() : wanted.form());
    }

    /// Who could take the order, the likeliest first.
    @GetMapping("/{id}/takers")
    @May("order.dispatch")
    Page<Takers.Taker> takers(Acting acting, @PathVariable Id id) {
        return Page.whole(takers.of(orders.order(acting, id)));
    }

    @PostMapping("/{id}/contact")
    @May("order.contact")
    ContactAnswer contact(
            Acting acting, @PathVariable Id id, @Valid @RequestBody Reason why, HttpServletRequest request) {
        Once.unkept(request); // what is shown in the clear is stored nowhere
        return orders.contact(acting, id, why.reason());
    }
}
