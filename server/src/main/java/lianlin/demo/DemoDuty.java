package lianlin.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import lianlin.demo.DemoPeople.Everybody;
import lianlin.kernel.Id;
import lianlin.territory.duty.DutyHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Writes the roster of the community on stage: this week and the next, at its service centre (TER-11).
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoDuty {
    private static final int DAYS = 14;
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final DutyHistory history;
    private final Clock clock;

    DemoDuty(DutyHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    int write(Ground ground, Everybody everybody, @Nullable Id station, @Nullable String phone) {
        var stage = ground.stage().area();
        var staff = List.of(Cast.CLERK, Cast.SECRETARY, Cast.GRID);
        var monday = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var shifts = new ArrayList<DutyHistory.Past>();
        for (var day = 0; day < DAYS; day++) {
            for (var half = 0; half < 2; half++) {
                var who = everybody.of(staff.get((day + half) % staff.size()));
                shifts.add(new DutyHistory.Past(
                        stage,
                        station,
                        phone,
                        monday.plusDays(day),
                        half == 0 ? LocalTime.of(8, 30) : NOON,
                        half == 0 ? NOON : LocalTime.of(20, 30),
                        who.account(),
                        who.name()));
            }
        }
        history.write(shifts);
        return shifts.size();
    }
}
