package lianlin.matter.care;

import static lianlin.matter.sql.Tables.CARE_PAIR;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Actors;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.matter.care.CareFacts.CarePairMoved;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Raises the alarm of a visit that nobody has written down: first to whoever should have gone, then to the leader of
/// the team and the community, when the visit counts as missed (SRV-05).
@Service
class AlarmDesk {
    private final CareStore pairs;
    private final VisitStore visits;
    private final VisitDays days;
    private final Areas areas;
    private final Actors actors;
    private final Facts facts;
    private final Clock clock;

    AlarmDesk(
            CareStore pairs, VisitStore visits, VisitDays days, Areas areas, Actors actors, Facts facts, Clock clock) {
        this.pairs = pairs;
        this.visits = visits;
        this.days = days;
        this.areas = areas;
        this.actors = actors;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    void raise(Scope scope, Id id, LocalDate today) {
        var pair = pairs.lock(scope.on(CARE_PAIR.JURISDICTION), id);
        var due = pair.due();
        if (due.alarmOn() == null || due.alarmOn().isAfter(today)) {
            return; // another node was faster
        }
        var plan = pair.planned();
        var alarms = due.alarms();
        if (alarms == 0) {
            var goes = pair.goes(due.on() == null ? today : due.on());
            var known = actors.known(List.of(goes)).get(goes);
            tell(pair, "late", known == null ? null : known.person(), due.on());
        } else {
            var day = days.open(plan, due.settledOn(), alarms).getLast();
            visits.insert(pair, List.of(VisitDesk.missed(day, clock.instant())));
            tell(pair, "missed", null, alarms == 1 && due.on() != null ? due.on() : day.dueOn());
        }
        pairs.update(pair.due(days.next(pair.jurisdiction(), plan, due.settledOn(), due.movedTo(), alarms + 1)));
    }

    private void tell(CarePair pair, String action, @Nullable Id concerned, @Nullable LocalDate day) {
        facts.publish(CarePairMoved.of(
                CareFacts.of(Fact.Header.of(pair.jurisdiction(), CareFacts.SUBJECT, pair.id()), pair)
                        .states(pair.state(), pair.state()),
                action,
                concerned,
                areas.path(pair.area()),
                day));
    }
}
