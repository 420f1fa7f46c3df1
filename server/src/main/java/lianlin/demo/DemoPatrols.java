package lianlin.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import lianlin.demo.DemoPeople.Everybody;
import lianlin.kernel.time.WorkCalendar;
import lianlin.territory.patrol.PatrolHistory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Writes the patrols of two weeks through the grids of the community on stage (TER-11).
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoPatrols {
    private static final int DAYS = 14;

    private final PatrolHistory history;
    private final Clock clock;

    DemoPatrols(PatrolHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    int write(Ground ground, Everybody everybody, int grids) {
        var today = LocalDate.now(clock);
        var worker = everybody.of(Cast.GRID);
        var patrols = new ArrayList<PatrolHistory.Past>();
        for (var day = DAYS; day > 0; day--) {
            for (var grid = 1; grid <= Math.min(3, grids); grid++) {
                var number = day * 3 + grid;
                var found = number % 7 == 0;
                patrols.add(new PatrolHistory.Past(
                        ground.stage().area().grid(grid),
                        worker.account(),
                        worker.name(),
                        today.minusDays(day)
                                .atTime(9 + (day + grid) % 3 * 3, 10 * grid)
                                .atZone(WorkCalendar.ZONE)
                                .toInstant(),
                        found ? number % 2 == 0 ? "SAFETY" : "FACILITY" : null,
                        found ? number % 2 == 0 ? "3 栋一楼楼道堆了纸箱，已劝住户当天清走" : "小广场单杠松动，已报物业" : null));
            }
        }
        history.write(patrols);
        return patrols.size();
    }
}
