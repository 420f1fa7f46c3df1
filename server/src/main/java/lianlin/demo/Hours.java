package lianlin.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import lianlin.kernel.time.WorkCalendar;

/// When people do what: offices on working days in their hours, volunteers on all days in daylight, residents from
/// morning to night.
enum Hours {
    OFFICE(LocalTime.of(8, 35), LocalTime.of(17, 40), true),
    SERVICE(LocalTime.of(8, 30), LocalTime.of(20, 30), false),
    HOME(LocalTime.of(7, 0), LocalTime.of(22, 30), false);

    private final LocalTime opens;
    private final LocalTime closes;
    private final boolean working;

    Hours(LocalTime opens, LocalTime closes, boolean working) {
        this.opens = opens;
        this.closes = closes;
        this.working = working;
    }

    /// The moment itself where it lies inside, else one at the end of the last hours before it.
    Instant atOrBefore(Instant moment, WorkCalendar calendar, Dice dice) {
        var local = moment.atZone(WorkCalendar.ZONE);
        var day = local.toLocalDate();
        var time = local.toLocalTime();
        if (open(day, calendar) && !time.isBefore(opens) && !time.isAfter(closes)) {
            return moment;
        }
        if (!open(day, calendar) || time.isBefore(opens)) {
            day = day.minusDays(1);
            while (!open(day, calendar)) {
                day = day.minusDays(1);
            }
        }
        var length = (int) Duration.between(opens, closes).toSeconds();
        return day.atTime(closes)
                .minusSeconds(dice.between(0, length * 2 / 3))
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    private boolean open(LocalDate day, WorkCalendar calendar) {
        return !working || calendar.isWorkingDay(day);
    }
}
