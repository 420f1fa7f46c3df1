package lianlin.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.demo.DemoPeople.Everybody;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.territory.duty.DutyHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Writes rosters of this week and the next: at the service centre of the community on stage and in one of its grids,
/// and
/// at the places of some other communities (TER-11).
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoDuty {
    private static final int DAYS = 14;
    private static final int ELSEWHERE = 12;
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final DutyHistory history;
    private final Clock clock;

    DemoDuty(DutyHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /// `stations` are the first places of communities, `phones` their numbers.
    int write(Ground ground, Everybody everybody, Map<Area, Id> stations, Map<Area, String> phones, int gridsOnStage) {
        var stage = ground.stage().area();
        var staff = List.of(Cast.CLERK, Cast.SECRETARY, Cast.GRID);
        var monday = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var names = new Invented(new Dice("duty"), 980_000);
        var shifts = new ArrayList<DutyHistory.Past>();
        for (var day = 0; day < DAYS; day++) {
            for (var half = 0; half < 2; half++) {
                var who = everybody.of(staff.get((day + half) % staff.size()));
                shifts.add(new DutyHistory.Past(
                        stage,
                        stations.get(stage),
                        phones.get(stage),
                        monday.plusDays(day),
                        half == 0 ? LocalTime.of(8, 30) : NOON,
                        half == 0 ? NOON : LocalTime.of(20, 30),
                        who.account(),
                        who.name()));
            }
        }
        for (var community : ground.order()) {
            var area = community.area();
            if (area.equals(stage) || !stations.containsKey(area) || shifts.size() > DAYS * (2 + ELSEWHERE)) {
                continue;
            }
            for (var day = 0; day < DAYS; day++) {
                shifts.add(byName(area, stations.get(area), phones.get(area), monday.plusDays(day), names));
            }
        }
        for (var day = 0; gridsOnStage > 1 && day < DAYS; day++) {
            shifts.add(byName(stage.grid(2), null, null, monday.plusDays(day), names));
        }
        history.write(shifts);
        return shifts.size();
    }

    private static DutyHistory.Past byName(
            Area area, @Nullable Id station, @Nullable String phone, LocalDate day, Invented names) {
        return new DutyHistory.Past(
                area,
                station,
                phone,
                day,
                LocalTime.of(9, 0),
                LocalTime.of(17, 30),
                null,
                names.name().reveal());
    }
}
