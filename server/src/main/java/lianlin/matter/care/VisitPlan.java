package lianlin.matter.care;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import lianlin.kernel.time.WorkCalendar;
import lianlin.kernel.time.WorkCalendarDay;
import org.jspecify.annotations.Nullable;

/// When a helper comes: every so many days, weeks or months from a day on, perhaps on one day of the week (1 is
/// Monday),
/// within hours of the day. The days are computed: none is stored (SRV-05).
public record VisitPlan(
        @Min(1) @Max(52) int every,
        @NotNull Unit unit,
        @Nullable @Min(1) @Max(7) Integer weekday,
        @NotNull LocalDate startsOn,

        @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "09:00")
        LocalTime from,

        @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "11:00")
        LocalTime until) {

    public enum Unit {
        DAYS,
        WEEKS,
        MONTHS
    }

    /// A day of the plan, and the day on which it falls by the calendar.
    record Occurrence(LocalDate plannedOn, LocalDate dueOn) {}

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int FRIDAY = 5;

    /// The first day that is due after another of the plan; null asks for the first of all.
    Occurrence after(@Nullable LocalDate settled, WorkCalendar calendar) {
        var last = settled == null ? null : due(settled, calendar);
        var number = settled == null ? 0 : estimate(settled);
        for (; ; number++) {
            var planned = planned(number);
            if (settled != null && !planned.isAfter(settled)) {
                continue;
            }
            var due = due(planned, calendar);
            // holidays draw several days of a plan together: they are one visit
            if (last == null || due.isAfter(last)) {
                return new Occurrence(planned, due);
            }
        }
    }

    /// The days after another, one after the other.
    Stream<Occurrence> following(@Nullable LocalDate settled, WorkCalendar calendar) {
        return Stream.iterate(after(settled, calendar), last -> after(last.plannedOn(), calendar));
    }

    /// The first day on or after a date.
    Occurrence from(LocalDate day, WorkCalendar calendar) {
        return following(null, calendar)
                .filter(each -> !each.dueOn().isBefore(day))
                .findFirst()
                .orElseThrow();
    }

    /// How long before its day a visit still is the visit of that day: half of what lies between two.
    int ahead() {
        return every
                * switch (unit) {
                    case DAYS -> 1;
                    case WEEKS -> WEEK;
                    case MONTHS -> MONTH;
                }
                / 2;
    }

    private LocalDate planned(long number) {
        var steps = number * every;
        return switch (unit) {
            case DAYS -> startsOn.plusDays(steps);
            case WEEKS -> onWeekday(startsOn).plusWeeks(steps);
            case MONTHS -> onWeekday(startsOn.plusMonths(steps));
        };
    }

    private LocalDate onWeekday(LocalDate day) {
        return weekday == null ? day : day.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
    }

    /// A number of the plan that does not lie behind the one looked for.
    private long estimate(LocalDate settled) {
        var units = switch (unit) {
            case DAYS -> ChronoUnit.DAYS.between(startsOn, settled);
            case WEEKS -> ChronoUnit.WEEKS.between(startsOn, settled);
            case MONTHS -> ChronoUnit.MONTHS.between(startsOn, settled);
        };
        return Math.max(0, units / every - 1);
    }

    /// Who wants a Saturday gets Saturdays, but no holiday; all other plans keep to working days (CLK-01).
    private LocalDate due(LocalDate planned, WorkCalendar calendar) {
        var weekend = weekday != null && weekday > FRIDAY;
        return Stream.iterate(planned, day -> day.plusDays(1))
                .filter(day -> weekend ? !holiday(day, calendar) : calendar.isWorkingDay(day))
                .findFirst()
                .orElseThrow();
    }

    private static boolean holiday(LocalDate day, WorkCalendar calendar) {
        Optional<WorkCalendarDay> known = calendar.find(day);
        return known.isPresent() && known.get().kind() == WorkCalendarDay.Kind.HOLIDAY;
    }
}
