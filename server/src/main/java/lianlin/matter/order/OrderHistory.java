package lianlin.matter.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.matter.menu.ServiceCategory;
import lianlin.procedure.CaseDesk;
import lianlin.procedure.CaseHistory;
import lianlin.procedure.CaseHistory.Signature;
import lianlin.procedure.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes orders of the past with all that happened to them: the demo county, a system that is taken over.
@Component
public class OrderHistory {
    /// An order as it was placed, and what happened to it. Codes are those of [ServiceOrder]; `consent` where
    /// it was placed for somebody else, `item` what of the menu it was placed from. `code` is the one to
    /// follow the order with.
    public record Past(
            int jurisdiction,
            Area area,
            String title,
            String detail,
            @Nullable Id item,
            String category,
            String kind,
            String channel,
            boolean urgent,
            @Nullable LocalDate wantedOn,
            int persons,
            PersonName contact,
            PhoneNumber phone,
            String address,
            @Nullable String consent,
            @Nullable Id requester,
            Id placedBy,
            Signature by,
            String code,
            Instant opened,
            List<Event> events) {}

    /// One action of the procedure. `taker` and `next` are the teams of a dispatch; the answers to other
    /// forms are in `form`.
    public record Event(
            String action,
            Instant at,
            Signature by,
            @Nullable Holder taker,
            @Nullable Holder next,
            Map<String, Object> form) {}

    /// An order as it stands after all that happened.
    public record Written(Id id, String number, String state) {}

    private final CaseHistory cases;
    private final OrderStore orders;

    OrderHistory(CaseHistory cases, OrderStore orders) {
        this.cases = cases;
        this.orders = orders;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<Written> write(List<Past> pasts) {
        var ids = pasts.stream().map(past -> cases.id(past.opened())).toList();
        var lives = new ArrayList<OrderLife>();
        var told = new ArrayList<CaseHistory.Past>();
        for (var i = 0; i < pasts.size(); i++) {
            var past = pasts.get(i);
            var life = new OrderLife(past, ids.get(i));
            told.add(new CaseHistory.Past(opening(past), past.opened(), past.by(), life.steps()));
            lives.add(life);
        }
        var things = cases.write(OrderDesk.PROCEDURE, ids, told);
        for (var life : lives) {
            var past = life.past();
            orders.insert(
                    life.order(),
                    past.area(),
                    new OrderStore.Contact(past.contact(), past.phone(), past.address()),
                    past.code());
        }
        orders.assign(
                lives.stream().flatMap(life -> life.assignments().stream()).toList());
        return things.stream()
                .map(thing -> new Written(thing.id(), thing.number(), thing.state()))
                .toList();
    }

    private static CaseDesk.Opening opening(Past past) {
        return new CaseDesk.Opening(
                past.jurisdiction(),
                past.area(),
                past.title(),
                ServiceCategory.valueOf(past.category()).name(),
                past.urgent(),
                past.requester(),
                past.contact().masked(),
                Map.of("channel", past.channel()));
    }
}
