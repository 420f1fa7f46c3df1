package lianlin.matter.order;

import java.util.Map;
import java.util.stream.Collectors;
import lianlin.identity.Acting;
import lianlin.identity.Looks;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Tally;
import lianlin.kernel.time.Lamp;
import lianlin.matter.menu.ServiceMenu;
import lianlin.matter.menu.Slots;
import lianlin.procedure.Case;
import lianlin.procedure.CaseDesk;
import lianlin.procedure.CaseFilter;
import lianlin.procedure.CaseLine;
import lianlin.procedure.CaseOrder;
import lianlin.procedure.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Orders as people see them: the case together with what is special to an order.
@Service
class Orders {
    private final Cases cases;
    private final CaseDesk caseDesk;
    private final OrderStore store;
    private final OrderPhotoStore photos;
    private final ServiceMenu menu;
    private final Slots slots;
    private final Looks looks;
    private final Words words;

    Orders(
            Cases cases,
            CaseDesk caseDesk,
            OrderStore store,
            OrderPhotoStore photos,
            ServiceMenu menu,
            Slots slots,
            Looks looks,
            Words words) {
        this.cases = cases;
        this.caseDesk = caseDesk;
        this.store = store;
        this.photos = photos;
        this.menu = menu;
        this.slots = slots;
        this.looks = looks;
        this.words = words;
    }

    Page<CaseLine> list(Acting acting, CaseFilter filter, @Nullable CaseOrder order, Paging paging) {
        return cases.list(acting, filter.of(OrderDesk.PROCEDURE), order, paging);
    }

    OrderController.Counts counts(Acting acting, @Nullable Area area) {
        var scope = acting.scope();
        var counted = Tally.knows(scope) ? cases.states(scope, OrderDesk.PROCEDURE, area) : own(acting);
        var late = cases.countAll(
                acting, new CaseFilter(OrderDesk.PROCEDURE, null, null, area, null, Lamp.RED, null, null, null));
        var way = cases.way(OrderDesk.PROCEDURE);
        var states = cases.stateWords(OrderDesk.PROCEDURE).values().stream()
                .map(word -> new OrderController.Counted(
                        word, counted.getOrDefault(word.code(), 0L), !way.contains(word.code())))
                .toList();
        return new OrderController.Counts(
                counted.values().stream().mapToLong(Long::longValue).sum(), late, states);
    }

    /// Somebody's own orders are few: they are counted one by one.
    private Map<String, Long> own(Acting acting) {
        var lines = list(acting, CaseFilter.NONE, null, new Paging(null, Paging.MOST))
                .items();
        return lines.stream().collect(Collectors.groupingBy(line -> line.state().code(), Collectors.counting()));
    }

    OrderView get(Acting acting, Id id) {
        return view(acting, order(acting, id));
    }

    OrderView act(Acting acting, Id id, int version, String action, Map<String, Object> form) {
        return view(acting, caseDesk.act(acting, OrderDesk.PROCEDURE, id, version, action, form));
    }

    OrderView view(Acting acting, Case thing) {
        var shown = store.shown(thing.jurisdiction(), thing.id());
        var order = shown.order();
        var view = cases.view(acting, thing);
        var line = view.line();
        var minutes = order.minutes();
        var helpers = order.helpers();
        var stars = order.stars();
        return new OrderView(
                thing.id(),
                thing.number(),
                thing.title(),
                order.detail(),
                order.item() == null ? null : item(thing, order.item()),
                words.label(order.priority()),
                order.item() == null ? null : slots.find(thing.jurisdiction(), thing.id()),
                line.topic(),
                words.label(order.kind()),
                words.label(order.channel()),
                thing.urgent(),
                order.persons(),
                order.wantedOn(),
                thing.area(),
                line.placeName(),
                line.requesterName(),
                shown.phone().masked(),
                OrderDesk.showsContact(acting, thing, order),
                words.label(order.consent()),
                line.state(),
                line.holder(),
                line.opened(),
                line.due(),
                line.lamp(),
                line.paused(),
                line.closed(),
                minutes == null || helpers == null ? null : new OrderView.Result(minutes, helpers),
                stars == null ? null : new OrderView.Rating(stars, order.rated()),
                photos.of(thing.jurisdiction(), thing.id()),
                OrderPhotos.wanted(acting, thing, order),
                view.actions(),
                view.steps(),
                thing.version());
    }

    private @Nullable Named item(Case thing, Id item) {
        return menu.find(thing.jurisdiction(), item)
                .map(offer -> new Named(offer.id(), offer.title()))
                .orElse(null);
    }

    /// Name, phone and address in the clear, after it was written down who asked and why.
    @Transactional
    OrderController.ContactAnswer contact(Acting acting, Id id, String reason) {
        var thing = order(acting, id);
        var order = store.get(thing.jurisdiction(), thing.id());
        if (!OrderDesk.showsContact(acting, thing, order)) {
            throw Problem.denied("order.contact");
        }
        if (reason.isBlank() && !OrderDesk.isTaker(acting, order)) {
            throw Problem.invalid("reason", "reveal.reason");
        }
        looks.record(
                acting,
                thing.jurisdiction(),
                OrderDesk.concerned(thing),
                "CONTACT",
                reason.isBlank() ? thing.number() : thing.number() + " " + reason.strip());
        var contact = store.contact(thing.jurisdiction(), thing.id());
        return new OrderController.ContactAnswer(
                contact.name().reveal(), contact.phone().reveal(), contact.address());
    }

    Case order(Acting acting, Id id) {
        var thing = cases.get(acting, id);
        if (!thing.procedure().equals(OrderDesk.PROCEDURE)) {
            throw Problem.absent("case", id);
        }
        return thing;
    }
}
