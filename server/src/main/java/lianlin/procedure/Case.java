package lianlin.procedure;

import java.time.Duration;
import java.time.Instant;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.http.Versioned;
import lianlin.kernel.time.Deadline;
import lianlin.kernel.time.Lamp;
import lianlin.kernel.time.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// A running thing: by which procedure and version, in which state, who has the ball, where it belongs, until when.
/// `requesterName` is masked.
public record Case(
        int jurisdiction,
        Id id,
        String procedure,
        int procedureVersion,
        String state,
        String number,
        String title,
        @Nullable String topic,
        boolean urgent,
        Area area,
        @Nullable Id requester,
        @Nullable String requesterName,
        @Nullable Holder holder,
        Instant opened,
        @Nullable Deadline clock,
        @Nullable Instant closed,
        int version)
        implements Versioned {

    /// The case in another state, with the clock that the state starts.
    Case moved(String next, @Nullable Holder held, @Nullable Deadline started, @Nullable Instant end) {
        return new Case(
                jurisdiction,
                id,
                procedure,
                procedureVersion,
                next,
                number,
                title,
                topic,
                urgent,
                area,
                requester,
                requesterName,
                held,
                opened,
                started,
                end,
                version + 1);
    }

    /// The lamp of the clock, yellow while at most so many percent of the time are left (CLK-05); none where no clock
    /// runs.
    @Nullable
    Lamp lamp(Instant now, WorkCalendar calendar, int yellow) {
        return clock == null || closed != null ? null : clock.lamp(now, calendar, yellow);
    }

    @Nullable
    Instant started() {
        return clock == null ? null : clock.started();
    }

    /// When the lamp turns from green to yellow: when so many percent of the working time are left (CLK-05).
    @Nullable
    Instant turns(WorkCalendar calendar, int yellow) {
        if (clock == null) {
            return null;
        }
        var total = calendar.workingTimeBetween(clock.started(), clock.due()).minus(clock.paused());
        return calendar.plusWorkingTime(
                clock.started(), total.multipliedBy(100 - yellow).dividedBy(100).plus(clock.paused()));
    }

    @Nullable
    Instant due() {
        return clock == null ? null : clock.due();
    }

    boolean paused() {
        return clock != null && clock.isPaused();
    }

    static @Nullable Deadline clock(
            @Nullable Instant started,
            @Nullable Instant due,
            long pausedSeconds,
            @Nullable Instant since,
            @Nullable String reason) {
        if (started == null || due == null) {
            return null;
        }
        var pause = since == null || reason == null
                ? null
                : new Deadline.Pause(since, Deadline.PauseReason.valueOf(reason));
        return new Deadline(started, due, Duration.ofSeconds(pausedSeconds), pause);
    }
}
