package lianlin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import lianlin.demo.DemoOrganizations.Founded;
import lianlin.demo.DemoPeople.Everybody;
import lianlin.kernel.codes.PersonName;
import lianlin.matter.care.CareHistory;
import lianlin.matter.care.CareNeed;
import lianlin.matter.care.VisitPlan;
import lianlin.procedure.CaseHistory.Signature;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Writes the care pairs of the community on stage: most visited in time, some late, one paused, one waiting for consent
/// (SRV-05).
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoCare {
    private static final int PAIRS = 14;
    private static final List<List<CareNeed>> NEEDS = List.of(
            List.of(CareNeed.LIVING_ALONE, CareNeed.AGED),
            List.of(CareNeed.DISABLED),
            List.of(CareNeed.EMPTY_NEST, CareNeed.AGED),
            List.of(CareNeed.LOW_INCOME, CareNeed.ILLNESS),
            List.of(CareNeed.CHILD),
            List.of(CareNeed.VETERAN, CareNeed.AGED));
    private static final List<String> DONE =
            List.of("量了血压，陪着说了会儿话", "换了厨房的灯管，检查了煤气", "打电话问了近况，一切都好", "送了降温提醒，帮忙取了药");

    private final CareHistory history;
    private final Clock clock;

    DemoCare(CareHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    int write(Ground ground, Founded founded, Everybody everybody, int grids) {
        var stage = ground.stage();
        var team = founded.teams().getOrDefault(stage, List.of()).getFirst();
        var invented = new Invented(new Dice("care"), 970_000);
        var clerk = everybody.of(Cast.CLERK);
        var by = new Signature(clerk.account(), clerk.post());
        var resident = everybody.of(Cast.RESIDENT_ONE);
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var pasts = new ArrayList<CareHistory.Past>();
        for (var i = 0; i < PAIRS; i++) {
            var known = i == 0;
            var helper = everybody.of(i % 3 == 2 ? Cast.FIRST_TEAM : Cast.VOLUNTEER);
            var opened = now.minus(Duration.ofDays(90L + i));
            var plan = new VisitPlan(
                    1 + i % 2,
                    VisitPlan.Unit.WEEKS,
                    1 + i % 5,
                    today.minusDays(84L - i),
                    LocalTime.of(9 + i % 3, 0),
                    LocalTime.of(11 + i % 3, 0));
            pasts.add(new CareHistory.Past(
                    grids == 0 ? stage.area() : stage.area().grid(1 + i % grids),
                    team.id(),
                    helper.account(),
                    NEEDS.get(i % NEEDS.size()),
                    2 + i % 3,
                    known ? new PersonName("李桂芳") : invented.name(),
                    invented.phone(),
                    invented.address(stage.name()),
                    known ? resident.person() : null,
                    by,
                    opened,
                    i == PAIRS - 1 ? null : plan,
                    DONE,
                    i == 4 || i == 8 ? 1 : 0,
                    i == 10,
                    i == 12));
        }
        history.write(pasts);
        return pasts.size();
    }
}
