package lianlin.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Random;
import lianlin.kernel.time.WorkCalendar.LastDay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    private final WorkCalendar calendar = WorkCalendar.shipped();

    @ParameterizedTest
    @Tag("CLK-03")
    @CsvSource({
        "2025-01-01, false", "2025-01-26, true", "2025-01-27, true", "2025-01-28, false", "2025-02-04, false",
        "2025-02-08, true", "2025-04-27, true", "2025-06-02, false", "2025-10-08, false", "2025-10-11, true",
        "2025-10-12, false", "2026-01-02, false", "2026-01-04, true", "2026-02-14, true", "2026-02-23, false",
        "2026-02-28, true", "2026-05-09, true", "2026-06-19, false", "2026-09-20, true", "2026-09-25, false",
        "2026-10-07, false", "2026-10-08, true", "2026-10-10, true", "2026-10-11, false", "2031-05-01, true"
    })
    void knowsTheNotices(LocalDate date, boolean worked) {
        assertThat(calendar.isWorkingDay(date)).isEqualTo(worked);
    }

    @Test
    @Tag("CLK-03")
    void yearsWithoutNoticeArePlainWeeksAndSaySo() {
        assertThat(calendar.isLoaded(2025)).isTrue();
        assertThat(calendar.isLoaded(2026)).isTrue();
        assertThat(calendar.isLoaded(2024)).isFalse();
        assertThat(calendar.isLoaded(2027)).isFalse();
        for (var day = LocalDate.of(2027, 1, 1); day.getYear() == 2027; day = day.plusDays(1)) {
            assertThat(calendar.isWorkingDay(day))
                    .isEqualTo(day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
        }
        assertThat(calendar.find(LocalDate.of(2026, 2, 17)).orElseThrow().name())
                .isEqualTo("春节");
    }

    @ParameterizedTest
    @Tag("CLK-01")
    @Tag("CLK-03")
    @CsvSource({
        "2026-02-13T09:00, 1,  2026-02-14",
        "2026-02-13T09:00, 2,  2026-02-24",
        "2026-02-13T09:00, 3,  2026-02-25",
        "2026-02-13T00:00, 3,  2026-02-25",
        "2026-02-13T23:59, 3,  2026-02-25",
        "2026-02-14T12:00, 1,  2026-02-24",
        "2026-02-18T12:00, 1,  2026-02-24",
        "2026-02-27T12:00, 1,  2026-02-28",
        "2026-02-27T12:00, 2,  2026-03-02",
        "2026-03-02T12:00, 5,  2026-03-09",
        "2025-12-31T10:00, 1,  2026-01-04",
        "2026-12-31T10:00, 2,  2027-01-04",
        "2025-09-30T10:00, 2,  2025-10-10",
        "2025-09-30T10:00, 3,  2025-10-11"
    })
    void workingDaysSkipHolidaysAndCountMakeUpDays(LocalDateTime start, int days, LocalDate due) {
        var moment = calendar.due(at(start), days);

        assertThat(calendar.dueDay(moment)).isEqualTo(due);
        assertThat(moment).isEqualTo(at(due.plusDays(1).atStartOfDay()));
    }

    @Test
    @Tag("CLK-01")
    void offices() {
        var office = calendar.closingAt(LocalTime.of(17, 30));

        assertThat(office.due(at("2026-02-13T09:00"), 3)).isEqualTo(at("2026-02-25T17:30"));
        assertThat(office.dueDay(at("2026-02-25T17:30"))).isEqualTo("2026-02-25");
    }

    @ParameterizedTest
    @Tag("CLK-02")
    @CsvSource({
        "2026-03-02T10:00, P7D,  AS_IT_FALLS,      2026-03-09",
        "2026-02-10T10:00, P7D,  AS_IT_FALLS,      2026-02-17",
        "2026-02-10T10:00, P7D,  NEXT_WORKING_DAY, 2026-02-24",
        "2026-02-07T10:00, P7D,  NEXT_WORKING_DAY, 2026-02-14",
        "2026-01-31T10:00, P1M,  AS_IT_FALLS,      2026-02-28",
        "2026-01-31T10:00, P1M,  NEXT_WORKING_DAY, 2026-02-28",
        "2028-01-31T10:00, P1M,  AS_IT_FALLS,      2028-02-29",
        "2025-08-31T10:00, P6M,  AS_IT_FALLS,      2026-02-28",
        "2025-10-01T10:00, P1Y,  AS_IT_FALLS,      2026-10-01",
        "2025-10-01T10:00, P1Y,  NEXT_WORKING_DAY, 2026-10-08",
        "2024-02-29T10:00, P1Y,  AS_IT_FALLS,      2025-02-28"
    })
    void calendarPeriodsKeepTheDayNumber(LocalDateTime start, Period period, LastDay lastDay, LocalDate due) {
        assertThat(calendar.dueDay(calendar.due(at(start), period, lastDay))).isEqualTo(due);
    }

    @Test
    @Tag("CLK-06")
    void theDayBeginsAtMidnightInChina() {
        assertThat(calendar.day(Instant.parse("2026-03-01T16:00:00Z"))).isEqualTo("2026-03-02");
        assertThat(calendar.day(Instant.parse("2026-03-01T15:59:59Z"))).isEqualTo("2026-03-01");
    }

    @ParameterizedTest
    @Tag("CLK-05")
    @CsvSource({
        "2026-03-02T09:00, 2026-03-03T09:00, PT24H",
        "2026-03-06T15:00, 2026-03-10T10:00, PT43H",
        "2026-03-07T10:00, 2026-03-08T20:00, PT0S",
        "2026-03-07T10:00, 2026-03-09T01:00, PT1H",
        "2026-02-13T09:00, 2026-02-26T00:00, PT87H",
        "2026-03-03T09:00, 2026-03-02T09:00, PT-24H"
    })
    void workingTimeStandsStillOnDaysOff(LocalDateTime from, LocalDateTime to, Duration time) {
        assertThat(calendar.workingTimeBetween(at(from), at(to))).isEqualTo(time);
    }

    @Test
    @Tag("CLK-01")
    void agreesWithCountingDayByDay() {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++) {
            var start = LocalDate.of(2024, 6, 1).plusDays(random.nextInt(1200));
            var days = 1 + random.nextInt(300);
            var expected = start;
            for (var left = days; left > 0; ) {
                expected = expected.plusDays(1);
                left -= calendar.isWorkingDay(expected) ? 1 : 0;
            }
            var from = at(start.atTime(10, 0));
            assertThat(calendar.dueDay(calendar.due(from, days))).isEqualTo(expected);

            var time = Duration.ofMinutes(1 + random.nextInt(500_000));
            var later = calendar.plusWorkingTime(from, time);
            assertThat(calendar.workingTimeBetween(from, later)).isEqualTo(time);
            assertThat(calendar.workingTimeBetween(from, later.minusSeconds(1))).isLessThan(time);
        }
    }

    @Test
    @Tag("CLK-03")
    void aDayIsNamedOnce() {
        var day = new WorkCalendarDay(LocalDate.of(2027, 1, 1), WorkCalendarDay.Kind.HOLIDAY, "元旦");

        assertThatIllegalArgumentException().isThrownBy(() -> WorkCalendar.of(List.of(day, day)));
        assertThat(WorkCalendar.of(List.of(day)).isLoaded(2027)).isTrue();
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }
}
