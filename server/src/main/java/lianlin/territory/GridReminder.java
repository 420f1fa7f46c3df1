package lianlin.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Reminder;
import lianlin.identity.Reminding;
import lianlin.kernel.http.Sentences;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Grids without a head or without a worker are work for whoever may staff them, the community secretary first
/// (TER-09).
@Component
@Order(1)
class GridReminder implements Reminding {
    private final GridStore grids;
    private final Sentences sentences;
    private final Clock clock;

    GridReminder(GridStore grids, Sentences sentences, Clock clock) {
        this.grids = grids;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public List<Reminder> remind(Acting acting) {
        if (!acting.may("grid.edit")) {
            return List.of();
        }
        var gaps = grids.gapCount(acting.scope(), LocalDate.now(clock));
        return gaps == 0
                ? List.of()
                : List.of(new Reminder("grid-gaps", gaps, sentences.of("reminder.grid-gaps", gaps)));
    }
}
