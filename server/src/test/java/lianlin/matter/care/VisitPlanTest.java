package lianlin.matter.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.time.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// On which days somebody comes, by plan and calendar.
@Tag("SRV-05")
class VisitPlanTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.shipped();

    @Test
    void aWeekdayInAHolidayMovesToTheNextWorkingDay() {
        assertThat(days(2, VisitPlan.Unit.WEEKS, 3, "2026-09-16", 4))
                .containsExactly("2026-09-16", "2026-09-30", "2026-10-14", "2026-10-28");
        assertThat(days(1, VisitPlan.Unit.WEEKS, 4, "2026-09-24", 3))
                .containsExactly("2026-09-24", "2026-10-08", "2026-10-15");
    }

    @Test
    void whoWantsASaturdayGetsSaturdaysButNoHoliday() {
        assertThat(days(1, VisitPlan.Unit.WEEKS, 6, "2026-09-19", 3))
                .containsExactly("2026-09-19", "2026-09-28", "2026-10-08");
        assertThat(days(1, VisitPlan.Unit.WEEKS, 6, "2026-11-07", 2)).containsExactly("2026-11-07", "2026-11-14");
    }

    @Test
    void everyMonthEndsWithTheMonthAndKeepsToWorkingDays() {
        assertThat(days(1, VisitPlan.Unit.MONTHS, null, "2026-01-31", 4))
                .containsExactly("2026-02-02", "2026-02-28", "2026-03-31", "2026-04-30");
        assertThat(days(1, VisitPlan.Unit.MONTHS, 1, "2026-11-01", 3))
                .containsExactly("2026-11-02", "2026-12-07", "2027-01-04");
    }

    @Test
    void daysOfAWeekendAreOneVisit() {
        assertThat(days(1, VisitPlan.Unit.DAYS, null, "2026-11-19", 4))
                .containsExactly("2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24");
    }

    @Test
    void aPlanThatBeganLongAgoGoesOnFromAnyDay() {
        var plan = plan(3, VisitPlan.Unit.DAYS, null, "2020-01-01");
        var settled = LocalDate.parse("2026-11-16");

        assertThat(plan.after(settled, CALENDAR).plannedOn()).isAfter(settled).isBefore("2026-11-24");
        assertThat(plan.from(LocalDate.parse("2026-11-22"), CALENDAR).dueOn()).isAfterOrEqualTo("2026-11-22");
    }

    private static List<String> days(
            int every, VisitPlan.Unit unit, @Nullable Integer weekday, String starts, int number) {
        return plan(every, unit, weekday, starts)
                .following(null, CALENDAR)
                .limit(number)
                .map(each -> each.dueOn().toString())
                .toList();
    }

    private static VisitPlan plan(int every, VisitPlan.Unit unit, @Nullable Integer weekday, String starts) {
        return new VisitPlan(every, unit, weekday, LocalDate.parse(starts), null, null);
    }
}
