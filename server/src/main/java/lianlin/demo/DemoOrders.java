package lianlin.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Gatherers;
import lianlin.demo.DemoOrganizations.Founded;
import lianlin.demo.DemoPeople.Everybody;
import lianlin.identity.Accounts.Enrolled;
import lianlin.kernel.Area;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.time.WorkCalendar;
import lianlin.matter.order.OrderHistory;
import lianlin.organization.OrganizationRef;
import lianlin.procedure.CaseHistory.Signature;
import lianlin.procedure.Holder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Puts the people of the demo on their stages and writes the orders of the year.
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoOrders {
    private static final int TOGETHER = 40_000;
    private static final List<Cast> RESIDENTS = List.of(Cast.RESIDENT_ONE, Cast.RESIDENT_TWO, Cast.RESIDENT_THREE);

    private final OrderHistory history;
    private final WorkCalendar calendar;
    private final Clock clock;

    DemoOrders(OrderHistory history, WorkCalendar calendar, Clock clock) {
        this.history = history;
        this.calendar = calendar;
        this.clock = clock;
    }

    int write(
            Ground ground,
            Map<Area, Integer> grids,
            Founded founded,
            Everybody everybody,
            List<DemoMenu.Offered> offered,
            DemoSize size) {
        var stages = stages(ground, grids, founded, everybody);
        var plan = new OrderPlan(ground.jurisdiction(), stages, offered, calendar, clock.instant());
        return plan.orders(size.orders(), size.ordersBefore())
                .gather(Gatherers.windowFixed(TOGETHER))
                .mapToInt(some -> history.write(some).size())
                .sum();
    }

    private static List<OrderPlan.Stage> stages(
            Ground ground, Map<Area, Integer> grids, Founded founded, Everybody everybody) {
        var homes = founded.teams();
        var all = homes.values().stream().flatMap(List::stream).toList();
        var stages = new ArrayList<OrderPlan.Stage>();
        homes.forEach((home, own) -> {
            var teams = new ArrayList<>(
                    own.stream().map(team -> team(team, everybody)).toList());
            if (teams.size() < 2) {
                // the neighbour helps out
                var neighbour = all.get((all.indexOf(own.getLast()) + 1) % all.size());
                teams.add(team(neighbour, everybody));
            }
            var clerk = Objects.requireNonNull(everybody.clerks().get(home));
            var residents = new ArrayList<OrderPlan.Resident>();
            everybody
                    .residents()
                    .getOrDefault(home, List.of())
                    .forEach(one -> residents.add(new OrderPlan.Resident(
                            one.name(),
                            one.phone(),
                            one.account().account(),
                            one.account().person(),
                            signature(one.account()),
                            false)));
            if (home.equals(ground.stage())) {
                RESIDENTS.forEach(one -> residents.add(resident(one, everybody)));
            }
            stages.add(new OrderPlan.Stage(
                    home, grids.getOrDefault(home.area(), 0), signature(clerk), clerk.account(), teams, residents));
        });
        return stages;
    }

    private static OrderPlan.Resident resident(Cast one, Everybody everybody) {
        var account = everybody.of(one);
        return new OrderPlan.Resident(
                new PersonName(one.called),
                Invented.loginPhone(one.phone()),
                account.account(),
                account.person(),
                signature(account),
                true);
    }

    private static OrderPlan.Team team(OrganizationRef team, Everybody everybody) {
        var leader = Objects.requireNonNull(everybody.leaders().get(team.id()));
        return new OrderPlan.Team(new Holder(team.id(), team.path(), team.name()), signature(leader));
    }

    private static Signature signature(Enrolled one) {
        return new Signature(one.account(), one.post());
    }
}
