package lianlin.matter.menu;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import lianlin.kernel.time.WorkCalendar;
import lianlin.kernel.time.WorkCalendarDay;
import org.jspecify.annotations.Nullable;

/// When a service by appointment is given, and to how many at once (SRV-03). `heldOn` is the date of an extra day.
public record Opening(
        @NotNull Day day,
        @Nullable LocalDate heldOn,

        @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "18:30")
        LocalTime starts,

        @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "20:00")
        LocalTime ends,

        @Min(1) @Max(200) int places) {

    public enum Day {
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
        SATURDAY,
        SUNDAY,
        /// Every working day, make-up days included.
        WORKDAYS,
        /// Every day off: weekends and holidays (错时、节假日).
        DAYS_OFF,
        /// One day, whatever the calendar says.
        DATE
    }

    /// Whether it is given on a day. A day of the week that falls on a holiday is none.
    boolean on(LocalDate date, WorkCalendar calendar) {
        return switch (day) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY ->
                date.getDayOfWeek() == DayOfWeek.valueOf(day.name())
                        && calendar.find(date)
                                .map(known -> known.kind() != WorkCalendarDay.Kind.HOLIDAY)
                                .orElse(true);
            case WORKDAYS -> calendar.isWorkingDay(date);
            case DAYS_OFF -> !calendar.isWorkingDay(date);
            case DATE -> date.equals(heldOn);
        };
    }
}
