package lianlin.territory.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.time.WorkCalendar;
import lianlin.kernel.time.WorkCalendarDay;
import lianlin.territory.Areas;
import lianlin.territory.ServicePlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Rosters as people see them.
@Component
class Duty {
    /// A week of a place: its days with what the calendar says, and its shifts.
    record Week(
            @Nullable Id place,
            Area area,
            String name,
            LocalDate monday,
            List<Day> days,
            List<View> shifts,
            List<DutyStore.Usual> pattern) {}

    record Day(LocalDate day, boolean worked, @Nullable String holiday) {}

    record View(
            Id id,
            Area area,
            String where,
            LocalDate heldOn,
            Instant starts,
            Instant ends,
            @Nullable Id account,
            String name,
            @Nullable String phone,
            boolean now) {}

    /// My shifts, what waits for an answer, and what was agreed and can still be called off.
    record Mine(List<View> shifts, List<Asked> asked, List<Asked> agreed) {}

    /// Where duty is stood in a week, and how many shifts there are.
    record Stand(@Nullable Id place, Area area, String name, int shifts) {}

    record Asked(
            Id id,
            boolean mine,
            String who,
            View shift,
            @Nullable View forShift) {}

    private static final int SHIFTS = 60;
    private static final int NOW = 200;
    private static final int WEEK = 7;

    private final DutyStore duties;
    private final SwapStore swaps;
    private final ServicePlaces places;
    private final DutyPeople people;
    private final Areas areas;
    private final Actors actors;
    private final WorkCalendar calendar;
    private final Clock clock;

    Duty(
            DutyStore duties,
            SwapStore swaps,
            ServicePlaces places,
            DutyPeople people,
            Areas areas,
            Actors actors,
            WorkCalendar calendar,
            Clock clock) {
        this.duties = duties;
        this.swaps = swaps;
        this.places = places;
        this.people = people;
        this.areas = areas;
        this.actors = actors;
        this.calendar = calendar;
        this.clock = clock;
    }

    Week week(Acting acting, @Nullable Id place, @Nullable Area area, LocalDate monday) {
        var point = duties.point(acting.scope(), place, area);
        return new Week(
                point.place(),
                point.area(),
                point.name(),
                monday,
                IntStream.range(0, WEEK)
                        .mapToObj(day -> day(monday.plusDays(day)))
                        .toList(),
                views(acting.scope(), duties.between(point, monday, monday.plusDays(WEEK - 1))),
                duties.pattern(point));
    }

    private Day day(LocalDate day) {
        var known = calendar.find(day).map(WorkCalendarDay::name).orElse(null);
        return new Day(day, calendar.isWorkingDay(day), known);
    }

    List<View> now(Scope scope, @Nullable Id place, @Nullable Area area) {
        return views(scope, duties.now(scope, place, area, clock.instant(), NOW));
    }

    /// For everybody: the family name, and the phone of the place; with `today` also who comes later on this day.
    List<View> forAll(Area area, boolean today) {
        var scope = Scope.jurisdiction(area.county());
        return Scoped.call(
                scope,
                () -> (today ? ahead(scope, area) : now(scope, null, area))
                        .stream()
                                .map(view -> new View(
                                        view.id(),
                                        view.area(),
                                        view.where(),
                                        view.heldOn(),
                                        view.starts(),
                                        view.ends(),
                                        null,
                                        new PersonName(view.name()).masked(),
                                        view.phone(),
                                        view.now()))
                                .toList());
    }

    /// The shifts of today that are not over, those of now first.
    private List<View> ahead(Scope scope, Area area) {
        var now = clock.instant();
        return views(scope, duties.on(scope, area, LocalDate.now(clock), NOW)).stream()
                .filter(view -> view.ends().isAfter(now))
                .sorted(Comparator.comparing(view -> !view.now()))
                .toList();
    }

