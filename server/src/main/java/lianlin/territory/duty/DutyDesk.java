package lianlin.territory.duty;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.time.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Fills weeks of a roster, by hand, from the usual week, or from the week before (TER-11).
@Service
class DutyDesk {
    /// A shift as it is written down: an account, or a name of somebody without one.
    record Wish(
            LocalDate heldOn,
            LocalTime starts,
            LocalTime ends,
            @Nullable Id account,
            @Nullable String name) {}

    record DutyWritten(Fact.Header header, String monday, int shifts) implements Fact {}

    record DutyPatternWritten(Fact.Header header, int lines) implements Fact {}

    private static final int WEEK = 7;

    private final DutyStore duties;
    private final DutyPeople people;
    private final Facts facts;
    private final Clock clock;

    DutyDesk(DutyStore duties, DutyPeople people, Facts facts, Clock clock) {
        this.duties = duties;
        this.people = people;
        this.facts = facts;
        this.clock = clock;
    }

    /// The whole week as it stands on the page; `seen` are the shifts that the page began with.
    @Transactional
    void write(
            Acting acting,
            @Nullable Id place,
            @Nullable Area area,
            LocalDate monday,
            List<Id> seen,
            List<Wish> wishes) {
        var point = duties.point(acting.scope(), place, area);
        mustBeMonday(monday);
        duties.lock(point);
        var there = duties.between(point, monday, monday.plusDays(WEEK - 1));
        if (!there.stream().map(Shift::id).collect(Collectors.toSet()).equals(new HashSet<>(seen))) {
            throw Problem.stale("duty", seen.isEmpty() ? "" : seen.getFirst());
        }
        var wanted = shifts(point, monday, wishes);
        var kept = there.stream()
                .filter(old -> wanted.removeIf(fresh -> same(old, fresh)))
                .map(Shift::id)
                .collect(Collectors.toSet());
        duties.delete(
                there.stream().map(Shift::id).filter(id -> !kept.contains(id)).toList(), point.jurisdiction());
        duties.insert(wanted);
        tell(acting, point, monday, kept.size() + wanted.size());
    }

    /// The week before, on the same days; what is taken already stays.
    @Transactional
    void copy(Acting acting, @Nullable Id place, @Nullable Area area, LocalDate monday) {
        var point = duties.point(acting.scope(), place, area);
        mustBeMonday(monday);
        duties.lock(point);
        var before = duties.between(point, monday.minusDays(WEEK), monday.minusDays(1));
        var wishes = before.stream()
                .map(old -> new Wish(
                        old.heldOn().plusDays(WEEK), time(old.starts()), time(old.ends()), old.account(), old.name()))
                .toList();
        fill(acting, point, monday, shifts(point, monday, wishes));
    }

    /// The usual week: who cannot is replaced by the stand-in, and where neither can the shift stays open.
    @Transactional
    void fill(Acting acting, @Nullable Id place, @Nullable Area area, LocalDate monday) {
        var point = duties.point(acting.scope(), place, area);
        mustBeMonday(monday);
        duties.lock(point);
        var made = new ArrayList<Shift>();
        for (var usual : duties.pattern(point)) {
            var day = monday.plusDays(usual.weekday().getValue() - 1L);
            var first = shift(point, day, usual.starts(), usual.ends(), usual.account(), usual.name());
            var name = usual.standInName();
            if (free(first, made)) {
                made.add(first);
            } else if (name != null) {
                made.add(shift(point, day, usual.starts(), usual.ends(), usual.standIn(), name));
            }
        }
        fill(acting, point, monday, made);
    }

