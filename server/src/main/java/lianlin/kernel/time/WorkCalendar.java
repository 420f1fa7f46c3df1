package lianlin.kernel.time;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which days are worked, and what follows from that for deadlines (CLK-01 to CLK-06). Made from the days
/// that the yearly notices name; all other days go by the week. Immutable; every question costs a search in
/// the sorted days and no walk.
///
/// A deadline is the end of its last day: 24:00 in China, which as a moment is 0:00 of the day after, or the
/// closing time of offices. At that moment it is over. [#dueDay] gives the day that people read.
///
/// Working time counts whole working days of 24 hours.
public final class WorkCalendar {
    /// The time zone of all local dates (CLK-06).
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// What becomes of a deadline in calendar days, months or years whose last day is not worked (CLK-02).
    public enum LastDay {
        /// Civil deadlines move to the next working day.
        NEXT_WORKING_DAY,
        /// Membership ages and probation do not move.
        AS_IT_FALLS
    }

    private static final long MICROS_OF_DAY = Duration.ofDays(1).dividedBy(Duration.of(1, MICROS));
    private static final int WEEK = 7;
    private static final int WORKED = 5;
    /// From 1970-01-01, a Thursday, back to the Monday from which weeks are counted.
    private static final int TO_MONDAY = 3;

    private final NavigableMap<LocalDate, WorkCalendarDay> days;
    private final @Nullable LocalTime closing;
    /// The named days that differ from the week, and how many working days they add up to, before and after each.
    private final long[] exceptions;
    private final int[] sums;
    private final int least;
    private final int most;

    private WorkCalendar(NavigableMap<LocalDate, WorkCalendarDay> days, @Nullable LocalTime closing) {
        this.days = days;
        this.closing = closing;
        var differing = days.values().stream()
                .filter(day -> day.kind().isWorked() != isWeekday(day.date().toEpochDay()))
                .toList();
        exceptions =
                differing.stream().mapToLong(day -> day.date().toEpochDay()).toArray();
        sums = new int[exceptions.length + 1];
        var lowest = 0;
        var highest = 0;
        for (var i = 0; i < exceptions.length; i++) {
            sums[i + 1] = sums[i] + (differing.get(i).kind().isWorked() ? 1 : -1);
            lowest = Math.min(lowest, sums[i + 1]);
            highest = Math.max(highest, sums[i + 1]);
        }
        least = lowest;
        most = highest;
    }

    /// A calendar of the days that notices name. Two rows for one date are refused (`IllegalArgumentException`).
    public static WorkCalendar of(Collection<WorkCalendarDay> days) {
        var sorted = new TreeMap<LocalDate, WorkCalendarDay>();
        for (var day : days) {
            if (sorted.put(day.date(), day) != null) {
                throw new IllegalArgumentException("The calendar names a day twice: " + day.date());
            }
        }
        return new WorkCalendar(sorted, null);
    }

    /// The calendar of the years that come with the product.
    public static WorkCalendar shipped() {
        return of(shippedDays());
    }

    /// The same years as rows, to fill a table with.
    public static List<WorkCalendarDay> shippedDays() {
        return List.copyOf(ShippedCalendar.days());
    }

    /// The same calendar with deadlines that end when offices close instead of at 24:00 (CLK-01).
    public WorkCalendar closingAt(LocalTime time) {
        return new WorkCalendar(days, time);
    }

    /// Whether the notice of a year is loaded, told by its 1 January. False calls for a warning: the year
    /// counts plain weeks (CLK-03).
    public boolean isLoaded(int year) {
        return days.containsKey(LocalDate.of(year, 1, 1));
    }

    public boolean isWorkingDay(LocalDate date) {
        return isWorked(date.toEpochDay());
    }

    /// What a notice says about a day; empty for a day that goes by the week.
    public Optional<WorkCalendarDay> find(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    /// The end of the last of `workingDays` (at least 1) working days; the day of the start does not count
    /// (CLK-01).
    public Instant due(Instant start, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("A deadline has at least one working day");
        }
        return end(workedDay(workedBefore(day(start).toEpochDay() + 1) + workingDays - 1));
    }

