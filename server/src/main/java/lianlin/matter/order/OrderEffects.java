package lianlin.matter.order;

import java.time.Clock;
import java.util.Map;
import lianlin.identity.Places;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.procedure.Case;
import lianlin.procedure.Effect;
import lianlin.procedure.Effect.Outcome;
import lianlin.procedure.Holder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What else happens when an order moves (SRV-01): the effects that its procedure calls by name.
@Configuration(proxyBeanMethods = false)
class OrderEffects {
    private final OrderStore orders;
    private final Places places;
    private final Facts facts;
    private final Clock clock;

    OrderEffects(OrderStore orders, Places places, Facts facts, Clock clock) {
        this.orders = orders;
        this.places = places;
        this.facts = facts;
        this.clock = clock;
    }

    /// Given to a team, and to which one next if it does not take the order.
    @Bean
    Effect dispatch() {
        return named("order.dispatch", step -> {
            var taker = step.id("taker");
            var next = step.id("next");
            if (taker == null) {
                throw Problem.invalid("taker", "order.taker");
            }
            if (taker.equals(next)) {
                throw Problem.invalid("next", "order.next");
            }
            if (next != null) {
                holder("next", step.thing().jurisdiction(), next);
            }
            var holder = holder("taker", step.thing().jurisdiction(), taker);
            orders.refusals(step.thing().jurisdiction(), step.thing().id(), 0);
            orders.assign(step.thing().jurisdiction(), step.thing().id(), taker, next, clock.instant());
            return Outcome.heldBy(holder);
        });
    }

    @Bean
    Effect accept() {
        return named("order.accept", step -> {
            var acting = step.acting();
            orders.answer(step.thing().jurisdiction(), step.thing().id(), "ACCEPTED", clock.instant());
            orders.accepted(step.thing().jurisdiction(), step.thing().id(), acting == null ? null : acting.account());
            return Outcome.NONE;
        });
    }

    /// Refused, or not accepted in time: the next team's turn; after two refusals the dispatcher's, and when that
    /// has happened too often, the street's.
    @Bean
    Effect refuse() {
        return named("order.refuse", step -> {
            var thing = step.thing();
            var order = orders.get(thing.jurisdiction(), thing.id());
            var refusals = order.refusals() + 1;
            orders.answer(
                    thing.jurisdiction(), thing.id(), step.acting() == null ? "LATE" : "REFUSED", clock.instant());
            orders.refusals(thing.jurisdiction(), thing.id(), refusals);
            var next = order.nextTaker();
            if (next == null || refusals >= ServiceOrder.MOST_REFUSALS) {
                return comesBack(thing);
            }
            var holder = holder("next", thing.jurisdiction(), next);
            orders.assign(thing.jurisdiction(), thing.id(), next, null, clock.instant());
            return Outcome.heldBy(holder).in("DISPATCHED");
        });
    }

    @Bean
    Effect giveBack() {
        return named("order.give-back", step -> {
            orders.answer(step.thing().jurisdiction(), step.thing().id(), "GIVEN_BACK", clock.instant());
            orders.accepted(step.thing().jurisdiction(), step.thing().id(), null);
            return comesBack(step.thing());
        });
    }

    @Bean
    Effect complete() {
        return named("order.complete", step -> {
            var minutes = step.number("minutes");
            var persons = step.number("persons");
            orders.done(step.thing().jurisdiction(), step.thing().id(), minutes, persons);
            return Outcome.NONE.saying(Map.of("minutes", minutes, "persons", persons));
        });
    }

    /// Rated: closed at once, unless the rating is so low that a return visit is due (SRV-08).
    @Bean
    Effect rate() {
        return named("order.rate", step -> {
            var thing = step.thing();
            var stars = step.number("stars");
            var before = orders.get(thing.jurisdiction(), thing.id()).stars();
            orders.rated(thing.jurisdiction(), thing.id(), stars, clock.instant());
            var header = Fact.Header.of(thing.jurisdiction(), "order-rating", thing.id())
                    .states(before, stars)
                    .area(thing.area())
                    .path(
                            thing.holder() == null ? null : thing.holder().path(),
                            thing.holder() == null ? null : thing.holder().id());
            facts.publish(new OrderRated(header, stars));
            var said = Outcome.NONE.saying(Map.of("stars", stars));
            return stars <= ServiceOrder.LOW ? said : said.then("close");
        });
    }

    /// Once, the team that did it does it again (SRV-43).
    @Bean
    Effect reopen() {
        return named("order.reopen", step -> {
            var thing = step.thing();
            if (orders.get(thing.jurisdiction(), thing.id()).reopened() != null) {
                throw Problem.refused("order.reopened");
            }
            orders.reopened(thing.jurisdiction(), thing.id(), clock.instant());
            return Outcome.NONE;
        });
    }

    @Bean
    Effect supplement() {
        return named("order.supplement", step -> {
            var more = step.text("note");
            orders.supplement(step.thing().jurisdiction(), step.thing().id(), more == null ? "" : more);
            return Outcome.NONE;
        });
    }

    private Outcome comesBack(Case thing) {
        return Outcome.givenBack().in(ServiceOrder.home(orders.bounced(thing.jurisdiction(), thing.id())));
    }

    private Holder holder(String field, int jurisdiction, Id team) {
        var place = places.organization(Scope.jurisdiction(jurisdiction), team);
        if (place.jurisdiction() != jurisdiction || place.path() == null) {
            throw Problem.invalid(field, "order.taker");
        }
        return new Holder(team, place.path(), place.name());
    }

    private static Effect named(String name, java.util.function.Function<Effect.Step, Outcome> work) {
        return new Effect() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Outcome apply(Step step) {
                return work.apply(step);
            }
        };
    }

    record OrderRated(Fact.Header header, int stars) implements Fact {}
}
