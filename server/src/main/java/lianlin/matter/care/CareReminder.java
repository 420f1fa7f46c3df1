package lianlin.matter.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Reminder;
import lianlin.identity.Reminding;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Sentences;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Visits that are over their day are work for the team and the community (SRV-05).
@Component
@Order(4)
class CareReminder implements Reminding {
    private final CareStore pairs;
    private final Sentences sentences;
    private final Clock clock;

    CareReminder(CareStore pairs, Sentences sentences, Clock clock) {
        this.pairs = pairs;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public List<Reminder> remind(Acting acting) {
        if (!acting.may("care.visit") || acting.scope().reach() == Scope.Reach.OWN) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var late =
                pairs.count(Sight.of(acting, today), new CareStore.Filter(null, true, null, null, null, null), today);
        if (late != null && late == 0) {
            return List.of();
        }
        var shown = late == null ? 1_001 : late;
        return List.of(new Reminder("care-late", shown, sentences.of("reminder.care-late", shown)));
    }
}
