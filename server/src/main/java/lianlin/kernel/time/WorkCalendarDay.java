package lianlin.kernel.time;

import java.time.LocalDate;

/// A day that a notice names (CLK-03). Days that nobody names are working days from Monday to Friday.
public record WorkCalendarDay(LocalDate date, Kind kind, String name) {
    /// HOLIDAY 放假 and REST 休息 are off; WORK 工作 and MAKEUP 调休上班 are worked, whatever the day of the week.
    public enum Kind {
        WORK,
        REST,
        HOLIDAY,
        MAKEUP;

        boolean isWorked() {
            return switch (this) {
                case WORK, MAKEUP -> true;
                case REST, HOLIDAY -> false;
            };
        }
    }
}
