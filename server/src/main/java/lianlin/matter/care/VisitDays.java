package lianlin.matter.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.Lamps;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.kernel.time.Lamp;
import lianlin.kernel.time.WorkCalendar;
import lianlin.matter.care.CarePair.Due;
import lianlin.matter.care.VisitPlan.Occurrence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Computes the days of visits and of alarms from plan and calendar (SRV-05).
@Component
class VisitDays implements Setting.Reader {
    /// Days after the day of a visit on which it may still be written down (SET).
    private static final Setting GRACE = days("care.grace-days", "1");

    /// Days that the helper has after the alarm, before the community is told (SET).
    private static final Setting MORE = days("care.community-days", "2");

    private final WorkCalendar calendar;
    private final Settings settings;
    private final Lamps lamps;

    VisitDays(WorkCalendar calendar, Settings settings, Lamps lamps) {
        this.calendar = calendar;
        this.settings = settings;
        this.lamps = lamps;
    }

    /// Where a plan stands that begins now, or again.
    Due begins(int jurisdiction, VisitPlan plan, LocalDate today) {
        var first = plan.from(today, calendar);
        var before = plan.following(null, calendar)
                .takeWhile(each -> each.plannedOn().isBefore(first.plannedOn()))
                .reduce((one, other) -> other)
                .map(Occurrence::plannedOn)
                .orElse(null);
        return next(jurisdiction, plan, before, null, 0);
    }

    /// Where a plan stands after a day of it; `movedTo` where the next one was moved.
    Due next(int jurisdiction, VisitPlan plan, @Nullable LocalDate settled, @Nullable LocalDate movedTo, int alarms) {
        var due = movedTo == null ? plan.after(settled, calendar).dueOn() : movedTo;
        return new Due(settled, movedTo, due, alarm(jurisdiction, plan, settled, due, alarms), alarms);
    }

    /// The first alarm is the helper's. Each one after it is about one day of the plan, and tells the community.
    private LocalDate alarm(int jurisdiction, VisitPlan plan, @Nullable LocalDate settled, LocalDate due, int alarms) {
        var grace = settings.amount(jurisdiction, GRACE);
        if (alarms == 0) {
            return due.plusDays(grace + 1L);
        }
        var more = settings.amount(jurisdiction, MORE);
        var day = alarms == 1 ? due : open(plan, settled, alarms).getLast().dueOn();
        return day.plusDays((long) grace + more + 1);
    }

    /// Red from the alarm on, yellow when the visit is near, and green before (CLK-05).
    @Nullable
    Lamp lamp(CarePair pair, LocalDate today) {
        var due = pair.due();
        var plan = pair.plan();
        if (due.on() == null || due.alarmOn() == null || plan == null) {
            return null;
        }
        if (due.alarms() > 0 || !due.alarmOn().isAfter(today)) {
            return Lamp.RED;
        }
        var near = Math.max(1, plan.ahead() * 2 * lamps.yellow(pair.jurisdiction()) / 100);
        return today.plusDays(near).isBefore(due.on()) ? Lamp.GREEN : Lamp.YELLOW;
    }

    /// The open days of the plan, the oldest first.
    List<Occurrence> open(VisitPlan plan, @Nullable LocalDate settled, int number) {
        return plan.following(settled, calendar).limit(number).toList();
    }

    /// What becomes of the open days by a visit on a day: those passed over, and the one it was the visit of; none
    /// where it came too early to be one.
    record Met(List<Occurrence> missed, @Nullable Occurrence met) {}

    Met met(CarePair pair, LocalDate day) {
        var plan = pair.planned();
        var movedTo = pair.due().movedTo();
        var first = plan.after(pair.due().settledOn(), calendar);
        var from = (movedTo == null ? first.dueOn() : movedTo).minusDays(plan.ahead());
        if (day.isBefore(from)) {
            return new Met(List.of(), null);
        }
        var missed = new ArrayList<Occurrence>();
        var last = first;
        for (var next = plan.after(last.plannedOn(), calendar);
                !next.dueOn().isAfter(day);
                next = plan.after(last.plannedOn(), calendar)) {
            missed.add(last);
            last = next;
        }
        return new Met(missed, last);
    }

    /// The next days on which somebody comes.
    List<LocalDate> upcoming(CarePair pair, int number) {
        var next = pair.due().on();
        var plan = pair.plan();
        if (next == null || plan == null) {
            return List.of();
        }
        var days = new ArrayList<LocalDate>();
        days.add(next);
        plan.following(plan.after(pair.due().settledOn(), calendar).plannedOn(), calendar)
                .map(Occurrence::dueOn)
                .filter(day -> day.isAfter(next))
                .limit(number - 1L)
                .forEach(days::add);
        return days;
    }

    @Override
    public List<Setting> settings() {
        return List.of(GRACE, MORE);
    }

    private static Setting days(String name, String usual) {
        return new Setting(
                name, "SRV-05", Setting.Group.CARE, Setting.Level.DISTRICT, new Setting.Amount(0, 30, "DAYS"), usual);
    }
}
