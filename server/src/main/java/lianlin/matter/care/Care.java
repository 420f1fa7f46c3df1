package lianlin.matter.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.identity.Looks;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Journal;
import lianlin.kernel.journal.Tally;
import lianlin.matter.care.CarePair.State;
import lianlin.matter.care.CareView.Act;
import lianlin.organization.Organizations;
import lianlin.procedure.CaseView;
import lianlin.territory.Areas;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Care pairs as people see them.
@Service
class Care {
    private static final int VISITS = 60;
    private static final int AHEAD = 6;
    private static final int MONTH = 30;
    private static final int COMMUNITY = 5;

    private final CareStore pairs;
    private final VisitStore visits;
    private final VisitDays days;
    private final Organizations organizations;
    private final Areas areas;
    private final Actors actors;
    private final Journal journal;
    private final Tally tally;
    private final Looks looks;
    private final Words words;
    private final Clock clock;

    Care(
            CareStore pairs,
            VisitStore visits,
            VisitDays days,
            Organizations organizations,
            Areas areas,
            Actors actors,
            Journal journal,
            Tally tally,
            Looks looks,
            Words words,
            Clock clock) {
        this.pairs = pairs;
        this.visits = visits;
        this.days = days;
        this.organizations = organizations;
        this.areas = areas;
        this.actors = actors;
        this.journal = journal;
        this.tally = tally;
        this.looks = looks;
        this.words = words;
        this.clock = clock;
    }

    Page<CareView.Line> list(Acting acting, CareStore.Filter filter, Paging paging) {
        var today = LocalDate.now(clock);
        var sight = Sight.of(acting, today);
        var page = pairs.list(sight, filter, today, paging);
        return new Page<>(lines(acting, page.items(), today), page.next(), pairs.count(sight, filter, today));
    }

    /// The states of what somebody sees.
    CareController.PairCounts counts(Acting acting) {
        var today = LocalDate.now(clock);
        var sight = Sight.of(acting, today);
        var counted = pairs.states(sight);
        var late = pairs.count(sight, new CareStore.Filter(null, true, null, null, null, null), today);
        return new CareController.PairCounts(
                counted.values().stream().mapToLong(Long::longValue).sum(), late, states(counted));
    }

    /// Numbers alone, for a place and those below it down to the community: nobody can tell a household from them.
    CareController.Summary summary(Acting acting, @Nullable Area wanted) {
        var scope = acting.scope().at(wanted);
        if (scope.reach() != Scope.Reach.AREA) {
            throw Problem.denied("care.count");
        }
        var area = scope.area();
        var below = area.depth() < COMMUNITY ? areas.children(scope, area) : List.<Place>of();
        var asked =
                Stream.concat(Stream.of(area), below.stream().map(Place::code)).toList();
        var counted = tally.states(scope, CareFacts.SUBJECT, asked);
        var today = LocalDate.now(clock);
        var made = visits.made(scope, area, today.minusDays(MONTH));
        return new CareController.Summary(
                area,
                areas.path(area),
                states(counted.getOrDefault(area, Map.of())),
                pairs.late(scope, area, today),
                made.done(),
                made.missed(),
                below.stream()
                        .map(place -> new CareController.Below(
                                place.code(), place.name(), running(counted.getOrDefault(place.code(), Map.of()))))
                        .toList());
    }

    private static long running(Map<String, Long> states) {
        return states.getOrDefault(State.ACTIVE.name(), 0L) + states.getOrDefault(State.PAUSED.name(), 0L);
    }

    private List<CareController.StateCount> states(Map<String, Long> counted) {
        return Arrays.stream(State.values())
                .map(state -> new CareController.StateCount(state(state), counted.getOrDefault(state.name(), 0L)))
                .toList();
    }

    CareView get(Acting acting, Id id) {
        var today = LocalDate.now(clock);
        return view(acting, pairs.get(Sight.of(acting, today), id));
    }

