package lianlin.matter.order;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import lianlin.identity.Acting;
import lianlin.identity.OwnContact;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.time.WorkCalendar;
import lianlin.matter.menu.PriorityGroup;
import lianlin.matter.menu.ServiceCategory;
import lianlin.matter.menu.ServiceChannel;
import lianlin.matter.menu.ServiceKind;
import lianlin.matter.menu.ServiceMenu;
import lianlin.matter.menu.Slots;
import lianlin.matter.order.OrderStore.Contact;
import lianlin.procedure.Case;
import lianlin.procedure.CaseDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Places orders (点单): residents for themselves, staff for somebody who asked by telephone, at a window or
/// at the door (SRV-06).
@Service
class OrderDesk {
    static final String PROCEDURE = "service-order";

    /// What is asked for. `behalf` says for whom, where it is not the one who places it.
    record Wish(
            String title,
            @Nullable String detail,
            @Nullable Id item,
            @Nullable PriorityGroup priority,
            @Nullable Instant slot,
            @Nullable ServiceCategory category,
            @Nullable ServiceKind kind,
            @Nullable ServiceChannel channel,
            @Nullable Area area,
            @Nullable LocalDate wantedOn,
            @Nullable Integer persons,
            @Nullable Boolean urgent,
            @Nullable String address,
            @Nullable Behalf behalf) {}

    /// Whom an order is placed for, and how that person agreed.
    record Behalf(PersonName name, PhoneNumber phone, ServiceOrder.Consent consent) {}

    /// A placed order and the code by which everybody who has the number can follow it; it is shown once.
    record Placed(Case thing, String code) {}

    private record Asked(@Nullable Id item, ServiceCategory category, ServiceKind kind) {}

    private final CaseDesk caseDesk;
    private final OrderLimits limits;
    private final OrderStore orders;
    private final ServiceMenu menu;
    private final Slots slots;
    private final OwnContact contacts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OrderDesk(
            CaseDesk caseDesk,
            OrderLimits limits,
            OrderStore orders,
            ServiceMenu menu,
            Slots slots,
            OwnContact contacts,
            Clock clock) {
        this.caseDesk = caseDesk;
        this.limits = limits;
        this.orders = orders;
        this.menu = menu;
        this.slots = slots;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Transactional
    Placed place(Acting acting, Wish wish) {
        var own = acting.scope().reach() == Scope.Reach.OWN;
        var area = area(acting, wish.area());
        judge(wish, own);
        var behalf = wish.behalf();
        var contact = behalf == null
                ? own(acting, wish.address())
                : new Contact(behalf.name(), behalf.phone(), blankless(wish.address()));
        var requester = behalf == null
                ? acting.person()
                : contacts.personWith(behalf.phone()).orElse(null);
        if (requester != null) {
            limits.judge(area.county(), requester);
        }
        var channel = channel(wish, own);
        var asked = asked(wish, area, channel);
        var thing = caseDesk.open(
                acting,
                PROCEDURE,
                new CaseDesk.Opening(
                        area.county(),
                        area,
                        wish.title().strip(),
                        asked.category().name(),
                        Boolean.TRUE.equals(wish.urgent()),
                        requester,
                        contact.name().masked(),
                        Map.of("channel", channel.name())));
        var code = "%06d".formatted(random.nextInt(1_000_000));
        orders.insert(new OrderStore.Placed(order(acting, thing, wish, asked, channel), area, contact, code));
        if (asked.item() != null && wish.slot() != null) {
            slots.book(thing.jurisdiction(), asked.item(), thing.id(), wish.slot());
        }
        return new Placed(thing, code);
    }

    private static ServiceOrder order(Acting acting, Case thing, Wish wish, Asked asked, ServiceChannel channel) {
        var behalf = wish.behalf();
        return new ServiceOrder(
                thing.jurisdiction(),
                thing.id(),
                asked.item(),
                wish.priority(),
                asked.kind(),
                channel,
                wish.detail() == null ? "" : wish.detail().strip(),
                wish.slot() == null ? wish.wantedOn() : LocalDate.ofInstant(wish.slot(), WorkCalendar.ZONE),
                wish.persons(),
                behalf == null ? null : behalf.consent(),
                acting.account(),
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// What an item of the menu says goes before what was written; without one the category is asked for (SRV-02).
    private Asked asked(Wish wish, Area area, ServiceChannel channel) {
        if (wish.item() != null) {
            var offer = menu.order(wish.item(), area, channel);
            if (wish.priority() != null && !offer.priority().contains(wish.priority())) {
                throw Problem.invalid("priority", "order.priority");
            }
            if ((offer.kind() == ServiceKind.APPOINTMENT) == (wish.slot() == null)) {
                throw Problem.invalid("slot", wish.slot() == null ? "order.slot" : "order.slot-none");
            }
            return new Asked(offer.id(), offer.category(), offer.kind());
        }
        if (wish.category() == null) {
            throw Problem.invalid("category", "order.category");
        }
        if (wish.priority() != null) {
            throw Problem.invalid("priority", "order.priority");
        }
        if (wish.slot() != null) {
            throw Problem.invalid("slot", "order.slot-none");
        }
        return new Asked(null, wish.category(), wish.kind() == null ? ServiceKind.ON_DEMAND : wish.kind());
    }

    private Area area(Acting acting, @Nullable Area wanted) {
        var area = wanted == null ? acting.area() : wanted;
        if (!acting.scope().covers(area)) {
            throw Problem.absent("area", area);
        }
        if (area.depth() < 5) {
            throw Problem.invalid("area", "order.area");
        }
        return area;
    }

    private void judge(Wish wish, boolean own) {
        if (!own && wish.behalf() == null) {
            throw Problem.invalid("behalf", "order.behalf");
        }
        if (own && wish.behalf() != null) {
            throw Problem.invalid("behalf", "order.behalf-own");
        }
        if (wish.wantedOn() != null && wish.wantedOn().isBefore(LocalDate.now(clock))) {
            throw Problem.invalid("wantedOn", "order.past");
        }
    }

    private Contact own(Acting acting, @Nullable String address) {
        var known = contacts.of(acting);
        if (known.phone() == null) {
            throw Problem.refused("order.phone");
        }
        return new Contact(known.name(), known.phone(), blankless(address));
    }

    private static ServiceChannel channel(Wish wish, boolean own) {
        if (wish.channel() != null) {
            return wish.channel();
        }
        return own ? ServiceChannel.APP : ServiceChannel.PHONE;
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// The contact in the clear goes to nobody but the one who has accepted, while the order is open, and to the
    /// community with a reason; every time is written down first (promise 4).
    static boolean showsContact(Acting acting, Case thing, ServiceOrder order) {
        return switch (thing.state()) {
            case "ACCEPTED", "SERVING" -> isTaker(acting, order) || isCommunity(acting, thing);
            case "SUBMITTED", "ESCALATED", "DISPATCHED", "RETURNED", "COMPLETED", "EVALUATED" ->
                isCommunity(acting, thing);
            default -> false;
        };
    }

    static boolean isTaker(Acting acting, ServiceOrder order) {
        return acting.account().equals(order.acceptedBy()) && acting.may("order.take");
    }

    private static boolean isCommunity(Acting acting, Case thing) {
        return acting.may("order.contact")
                && acting.scope().reach() == Scope.Reach.AREA
                && acting.scope().covers(thing.area());
    }

    /// The id under which looks at the contact are written down: the person's, where he is known.
    static Id concerned(Case thing) {
        return thing.requester() == null ? thing.id() : thing.requester();
    }
}
