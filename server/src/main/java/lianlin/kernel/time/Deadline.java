package lianlin.kernel.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A running clock with its deadline, which may stand still for two reasons and no other (CLK-04). Resuming
/// moves `due` by the working time of the pause; `paused` sums up all pauses that have ended, in working
/// time, so that it can be shown apart and `elapsed` still contains it.
public record Deadline(
        Instant started,
        Instant due,
        Duration paused,
        @Nullable Pause pause) {
    /// Why a clock stands still.
    public enum PauseReason {
        /// Waiting for the applicant's supplement.
        APPLICANT_SUPPLEMENT,
        /// Waiting for another authority.
        OTHER_AUTHORITY
    }

    /// The pause that has not ended yet.
    public record Pause(Instant since, PauseReason reason) {}

    /// A clock that has never stood still.
    public static Deadline running(Instant started, Instant due) {
        return new Deadline(started, due, Duration.ZERO, null);
    }

    public boolean isPaused() {
        return pause != null;
    }

    /// Stops the clock; `IllegalStateException` when it stands already.
    public Deadline pausedAt(Instant now, PauseReason reason) {
        if (pause != null) {
            throw new IllegalStateException("The clock stands already");
        }
        return new Deadline(started, due, paused, new Pause(now, reason));
    }

    /// Lets the clock go on; `IllegalStateException` when it runs. A pause that began after the deadline
    /// moves nothing: what is overdue stays overdue.
    public Deadline resumedAt(Instant now, WorkCalendar calendar) {
        if (pause == null) {
            throw new IllegalStateException("The clock runs already");
        }
        if (!pause.since().isBefore(due)) {
            return new Deadline(started, due, paused, null);
        }
        var stood = standing(now, calendar);
        return new Deadline(started, calendar.plusWorkingTime(due, stood), paused.plus(stood), null);
    }

    /// Whether the deadline is over; a clock that stands is judged by the moment when it stopped.
    public boolean isOver(Instant now) {
        return !effective(now).isBefore(due);
    }

    /// The working time that is left, negative when overdue.
    public Duration left(Instant now, WorkCalendar calendar) {
        return calendar.workingTimeBetween(effective(now), due);
    }

    /// The working time since the start, pauses included.
    public Duration elapsed(Instant now, WorkCalendar calendar) {
        return calendar.workingTimeBetween(started, now);
    }

    /// The working time of all pauses, the present one included.
    public Duration pausedUntil(Instant now, WorkCalendar calendar) {
        return paused.plus(standing(now, calendar));
    }

    /// The colour of the clock (CLK-05); pauses are no part of the time that it measures.
    public Lamp lamp(Instant now, WorkCalendar calendar, int yellowPercent) {
        var total = calendar.workingTimeBetween(started, due).minus(paused);
        return Lamp.of(isOver(now), total, left(now, calendar), yellowPercent);
    }

    private Instant effective(Instant now) {
        return pause == null ? now : pause.since();
    }

    private Duration standing(Instant now, WorkCalendar calendar) {
        if (pause == null || now.isBefore(pause.since())) {
            return Duration.ZERO;
        }
        return calendar.workingTimeBetween(pause.since(), now);
    }
}