    CareView view(Acting acting, CarePair pair) {
        var today = LocalDate.now(clock);
        var made = visits.of(pair.jurisdiction(), pair.id(), VISITS);
        var rows = journal.timeline(pair.jurisdiction(), pair.id());
        var names = actors.accountNames(accounts(pair, made, rows));
        var withdrawn = pair.endReason() == CarePair.EndReason.CONSENT_WITHDRAWN;
        var consent = pair.consent();
        var instead = pair.standIn();
        return new CareView(
                pair.id(),
                line(acting, pair, names, teams(List.of(pair)), today),
                withdrawn ? List.of() : needs(pair),
                consent == null
                        ? null
                        : new CareView.Consent(label(consent.how()), consent.at(), names.get(consent.notedBy())),
                pair.plan(),
                pair.plan() == null ? null : words.of("care-tier", Integer.toString(pair.tier())),
                instead == null
                        ? null
                        : new CareView.StandIn(
                                instead.account(),
                                names.getOrDefault(instead.account(), ""),
                                instead.from(),
                                instead.until()),
                pair.endReason() == null ? null : label(pair.endReason()),
                days.upcoming(pair, AHEAD),
                made.stream().map(visit -> visit(visit, names)).toList(),
                Arrays.stream(Act.values())
                        .filter(does(acting, pair, today)::contains)
                        .toList(),
                steps(rows, names),
                pair.version());
    }

    private static Set<Id> accounts(CarePair pair, List<CareVisit> made, List<Happened> rows) {
        var ids = new HashSet<Id>();
        ids.add(pair.helper());
        if (pair.standIn() != null) {
            ids.add(pair.standIn().account());
        }
        if (pair.consent() != null) {
            ids.add(pair.consent().notedBy());
        }
        made.stream().map(CareVisit::author).filter(Objects::nonNull).forEach(ids::add);
        rows.stream().map(Happened::actor).filter(Objects::nonNull).forEach(ids::add);
        return ids;
    }

    /// What the caller may do with a pair that he sees.
    private static Set<Act> does(Acting acting, CarePair pair, LocalDate today) {
        var acts = EnumSet.noneOf(Act.class);
        var arranges = CareDesk.arranges(acting, pair);
        if (pair.state() == State.ENDED) {
            return arranges && pair.endReason() != CarePair.EndReason.CONSENT_WITHDRAWN
                    ? EnumSet.of(Act.WITHDRAW)
                    : acts;
        }
        var goes = Sight.goes(acting, pair, today);
        if (arranges) {
            acts.addAll(
                    switch (pair.state()) {
                        case PROPOSED -> EnumSet.of(Act.CONSENT);
                        case CONSENTED -> EnumSet.of(Act.PLAN);
                        case ACTIVE -> EnumSet.of(Act.PLAN, Act.PAUSE);
                        case PAUSED -> EnumSet.of(Act.RESUME);
                        case ENDED -> EnumSet.noneOf(Act.class);
                    });
            acts.addAll(EnumSet.of(Act.ASSIGN, Act.END));
        }
        if ((arranges || goes) && pair.state() == State.ACTIVE) {
            acts.addAll(EnumSet.of(Act.STAND_IN, Act.VISIT, Act.POSTPONE, Act.ORDER));
        }
        if (showsContact(acting, pair, today)) {
            acts.add(Act.CONTACT);
        }
        if (pair.consent() != null) {
            acts.add(Act.WITHDRAW);
        }
        return acts;
    }

    /// In the clear to who goes there while visits run, and to the community with a reason.
    private static boolean showsContact(Acting acting, CarePair pair, LocalDate today) {
        return switch (pair.state()) {
            case ACTIVE -> Sight.goes(acting, pair, today) || CareDesk.arranges(acting, pair);
            case PROPOSED, CONSENTED, PAUSED -> CareDesk.arranges(acting, pair);
            case ENDED -> false;
        };
    }

