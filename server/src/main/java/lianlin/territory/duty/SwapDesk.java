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
        tell(acting, swap, Swap.State.ASKED, mine, "ask", other);
        return swap;
    }

    @Transactional
    Swap answer(Acting acting, Id id, Swap.State state) {
        var swap = swaps.lock(acting, id);
        swap.mustAllow(state, acting.account());
        var shift = duties.find(swap.jurisdiction(), swap.shift()).orElseThrow(() -> Problem.refused("duty.gone"));
        if (state == Swap.State.ACCEPTED) {
            hand(swap, shift);
        } else if (state == Swap.State.CALLED_OFF) {
            handBack(swap, shift);
        }
        swaps.answer(swap, state, clock.instant());
        tell(
                acting,
                swap,
                state,
                shift,
                state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                swap.other(acting.account()));
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

    /// Everybody has his own again: before the first of the shifts begins, and while nobody else has taken one.
    private void handBack(Swap swap, Shift shift) {
        var back = swap.forShift() == null
                ? null
                : duties.find(swap.jurisdiction(), swap.forShift()).orElseThrow(() -> Problem.refused("duty.gone"));
        var now = clock.instant();
        if (!swap.asked().equals(shift.account())
                || !shift.starts().isAfter(now)
                || back != null
                        && (!swap.asker().equals(back.account())
                                || !back.starts().isAfter(now))) {
            throw Problem.refused("duty.gone");
        }
        var names = actors.accountNames(List.of(swap.asker(), swap.asked()));
        duties.defer();
        duties.give(shift, swap.asker(), names.getOrDefault(swap.asker(), ""));
        if (back != null) {
            duties.give(back, swap.asked(), names.getOrDefault(swap.asked(), ""));
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

    private void tell(Acting acting, Swap swap, Swap.State to, Shift shift, String action, Id told) {
        facts.publish(new DutySwapMoved(
                acting.header(swap.jurisdiction(), SUBJECT, swap.id())
                        .area(swap.area())
                        .states(action.equals("ask") ? null : swap.state(), to),
                SUBJECT + "." + action,
                people.personOf(told),
                acting.name(),
                shift.heldOn().toString() + " " + LocalTime.ofInstant(shift.starts(), WorkCalendar.ZONE)));
    }
}