    /// The end of the last day of a period of calendar days, months or years. A month ends on the same day
    /// number, or on the last day of a month that has no such number (CLK-02).
    public Instant due(Instant start, Period period, LastDay lastDay) {
        var last = day(start).plus(period);
        return switch (lastDay) {
            case AS_IT_FALLS -> end(last.toEpochDay());
            case NEXT_WORKING_DAY -> end(workedDay(workedBefore(last.toEpochDay())));
        };
    }

    /// The day on whose end a deadline falls.
    public LocalDate dueDay(Instant due) {
        return day(due.minusNanos(1));
    }

    /// The day that a moment belongs to in China (CLK-06).
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /// The working time between two moments, to the microsecond; negative when `to` is the earlier one.
    public Duration workingTimeBetween(Instant from, Instant to) {
        return Duration.of(position(to) - position(from), MICROS);
    }

    /// The earliest moment that lies so much working time after another (`IllegalArgumentException` if negative).
    public Instant plusWorkingTime(Instant from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time does not run backwards");
        }
        if (workingTime.isZero()) {
            return from;
        }
        var target = position(from) + workingTime.dividedBy(Duration.of(1, MICROS));
        var time = Math.floorMod(target, MICROS_OF_DAY);
        var whole = Math.floorDiv(target, MICROS_OF_DAY);
        return time == 0
                ? midnight(workedDay(whole - 1) + 1)
                : LocalDate.ofEpochDay(workedDay(whole))
                        .atTime(LocalTime.ofNanoOfDay(time * 1000))
                        .atZone(ZONE)
                        .toInstant();
    }

    /// The colour of a clock: red from `due` on, yellow when at most `yellowPercent` of its working time are
    /// left, else green (CLK-05).
    public Lamp lamp(Instant start, Instant due, Instant now, int yellowPercent) {
        return Lamp.of(!now.isBefore(due), workingTimeBetween(start, due), workingTimeBetween(now, due), yellowPercent);
    }

    private Instant end(long epochDay) {
        return closing == null
                ? midnight(epochDay + 1)
                : LocalDate.ofEpochDay(epochDay).atTime(closing).atZone(ZONE).toInstant();
    }

    private static Instant midnight(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay(ZONE).toInstant();
    }

    /// Working time from the first counted Monday to a moment, in microseconds.
    private long position(Instant moment) {
        var local = moment.atZone(ZONE);
        var day = local.toLocalDate().toEpochDay();
        var time = isWorked(day) ? local.toLocalTime().toNanoOfDay() / 1000 : 0;
        return workedBefore(day) * MICROS_OF_DAY + time;
    }

    private boolean isWorked(long day) {
        return workedBefore(day + 1) > workedBefore(day);
    }

    /// How many working days lie between the first counted Monday and a day: those of the week, and the exceptions.
    private long workedBefore(long day) {
        return weekdaysBefore(day) + sums[exceptionsBefore(day)];
    }

    private int exceptionsBefore(long day) {
        var at = Arrays.binarySearch(exceptions, day);
        return at < 0 ? -at - 1 : at;
    }

    /// The working day that has `number` working days before it. It lies between the days that have as many
    /// weekdays before them, less the most and the least that exceptions ever add up to.
    private long workedDay(long number) {
        var low = weekday(number - most);
        var high = weekday(number - least);
        while (low < high) {
            var middle = Math.floorDiv(low + high, 2);
            if (workedBefore(middle + 1) > number) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long weekdaysBefore(long day) {
        var since = day + TO_MONDAY;
        return Math.floorDiv(since, WEEK) * WORKED + Math.min(WORKED, Math.floorMod(since, WEEK));
    }

    private static long weekday(long number) {
        return Math.floorDiv(number, WORKED) * WEEK + Math.floorMod(number, WORKED) - TO_MONDAY;
    }

    private static boolean isWeekday(long day) {
        return Math.floorMod(day + TO_MONDAY, WEEK) < WORKED;
    }
}
