package lianlin.matter.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.matter.menu.ServiceChannel;
import lianlin.matter.menu.ServiceKind;
import lianlin.matter.order.OrderEffects.OrderRated;
import lianlin.procedure.CaseHistory;
import lianlin.procedure.Effect.Outcome;
import lianlin.procedure.Holder;
import org.jspecify.annotations.Nullable;

/// The life of one order of the past: what its events did to it, by the same rules as [OrderEffects].
final class OrderLife {
    /// A team that the order was given to, and how it answered.
    static final class Assignment {
        final Id order;
        final int jurisdiction;
        final Id taker;
        final Instant given;

        @Nullable
        Instant answered;

        @Nullable
        String answer;

        Assignment(OrderHistory.Past past, Id order, Id taker, Instant given) {
            this.order = order;
            this.jurisdiction = past.jurisdiction();
            this.taker = taker;
            this.given = given;
        }
    }

    private final OrderHistory.Past past;
    private final Id id;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<CaseHistory.Step> steps = new ArrayList<>();
    private final StringBuilder detail;
    private @Nullable Holder holder;
    private @Nullable Holder next;
    private int refusals;
    private int bounces;
    private @Nullable Id acceptedBy;
    private @Nullable Integer minutes;
    private @Nullable Integer helpers;
    private @Nullable Integer stars;
    private @Nullable Instant rated;

    OrderLife(OrderHistory.Past past, Id id) {
        this.past = past;
        this.id = id;
        this.detail = new StringBuilder(past.detail());
        for (var event : past.events()) {
            steps.add(new CaseHistory.Step(
                    event.action(), event.at(), event.by(), event.form(), effect(event), also(event)));
        }
    }

    private Outcome effect(OrderHistory.Event event) {
        return switch (event.action()) {
            case "dispatch" -> dispatch(event);
            case "accept" -> {
                answer("ACCEPTED", event.at());
                acceptedBy = event.by().account();
                yield Outcome.NONE;
            }
            case "refuse", "pass-on" -> refuse(event);
            case "give-back" -> {
                answer("GIVEN_BACK", event.at());
                acceptedBy = null;
                yield comesBack();
            }
            case "complete" -> {
                minutes = number(event, "minutes");
                helpers = number(event, "persons");
                yield Outcome.NONE.saying(Map.of("minutes", minutes, "persons", helpers));
            }
            case "rate" -> {
                stars = number(event, "stars");
                rated = event.at();
                yield Outcome.NONE.saying(Map.of("stars", stars));
            }
            case "supplement" -> {
                detail.append('\n').append(event.form().get("note"));
                yield Outcome.NONE;
            }
            default -> Outcome.NONE;
        };
    }

    private Outcome dispatch(OrderHistory.Event event) {
        var taker = Objects.requireNonNull(event.taker());
        refusals = 0;
        next = event.next();
        give(taker, event.at());
        return Outcome.heldBy(taker);
    }

    private Outcome refuse(OrderHistory.Event event) {
        answer(event.action().equals("refuse") ? "REFUSED" : "LATE", event.at());
        refusals++;
        var following = next;
        next = null;
        if (following == null || refusals >= ServiceOrder.MOST_REFUSALS) {
            return comesBack();
        }
        give(following, event.at());
        return Outcome.heldBy(following).in("DISPATCHED");
    }

    private Outcome comesBack() {
        holder = null;
        return Outcome.givenBack().in(ServiceOrder.home(++bounces));
    }

    private void give(Holder taker, Instant at) {
        holder = taker;
        assignments.add(new Assignment(past, id, taker.id(), at));
    }

    private void answer(String answer, Instant at) {
        var last = assignments.getLast();
        last.answer = answer;
        last.answered = at;
    }

    /// A rating is counted apart, by its stars.
    private @Nullable Fact also(OrderHistory.Event event) {
        if (!event.action().equals("rate")) {
            return null;
        }
        var held = holder;
        var given = Objects.requireNonNull(stars);
        return new OrderRated(
                Fact.Header.of(past.jurisdiction(), "order-rating", id)
                        .states(null, given)
                        .area(past.area())
                        .path(held == null ? null : held.path(), held == null ? null : held.id()),
                given);
    }

    private static int number(OrderHistory.Event event, String field) {
        return ((Number) Objects.requireNonNull(event.form().get(field))).intValue();
    }

    Id id() {
        return id;
    }

    OrderHistory.Past past() {
        return past;
    }

    List<CaseHistory.Step> steps() {
        return steps;
    }

    List<Assignment> assignments() {
        return assignments;
    }

    ServiceOrder order() {
        return new ServiceOrder(
                past.jurisdiction(),
                id,
                past.item(),
                null,
                ServiceKind.valueOf(past.kind()),
                ServiceChannel.valueOf(past.channel()),
                detail.toString(),
                past.wantedOn(),
                past.persons(),
                past.consent() == null ? null : ServiceOrder.Consent.valueOf(past.consent()),
                past.placedBy(),
                next == null ? null : next.id(),
                refusals,
                bounces,
                acceptedBy,
                minutes,
                helpers,
                stars,
                rated,
                null);
    }
}
