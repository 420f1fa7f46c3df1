package lianlin.matter.care;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.time.WorkCalendar;
import lianlin.matter.care.CareFacts.CarePairMoved;
import lianlin.matter.care.CarePair.Due;
import lianlin.matter.care.CarePair.State;
import lianlin.procedure.CaseHistory;
import lianlin.procedure.CaseHistory.Signature;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes pairs of the past with their visits: the demo county, a system that is taken over.
@Component
public class CareHistory {
    /// A pair that was proposed; with a plan it has agreed. Of the days of the plan the last `left` were not visited, and
    /// each other one was, with the words of `done` in turn. `ends` where it is over.
    public record Past(
            Area area,
            Id team,
            Id helper,
            List<CareNeed> needs,
            int tier,
            PersonName name,
            PhoneNumber phone,
            String address,
            @Nullable Id person,
            Signature by,
            Instant opened,
            @Nullable VisitPlan plan,
            List<String> done,
            int left,
            boolean paused,
            boolean ended) {}

    private static final int AGREED_AFTER_DAYS = 2;
    private static final List<CareVisit.Kind> KINDS =
            List.of(CareVisit.Kind.DOOR, CareVisit.Kind.DOOR, CareVisit.Kind.PHONE);
    private static final List<Integer> MINUTES = List.of(40, 25, 10, 60);

    private final CareStore pairs;
    private final VisitStore visits;
    private final VisitDays days;
    private final WorkCalendar calendar;
    private final CaseHistory ids;
    private final Areas areas;
    private final Facts facts;
    private final Clock clock;

    CareHistory(
            CareStore pairs,
            VisitStore visits,
            VisitDays days,
            WorkCalendar calendar,
            CaseHistory ids,
            Areas areas,
            Facts facts,
            Clock clock) {
        this.pairs = pairs;
        this.visits = visits;
        this.days = days;
        this.calendar = calendar;
        this.ids = ids;
        this.areas = areas;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Past> pasts) {
        var told = new ArrayList<Facts.Past>();
        pasts.forEach(past -> write(past, told));
        told.sort(Comparator.comparing(Facts.Past::id));
        facts.publishAt(told);
    }

    private void write(Past past, List<Facts.Past> told) {
        var account = past.by().account();
        if (account == null) {
            throw new IllegalStateException("nobody proposed the pair");
        }
        var today = LocalDate.now(clock);
        var plan = past.plan();
        var agreed = past.opened().plus(Duration.ofDays(AGREED_AFTER_DAYS));
        var state = past.ended() ? State.ENDED : plan == null ? State.PROPOSED : past.paused() ? State.PAUSED : State.ACTIVE;
        var made = plan == null
                ? List.<VisitPlan.Occurrence>of()
                : plan.following(null, calendar)
                        .takeWhile(each -> each.dueOn().isBefore(today))
                        .toList();
        var visited = made.subList(0, Math.max(0, made.size() - past.left()));
        var settled = visited.isEmpty() ? null : visited.getLast().plannedOn();
        var due = state == State.ACTIVE && plan != null
                ? days.next(past.area().county(), plan, settled, null, 0)
                : new Due(settled, null, null, null, 0);
        var pair = new CarePair(
                past.area().county(),
                ids.id(past.opened()),
                past.area(),
                past.team(),
                past.helper(),
                null,
                state,
                past.needs(),
                past.tier(),
                past.ended() ? "" : past.name().masked(),
                past.person(),
                plan == null ? null : new CarePair.Consent(CarePair.Given.SIGNATURE, agreed, account),
                plan,
                due,
                past.ended() ? CarePair.EndReason.NEED_MET : null,
                past.ended() ? clock.instant() : null,
                past.opened(),
                1);
        pairs.insert(List.of(new CareStore.Entry(
                pair, past.ended() ? null : new CareStore.Contact(past.name(), past.phone(), past.address()))));
        tell(told, past, pair, past.opened(), null, State.PROPOSED, "propose", null);
        if (plan != null) {
            tell(told, past, pair, agreed, State.PROPOSED, State.CONSENTED, "consent", null);
            tell(told, past, pair, agreed.plusSeconds(60), State.CONSENTED, State.ACTIVE, "begin", plan.startsOn());
        }
        var rows = new ArrayList<CareVisit>();
        for (var i = 0; i < visited.size(); i++) {
            var day = visited.get(i);
            var at = day.dueOn().atTime(LocalTime.of(10, 30)).atZone(WorkCalendar.ZONE).toInstant();
            rows.add(new CareVisit(
                    ids.id(at),
                    day.plannedOn(),
                    day.dueOn(),
                    CareVisit.Result.DONE,
                    KINDS.get(i % KINDS.size()),
                    MINUTES.get(i % MINUTES.size()),
                    past.done().get(i % past.done().size()),
                    null,
                    null,
                    null,
                    null,
                    past.helper(),
                    at));
            tell(told, past, pair, at, State.ACTIVE, State.ACTIVE, "visit", day.dueOn());
        }
        visits.insert(pair, rows);
        if (state == State.PAUSED || state == State.ENDED) {
            var before = plan == null ? State.PROPOSED : State.ACTIVE;
            tell(told, past, pair, clock.instant(), before, state, state == State.PAUSED ? "pause" : "end", null);
        }
    }

    private void tell(
            List<Facts.Past> told,
            Past past,
            CarePair pair,
            Instant at,
            @Nullable State from,
            State to,
            String action,
            @Nullable LocalDate day) {
        var by = past.by();
        var visit = action.equals("visit");
        var header = Fact.Header.of(pair.jurisdiction(), CareFacts.SUBJECT, pair.id())
                .by(visit ? past.helper() : by.account(), visit ? null : by.post(), null, null)
                .states(from, to);
        told.add(new Facts.Past(
                ids.id(at),
                at,
                CarePairMoved.of(CareFacts.of(header, pair), action, null, areas.path(pair.area()), day)));
    }
}