    @Transactional
    void pattern(Acting acting, @Nullable Id place, @Nullable Area area, List<DutyStore.Usual> lines) {
        var point = duties.point(acting.scope(), place, area);
        var accounts = lines.stream()
                .flatMap(line -> Stream.of(line.account(), line.standIn()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = people.mustStand(point.area(), accounts);
        duties.lock(point);
        duties.pattern(
                point,
                lines.stream()
                        .map(line -> new DutyStore.Usual(
                                line.weekday(),
                                line.starts(),
                                line.ends(),
                                line.account(),
                                line.account() == null ? line.name() : names.getOrDefault(line.account(), line.name()),
                                line.standIn(),
                                line.standIn() == null
                                        ? line.standInName()
                                        : names.getOrDefault(line.standIn(), line.standInName())))
                        .toList());
        facts.publish(new DutyPatternWritten(header(acting, point), lines.size()));
    }

    private void fill(Acting acting, Point point, LocalDate monday, List<Shift> shifts) {
        var there = duties.between(point, monday, monday.plusDays(WEEK - 1));
        var fresh = new ArrayList<Shift>();
        for (var shift : shifts) {
            if (there.stream().noneMatch(old -> same(old, shift)) && free(shift, fresh)) {
                fresh.add(shift);
            }
        }
        duties.insert(fresh);
        tell(acting, point, monday, there.size() + fresh.size());
    }

    private boolean free(Shift wanted, List<Shift> made) {
        var who = Shift.who(wanted.area(), wanted.account(), wanted.name());
        return made.stream()
                        .filter(other -> Shift.who(other.area(), other.account(), other.name())
                                .equals(who))
                        .noneMatch(other -> other.starts().isBefore(wanted.ends())
                                && other.ends().isAfter(wanted.starts()))
                && !duties.busy(wanted.jurisdiction(), who, wanted.starts(), wanted.ends());
    }

    private List<Shift> shifts(Point point, LocalDate monday, List<Wish> wishes) {
        var accounts = wishes.stream()
                .map(Wish::account)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = people.mustStand(point.area(), accounts);
        var shifts = new ArrayList<Shift>();
        for (var wish : wishes) {
            if (wish.heldOn().isBefore(monday) || wish.heldOn().isAfter(monday.plusDays(WEEK - 1))) {
                throw Problem.invalid("heldOn", "duty.day");
            }
            var name = wish.account() == null ? wish.name() : names.getOrDefault(wish.account(), "");
            if (name == null || name.isBlank()) {
                throw Problem.invalid("name", "duty.name");
            }
            shifts.add(shift(point, wish.heldOn(), wish.starts(), wish.ends(), wish.account(), name.strip()));
        }
        return shifts;
    }

    /// A shift that ends before it begins goes on into the next day.
    private static Shift shift(
            Point point, LocalDate day, LocalTime starts, LocalTime ends, @Nullable Id account, String name) {
        var until = ends.isAfter(starts) ? day : day.plusDays(1);
        return new Shift(
                point.jurisdiction(),
                Id.next(),
                point.area(),
                point.place(),
                day,
                day.atTime(starts).atZone(WorkCalendar.ZONE).toInstant(),
                until.atTime(ends).atZone(WorkCalendar.ZONE).toInstant(),
                account,
                name,
                point.phone(),
                1);
    }

    private static boolean same(Shift one, Shift other) {
        return one.starts().equals(other.starts())
                && one.ends().equals(other.ends())
                && Objects.equals(one.account(), other.account())
                && one.name().equals(other.name());
    }

    private static LocalTime time(Instant moment) {
        return LocalTime.ofInstant(moment, WorkCalendar.ZONE);
    }

    private void mustBeMonday(LocalDate monday) {
        var today = LocalDate.now(clock);
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY
                || monday.isBefore(today.minusDays(WEEK * 2L))
                || monday.isAfter(today.plusYears(1))) {
            throw Problem.invalid("monday", "duty.monday");
        }
    }

    private void tell(Acting acting, Point point, LocalDate monday, int shifts) {
        facts.publish(new DutyWritten(header(acting, point), monday.toString(), shifts));
    }

    private static Fact.Header header(Acting acting, Point point) {
        var place = point.place();
        return acting.header(
                        point.jurisdiction(),
                        place == null ? "grid" : "place",
                        place == null ? new Id(point.area().code()) : place)
                .area(point.area());
    }
}
