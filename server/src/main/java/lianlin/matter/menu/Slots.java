package lianlin.matter.menu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.time.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The slots of services by appointment: evenings, weekends and holidays as the provider opens them (SRV-03). A slot is
/// never booked beyond its places.
@Component
public class Slots {
    /// When an order is served.
    public record Booked(Instant starts, Instant ends) {}

    private static final int DAYS = 28;
    /// Nobody is surprised: what begins within the hour cannot be booked any more.
    private static final Duration AHEAD = Duration.ofHours(1);

    private final ServiceItemStore items;
    private final SlotStore slots;
    private final WorkCalendar calendar;
    private final Clock clock;

    Slots(ServiceItemStore items, SlotStore slots, WorkCalendar calendar, Clock clock) {
        this.items = items;
        this.slots = slots;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// The slots of a published service in the next four weeks, the full ones included.
    List<Slot> of(Id id) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var item = items.published(id).orElseThrow(() -> Problem.absent("service-item", id));
            var taken = slots.taken(item.jurisdiction(), id, clock.instant());
            return open(item.content().openings())
                    .map(slot -> slot.taken(taken.getOrDefault(slot.starts(), 0)))
                    .toList();
        });
    }

    /// A place for an order in the slot that begins then; refused where there is no such slot or none is left.
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(int jurisdiction, Id item, Id order, Instant starts) {
        var openings = items.find(jurisdiction, item)
                .map(found -> found.content().openings())
                .orElse(List.of());
        var slot = open(openings)
                .filter(one -> one.starts().equals(starts))
                .findFirst()
                .orElseThrow(() -> Problem.refused("slot.none"));
        var taken = slots.seats(jurisdiction, item, starts);
        var seat = IntStream.rangeClosed(1, slot.places())
                .filter(one -> !taken.contains(one))
                .findFirst()
                .orElseThrow(() -> Problem.refused("slot.full"));
        slots.book(jurisdiction, order, item, slot, seat);
    }

    public @Nullable Booked find(int jurisdiction, Id order) {
        return slots.of(jurisdiction, order).orElse(null);
    }

    /// Where two openings begin at the same moment, the one with more places counts.
    private Stream<Slot> open(List<Opening> openings) {
        var first = clock.instant().plus(AHEAD);
        var today = LocalDate.now(clock);
        var found = new TreeMap<Instant, Slot>();
        for (var day = today; day.isBefore(today.plusDays(DAYS)); day = day.plusDays(1)) {
            for (var opening : openings) {
                if (opening.on(day, calendar)) {
                    var starts = day.atTime(opening.starts())
                            .atZone(WorkCalendar.ZONE)
                            .toInstant();
                    var ends =
                            day.atTime(opening.ends()).atZone(WorkCalendar.ZONE).toInstant();
                    var slot = new Slot(starts, ends, opening.places(), opening.places(), !calendar.isWorkingDay(day));
                    if (!starts.isBefore(first)) {
                        found.merge(starts, slot, (one, other) -> one.places() < other.places() ? other : one);
                    }
                }
            }
        }
        return found.values().stream();
    }
}
