package lianlin.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Reminder;
import lianlin.identity.Reminding;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.time.WorkCalendar;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Deadlines reach into a year whose holidays are not loaded yet: until they are, its plain weeks count (CLK-03).
@Component
@Order(2)
class CalendarReminder implements Reminding {
    private static final int DAYS_AHEAD = 60;

    private final WorkCalendar calendar;
    private final Sentences sentences;
    private final Clock clock;

    CalendarReminder(WorkCalendar calendar, Sentences sentences, Clock clock) {
        this.calendar = calendar;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public List<Reminder> remind(Acting acting) {
        var today = LocalDate.now(clock);
        var ahead = today.plusDays(DAYS_AHEAD).getYear();
        var year = calendar.isLoaded(today.getYear()) ? ahead : today.getYear();
        if (calendar.isLoaded(year) || acting.scope().reach() == Scope.Reach.OWN || !acting.may("case.read")) {
            return List.of();
        }
        return List.of(new Reminder("calendar", 1, sentences.of("reminder.calendar", year)));
    }
}
