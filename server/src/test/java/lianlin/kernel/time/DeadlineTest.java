package lianlin.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import lianlin.kernel.time.Deadline.PauseReason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    private final WorkCalendar calendar = WorkCalendar.shipped();
    private final Deadline tenDays = Deadline.running(at("2026-03-01T10:00"), at("2026-03-14T00:00"));

    @ParameterizedTest
    @Tag("CLK-05")
    @CsvSource({
        "2026-03-01T10:00, 30, GREEN",
        "2026-03-10T23:59, 30, GREEN",
        "2026-03-11T00:00, 30, YELLOW",
        "2026-03-11T00:00, 29, GREEN",
        "2026-03-11T23:59, 20, GREEN",
        "2026-03-12T00:00, 20, YELLOW",
        "2026-03-13T23:59, 30, YELLOW",
        "2026-03-14T00:00, 30, RED",
        "2026-03-14T12:00, 30, RED",
        "2026-03-13T23:59, 0,  GREEN"
    })
    void lampsFollowTheWorkingTimeLeft(LocalDateTime now, int yellowPercent, Lamp lamp) {
        assertThat(tenDays.lamp(at(now), calendar, yellowPercent)).isEqualTo(lamp);
        assertThat(calendar.lamp(tenDays.started(), tenDays.due(), at(now), yellowPercent))
                .isEqualTo(lamp);
    }

    @Test
    @Tag("CLK-05")
    void aDeadlineWithinAWeekendIsYellowUntilItIsOver() {
        var weekend = Deadline.running(at("2026-03-07T10:00"), at("2026-03-09T00:00"));

        assertThat(weekend.lamp(at("2026-03-08T10:00"), calendar, 30)).isEqualTo(Lamp.YELLOW);
        assertThat(weekend.lamp(at("2026-03-09T00:00"), calendar, 30)).isEqualTo(Lamp.RED);
    }

    @Test
    @Tag("CLK-04")
    void aPauseMovesTheDeadlineByItsWorkingTime() {
        var paused = tenDays.pausedAt(at("2026-03-06T15:00"), PauseReason.APPLICANT_SUPPLEMENT);
        var resumed = paused.resumedAt(at("2026-03-10T10:00"), calendar);

        assertThat(resumed.isPaused()).isFalse();
        assertThat(resumed.paused()).isEqualTo(Duration.ofHours(43));
        assertThat(resumed.due()).isEqualTo(at("2026-03-17T19:00"));
        assertThat(resumed.left(at("2026-03-10T10:00"), calendar))
                .isEqualTo(tenDays.left(at("2026-03-06T15:00"), calendar));
        assertThat(resumed.elapsed(at("2026-03-11T00:00"), calendar)).isEqualTo(Duration.ofDays(7));
    }

    @Test
    @Tag("CLK-04")
    void whileItStandsNothingRunsOut() {
        var paused = tenDays.pausedAt(at("2026-03-06T15:00"), PauseReason.OTHER_AUTHORITY);
        var muchLater = at("2026-04-20T00:00");

        assertThat(paused.isOver(muchLater)).isFalse();
        assertThat(paused.lamp(muchLater, calendar, 30)).isEqualTo(Lamp.GREEN);
        assertThat(paused.left(muchLater, calendar)).isEqualTo(Duration.ofHours(5 * 24 + 9));
        assertThat(paused.pausedUntil(at("2026-03-10T10:00"), calendar)).isEqualTo(Duration.ofHours(43));
    }

    @Test
    @Tag("CLK-04")
    void secondPausesAddUp() {
        var twice = tenDays.pausedAt(at("2026-03-03T00:00"), PauseReason.OTHER_AUTHORITY)
                .resumedAt(at("2026-03-04T00:00"), calendar)
                .pausedAt(at("2026-03-05T00:00"), PauseReason.APPLICANT_SUPPLEMENT)
                .resumedAt(at("2026-03-07T00:00"), calendar);

        assertThat(twice.paused()).isEqualTo(Duration.ofDays(3));
        assertThat(twice.due()).isEqualTo(at("2026-03-19T00:00"));
    }

    @Test
    @Tag("CLK-04")
    void whatIsOverdueStaysOverdue() {
        var late = tenDays.pausedAt(at("2026-03-16T10:00"), PauseReason.OTHER_AUTHORITY);

        assertThat(late.lamp(at("2026-03-16T10:00"), calendar, 30)).isEqualTo(Lamp.RED);
        assertThat(late.resumedAt(at("2026-03-20T10:00"), calendar)).isEqualTo(tenDays);
    }

    @Test
    @Tag("CLK-04")
    void aClockStandsOrRuns() {
        var paused = tenDays.pausedAt(at("2026-03-06T15:00"), PauseReason.OTHER_AUTHORITY);

        assertThatIllegalStateException()
                .isThrownBy(() -> paused.pausedAt(at("2026-03-06T16:00"), PauseReason.OTHER_AUTHORITY));
        assertThatIllegalStateException().isThrownBy(() -> tenDays.resumedAt(at("2026-03-06T16:00"), calendar));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }
}
