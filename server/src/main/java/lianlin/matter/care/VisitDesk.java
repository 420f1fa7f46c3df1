package lianlin.matter.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Facts;
import lianlin.matter.care.CareFacts.CarePairMoved;
import lianlin.matter.care.CareVisit.Result;
import lianlin.matter.care.VisitPlan.Occurrence;
import lianlin.matter.menu.ServiceCategory;
import lianlin.matter.order.OrdersOnBehalf;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what becomes of visits: done, put off, and the order that comes of one (SRV-05, SRV-06).
@Service
class VisitDesk {
    /// A visit as the helper tells it.
    record Told(
            LocalDate heldOn,
            CareVisit.Kind kind,
            int minutes,
            @Nullable String done,
            @Nullable String next) {}

    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 60;

    private final CareStore pairs;
    private final VisitStore visits;
    private final VisitDays days;
    private final OrdersOnBehalf orders;
    private final Areas areas;
    private final Facts facts;
    private final Clock clock;

    VisitDesk(
            CareStore pairs,
            VisitStore visits,
            VisitDays days,
            OrdersOnBehalf orders,
            Areas areas,
            Facts facts,
            Clock clock) {
        this.pairs = pairs;
        this.visits = visits;
        this.days = days;
        this.orders = orders;
        this.areas = areas;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    CarePair record(Acting acting, Id id, int version, Told told) {
        var today = LocalDate.now(clock);
        var pair = visited(acting, id, version, today);
        if (told.heldOn().isAfter(today) || told.heldOn().isBefore(today.minusDays(DAYS_BACK))) {
            throw Problem.invalid("heldOn", "care.held");
        }
        var met = days.met(pair, told.heldOn());
        var rows = new ArrayList<>(missed(pair, met.missed()));
        var day = met.met();
        var next = pair;
        if (day != null) {
            visits.notMissed(pair, day.plannedOn());
            next = pair.due(days.next(pair.jurisdiction(), pair.planned(), day.plannedOn(), null, 0));
        } else {
            next = pair.due(pair.due());
        }
        rows.add(new CareVisit(
                Id.next(),
                day == null ? null : day.plannedOn(),
                told.heldOn(),
                Result.DONE,
                told.kind(),
                told.minutes(),
                blankless(told.done()),
                blankless(told.next()),
                null,
                null,
                null,
                acting.account(),
                clock.instant()));
        visits.insert(pair, rows);
        pairs.update(next);
        tell(acting, next, "visit", null, told.heldOn());
        return next;
    }

    /// The next visit is put off to another day, before the one after it.
    @Transactional
    CarePair postpone(Acting acting, Id id, int version, LocalDate to, CareVisit.Why why) {
        var today = LocalDate.now(clock);
        var pair = visited(acting, id, version, today);
        var plan = pair.planned();
        var met = days.met(pair, today);
        var open = met.missed().isEmpty() ? null : met.missed().getLast().plannedOn();
        var settled = open == null ? pair.due().settledOn() : open;
        var following = days.open(plan, settled, 2);
        if (!to.isAfter(today)
                || to.isAfter(today.plusDays(DAYS_AHEAD))
                || !to.isBefore(following.getLast().dueOn())
                || to.equals(pair.due().on())) {
            throw Problem.invalid("to", "care.postpone", following.getLast().dueOn());
        }
        var rows = new ArrayList<>(missed(pair, met.missed()));
        var day = following.getFirst();
        visits.notMissed(pair, day.plannedOn());
        rows.add(new CareVisit(
                Id.next(),
                day.plannedOn(),
                pair.due().movedTo() == null ? day.dueOn() : pair.due().movedTo(),
                Result.POSTPONED,
                null,
                null,
                null,
                null,
                why,
                to,
                null,
                acting.account(),
                clock.instant()));
        visits.insert(pair, rows);
        var next = pair.due(days.next(pair.jurisdiction(), plan, settled, to, 0));
        pairs.update(next);
        tell(acting, next, "postpone", pair.person(), to);
        return next;
    }

    /// What is needed next becomes an order for the household, which has said yes to it (SRV-06).
    @Transactional
    OrdersOnBehalf.Placed order(
            Acting acting, Id id, @Nullable Id visit, String title, ServiceCategory category, CarePair.Given consent) {
        var today = LocalDate.now(clock);
        var pair = visited(pairs.lock(Sight.of(acting, today), id), acting, today);
        var contact = pairs.contact(pair.jurisdiction(), pair.id());
        var placed = orders.place(
                acting,
                new OrdersOnBehalf.Wish(
                        pair.area(),
                        title,
                        category,
                        contact.name(),
                        contact.phone(),
                        contact.address(),
                        consent.name()));
        if (visit != null) {
            visits.order(pair, visit, placed.id());
        }
        tell(acting, pair, "order", null, null);
        return placed;
    }

    private CarePair visited(Acting acting, Id id, int version, LocalDate today) {
        return visited(pairs.lock(Sight.of(acting, today), id, version), acting, today);
    }

    private static CarePair visited(CarePair pair, Acting acting, LocalDate today) {
        if (!Sight.goes(acting, pair, today) && !CareDesk.arranges(acting, pair)) {
            throw Problem.denied("care.step");
        }
        if (pair.state() != CarePair.State.ACTIVE) {
            throw Problem.refused("care.move");
        }
        return pair;
    }

    /// Those of the days passed over that no alarm has written down yet.
    private List<CareVisit> missed(CarePair pair, List<Occurrence> passed) {
        return passed.stream()
                .skip(Math.max(0, pair.due().alarms() - 1L))
                .map(each -> missed(each, clock.instant()))
                .toList();
    }

    static CareVisit missed(Occurrence day, java.time.Instant now) {
        return new CareVisit(
                Id.next(),
                day.plannedOn(),
                day.dueOn(),
                Result.MISSED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now);
    }

    private void tell(Acting acting, CarePair pair, String action, @Nullable Id concerned, @Nullable LocalDate day) {
        facts.publish(CarePairMoved.of(
                CareFacts.of(acting.header(pair.jurisdiction(), CareFacts.SUBJECT, pair.id()), pair)
                        .states(pair.state(), pair.state()),
                action,
                concerned,
                areas.path(pair.area()),
                day));
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