    Mine mine(Acting acting) {
        var jurisdiction = acting.jurisdiction();
        var shifts = duties.of(jurisdiction, acting.account(), clock.instant(), SHIFTS);
        var open = swaps.open(jurisdiction, acting.account());
        var agreed = swaps.agreed(jurisdiction, acting.account());
        var both = Stream.concat(open.stream(), agreed.stream()).toList();
        var ids = new HashSet<Id>();
        both.forEach(swap -> {
            ids.add(swap.shift());
            if (swap.forShift() != null) {
                ids.add(swap.forShift());
            }
        });
        var scope = Scope.jurisdiction(jurisdiction);
        var known = views(scope, duties.find(jurisdiction, ids)).stream()
                .collect(Collectors.toMap(View::id, Function.identity()));
        var names = actors.accountNames(
                both.stream().map(swap -> swap.other(acting.account())).toList());
        var now = clock.instant();
        return new Mine(
                views(scope, shifts),
                open.stream()
                        .filter(swap -> known.containsKey(swap.shift()))
                        .map(swap -> asked(acting, swap, known, names))
                        .toList(),
                agreed.stream()
                        .filter(swap -> holds(known.get(swap.shift()), swap.asked(), now))
                        .filter(swap -> swap.forShift() == null || holds(known.get(swap.forShift()), swap.asker(), now))
                        .map(swap -> asked(acting, swap, known, names))
                        .toList());
    }

    private static boolean holds(@Nullable View shift, Id account, Instant now) {
        return shift != null
                && account.equals(shift.account())
                && shift.starts().isAfter(now);
    }

    /// Where duty is stood this week in a scope, the busiest first.
    List<Stand> stands(Scope scope, LocalDate monday) {
        var found = duties.stands(scope, monday, monday.plusDays(WEEK - 1), NOW);
        var spots = places.find(
                scope,
                found.stream()
                        .map(DutyStore.Stand::place)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return found.stream()
                .map(each -> {
                    var spot = each.place() == null ? null : spots.get(each.place());
                    return new Stand(
                            each.place(),
                            each.area(),
                            spot == null ? areas.path(each.area()) : spot.name(),
                            each.shifts());
                })
                .toList();
    }

    /// Who is on duty in the course of today: in the grid itself and in its community, or anywhere in the community.
    List<View> today(Scope scope, Area area) {
        areas.mustCover(scope, area);
        return views(scope, duties.on(scope, area, LocalDate.now(clock), NOW));
    }

    /// What somebody stands in the community of my shift, to choose one in exchange.
    List<View> exchange(Acting acting, Id shift, Id other) {
        var jurisdiction = acting.jurisdiction();
        var mine = duties.find(jurisdiction, shift)
                .filter(found -> acting.account().equals(found.account()))
                .orElseThrow(() -> Problem.invalid("shift", "duty.shift"));
        people.mustStand(mine.area(), List.of(other));
        var community = mine.area().community();
        return views(
                Scope.jurisdiction(jurisdiction),
                duties.of(jurisdiction, other, clock.instant(), SHIFTS).stream()
                        .filter(each -> community.contains(each.area()))
                        .toList());
    }

    private static Asked asked(Acting acting, Swap swap, Map<Id, View> known, Map<Id, String> names) {
        var mine = swap.asker().equals(acting.account());
        return new Asked(
                swap.id(),
                mine,
                names.getOrDefault(mine ? swap.asked() : swap.asker(), ""),
                Objects.requireNonNull(known.get(swap.shift())),
                swap.forShift() == null ? null : known.get(swap.forShift()));
    }

    private List<View> views(Scope scope, List<Shift> shifts) {
        var now = clock.instant();
        var spots = places.find(
                scope,
                shifts.stream().map(Shift::place).filter(Objects::nonNull).collect(Collectors.toSet()));
        return shifts.stream()
                .map(shift -> {
                    var spot = shift.place() == null ? null : spots.get(shift.place());
                    return new View(
                            shift.id(),
                            shift.area(),
                            spot == null ? areas.path(shift.area()) : spot.name(),
                            shift.heldOn(),
                            shift.starts(),
                            shift.ends(),
                            shift.account(),
                            shift.name(),
                            shift.phone(),
                            !now.isBefore(shift.starts()) && now.isBefore(shift.ends()));
                })
                .toList();
    }
}
