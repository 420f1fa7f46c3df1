package lianlin.matter.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.work.Ahead;
import lianlin.matter.menu.ServiceCategory;
import lianlin.procedure.CaseDesk;
import lianlin.procedure.CaseHistory;
import lianlin.procedure.CaseHistory.Signature;
import lianlin.procedure.Holder;
import org.jooq.Batch;
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

    /// Orders from one place of the list to another.
    private record Piece(int from, int to) {
        <T> List<T> of(List<T> all) {
            return all.subList(from, to);
        }
    }

    /// Orders that are ready to be written.
    private record Together(CaseHistory.Walked walked, Batch orders, Batch assignments) {}

    private static final int TOGETHER = 2_000;

    private final CaseHistory cases;
    private final OrderStore orders;

    OrderHistory(CaseHistory cases, OrderStore orders) {
        this.cases = cases;
        this.orders = orders;
    }

    /// Writes them in pieces, the oldest first, so that their numbers rise with the moment of placing; gives each as
    /// it stands now, in that order.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Written> write(List<Past> pasts) {
        var inOrder = pasts.stream().sorted(Comparator.comparing(Past::opened)).toList();
        var numbers = cases.numbers(inOrder.size());
        var written = new ArrayList<Written>();
        Ahead.each(
                pieces(inOrder.size()),
                piece -> together(piece.of(inOrder), piece.of(numbers)),
                together -> written.addAll(write(together)));
        return written;
    }

    private static List<Piece> pieces(int all) {
        return IntStream.iterate(0, from -> from < all, from -> from + TOGETHER)
                .mapToObj(from -> new Piece(from, Math.min(all, from + TOGETHER)))
                .toList();
    }

    private Together together(List<Past> pasts, List<Integer> numbers) {
        var lives = pasts.stream()
                .map(past -> new OrderLife(past, cases.id(past.opened())))
                .toList();
        return new Together(
                cases.walk(
                        OrderDesk.PROCEDURE,
                        lives.stream().map(OrderLife::id).toList(),
                        numbers,
                        lives.stream().map(OrderHistory::told).toList()),
                orders.ready(lives.stream().map(OrderHistory::placed).toList()),
                orders.assigned(lives.stream()
                        .flatMap(life -> life.assignments().stream())
                        .toList()));
    }

    private List<Written> write(Together together) {
        var things = cases.write(together.walked());
        together.orders().execute();
        together.assignments().execute();
        return things.stream()
                .map(thing -> new Written(thing.id(), thing.number(), thing.state()))
                .toList();
    }

    private static CaseHistory.Past told(OrderLife life) {
        var past = life.past();
        return new CaseHistory.Past(opening(past), past.opened(), past.by(), life.steps());
    }

    private static OrderStore.Placed placed(OrderLife life) {
        var past = life.past();
        var contact = new OrderStore.Contact(past.contact(), past.phone(), past.address());
        return new OrderStore.Placed(life.order(), past.area(), contact, past.code());
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
