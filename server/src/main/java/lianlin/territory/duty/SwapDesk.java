package lianlin.territory.duty;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.time.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shifts change hands with the other's consent: asked, accepted or declined, both are told (TER-11).
@Service
class SwapDesk {
    /// The kind is `duty-swap.<action>`; `requester` is the one who is told.
    record DutySwapMoved(
            @JsonIgnore Fact.Header header,
            @JsonIgnore String kind,
            @Nullable Id requester,
            String who,
            String day) implements Fact {}

    private static final String SUBJECT = "duty-swap";

    private final DutyStore duties;
    private final SwapStore swaps;
    private final DutyPeople people;
    private final Actors actors;
    private final Facts facts;
    private final Clock clock;

    SwapDesk(DutyStore duties, SwapStore swaps, DutyPeople people, Actors actors, Facts facts, Clock clock) {
        this.duties = duties;
        this.swaps = swaps;
        this.people = people;
        this.actors = actors;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    Swap ask(Acting acting, Id shift, Id other, @Nullable Id forShift) {
        var mine = own(acting.jurisdiction(), shift, acting.account(), "shift");
        people.mustStand(mine.area(), List.of(other));
        if (other.equals(acting.account())) {
            throw Problem.invalid("account", "duty.self");
        }
        if (forShift != null) {
            own(acting.jurisdiction(), forShift, other, "forShift");
        }
        var swap = new Swap(
                mine.jurisdiction(),
                Id.next(),
                mine.area(),
                shift,
                forShift,
                acting.account(),
                other,
                Swap.State.ASKED,
                clock.instant());
        swaps.insert(swap);
        tell(acting, swap, mine, "ask", other);
        return swap;
    }

    @Transactional
    Swap answer(Acting acting, Id id, Swap.State state) {
        var swap = swaps.lock(acting, id);
        swap.mustAllow(state, acting.account());
        var shift = duties.find(swap.jurisdiction(), swap.shift()).orElseThrow(() -> Problem.refused("duty.gone"));
        if (state == Swap.State.ACCEPTED) {
            hand(swap, shift);
        }
        swaps.answer(swap, state, clock.instant());
        tell(
                acting,
                swap,
                shift,
                state.name().toLowerCase(Locale.ROOT),
                state == Swap.State.WITHDRAWN ? swap.asked() : swap.asker());
        return swap;
    }

    /// Both shifts in one transaction; the table itself sees to it that nobody stands at two places.
    private void hand(Swap swap, Shift shift) {
        if (!swap.asker().equals(shift.account()) || !shift.ends().isAfter(clock.instant())) {
            throw Problem.refused("duty.gone");
        }
        var names = actors.accountNames(List.of(swap.asker(), swap.asked()));
        duties.defer();
        duties.give(shift, swap.asked(), names.getOrDefault(swap.asked(), ""));
        if (swap.forShift() != null) {
            var back = own(swap.jurisdiction(), swap.forShift(), swap.asked(), "forShift");
            duties.give(back, swap.asker(), names.getOrDefault(swap.asker(), ""));
        }
        duties.check();
    }

    /// A shift of somebody that is not over.
    private Shift own(int jurisdiction, Id shift, Id account, String field) {
        return duties.find(jurisdiction, shift)
                .filter(found -> account.equals(found.account()))
                .filter(found -> found.ends().isAfter(clock.instant()))
                .orElseThrow(() -> Problem.invalid(field, "duty.shift"));
    }

    private void tell(Acting acting, Swap swap, Shift shift, String action, Id told) {
        facts.publish(new DutySwapMoved(
                acting.header(swap.jurisdiction(), SUBJECT, swap.id())
                        .area(swap.area())
                        .states(action.equals("ask") ? null : Swap.State.ASKED, swap.state()),
                SUBJECT + "." + action,
                people.personOf(told),
                acting.name(),
                shift.heldOn().toString() + " " + LocalTime.ofInstant(shift.starts(), WorkCalendar.ZONE)));
    }
}