    /// Name, phone and address in the clear, after it was written down who asked and why.
    @Transactional
    CareController.CareContact contact(Acting acting, Id id, String reason) {
        var today = LocalDate.now(clock);
        var pair = pairs.get(Sight.of(acting, today), id);
        if (!showsContact(acting, pair, today)) {
            throw Problem.denied("care.contact");
        }
        if (reason.isBlank() && !Sight.goes(acting, pair, today)) {
            throw Problem.invalid("reason", "reveal.reason");
        }
        looks.record(
                acting,
                pair.jurisdiction(),
                pair.person() == null ? pair.id() : pair.person(),
                "CONTACT",
                reason.isBlank() ? words.of("care-look", "VISIT").label() : reason.strip());
        var contact = pairs.contact(pair.jurisdiction(), id);
        return new CareController.CareContact(
                contact.name().reveal(), contact.phone().reveal(), contact.address());
    }

    private List<CareView.Line> lines(Acting acting, List<CarePair> found, LocalDate today) {
        var ids = new HashSet<Id>();
        found.forEach(pair -> {
            ids.add(pair.helper());
            ids.add(goes(pair, today));
        });
        var names = actors.accountNames(ids);
        var teams = teams(found);
        return found.stream()
                .map(pair -> line(acting, pair, names, teams, today))
                .toList();
    }

    private Map<Id, String> teams(List<CarePair> found) {
        return organizations.names(found.stream().map(CarePair::team).collect(Collectors.toSet()));
    }

    private static Id goes(CarePair pair, LocalDate today) {
        var next = pair.due().on();
        return pair.goes(next == null || next.isBefore(today) ? today : next);
    }

    private CareView.Line line(
            Acting acting, CarePair pair, Map<Id, String> names, Map<Id, String> teams, LocalDate today) {
        var goes = goes(pair, today);
        var withdrawn = pair.endReason() == CarePair.EndReason.CONSENT_WITHDRAWN;
        return new CareView.Line(
                pair.id(),
                pair.shownName().isEmpty() ? null : pair.shownName(),
                withdrawn ? List.of() : needs(pair),
                pair.area(),
                areas.path(pair.area()),
                new Named(pair.team(), teams.getOrDefault(pair.team(), "")),
                new Named(pair.helper(), names.getOrDefault(pair.helper(), "")),
                goes.equals(pair.helper()) ? null : new Named(goes, names.getOrDefault(goes, "")),
                state(pair.state()),
                pair.due().on(),
                pair.plan(),
                days.lamp(pair, today),
                goes.equals(acting.account()),
                pair.version());
    }

    private List<CaseView.Passed> steps(List<Happened> rows, Map<Id, String> names) {
        var steps = new ArrayList<CaseView.Passed>();
        for (var row : rows) {
            var action = row.text("action");
            if (action == null) {
                continue;
            }
            steps.add(new CaseView.Passed(
                    row.at(),
                    action,
                    words.of("care-pair.done", action).label(),
                    row.actor() == null ? null : names.get(row.actor()),
                    null,
                    row.text("day"),
                    Set.of("late", "missed", "withdraw").contains(action) ? "warn" : "past"));
        }
        return steps;
    }

    private CareView.Visit visit(CareVisit visit, Map<Id, String> names) {
        return new CareView.Visit(
                visit.id(),
                visit.heldOn(),
                visit.plannedOn(),
                new Labelled(
                        visit.result().name(),
                        label(visit.result()).label(),
                        switch (visit.result()) {
                            case DONE -> "ok";
                            case POSTPONED -> "wait";
                            case MISSED -> "bad";
                        }),
                words.label(visit.kind()),
                visit.minutes(),
                visit.done(),
                visit.next(),
                words.label(visit.reason()),
                visit.movedTo(),
                visit.order(),
                visit.author() == null ? null : names.get(visit.author()));
    }

    private List<Labelled> needs(CarePair pair) {
        return pair.needs().stream().map(this::label).toList();
    }

    private Labelled state(State state) {
        var tone = switch (state) {
            case PROPOSED -> "wait";
            case CONSENTED, PAUSED -> "run";
            case ACTIVE -> "ok";
            case ENDED -> "off";
        };
        return new Labelled(state.name(), label(state).label(), tone);
    }

    private Labelled label(Enum<?> code) {
        return Objects.requireNonNull(words.label(code));
    }
}
