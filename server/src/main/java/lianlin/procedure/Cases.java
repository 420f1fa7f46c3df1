package lianlin.procedure;

import static lianlin.kernel.journal.Journal.ofSubject;
import static lianlin.procedure.sql.Tables.CASE;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.identity.Places;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Lamps;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Journal;
import lianlin.kernel.journal.Tally;
import lianlin.kernel.time.WorkCalendar;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads cases for people: lists and queues, one case with what may be done and what happened, counts by state.
@Component
public class Cases {
    private final CaseStore store;
    private final Procedures procedures;
    private final Rights rights;
    private final Journal journal;
    private final Tally tally;
    private final Actors actors;
    private final Places places;
    private final Words words;
    private final WorkCalendar calendar;
    private final Lamps lamps;
    private final Clock clock;

    Cases(
            CaseStore store,
            Procedures procedures,
            Rights rights,
            Journal journal,
            Tally tally,
            Actors actors,
            Places places,
            Words words,
            WorkCalendar calendar,
            Lamps lamps,
            Clock clock) {
        this.store = store;
        this.procedures = procedures;
        this.rights = rights;
        this.journal = journal;
        this.tally = tally;
        this.actors = actors;
        this.places = places;
        this.words = words;
        this.calendar = calendar;
        this.lamps = lamps;
        this.clock = clock;
    }

    /// In the order asked for; without one, what waits for somebody by its deadline, all else the newest first.
    public Page<CaseLine> list(Acting acting, CaseFilter filter, @Nullable CaseOrder order, Paging paging) {
        var mine = Boolean.TRUE.equals(filter.mine());
        var queue = mine ? Queue.of(acting, procedures).and(CASE.CLOSED.isNull()) : DSL.noCondition();
        var page = mine && (order == null || order == CaseOrder.DUE)
                ? store.queue(acting.scope(), filter, queue, paging)
                : store.list(
                        acting.scope(), filter, queue, Objects.requireNonNullElse(order, CaseOrder.NEWEST), paging);
        var lines = lines(page.items());
        var listed = new Page<>(lines, page.next(), null);
        var total = paging.after() == null ? total(acting, filter, queue) : null;
        return total == null ? listed : listed.of(total);
    }

    /// The first of a list, without asking how many there are.
    public List<CaseLine> first(Acting acting, CaseFilter filter, Paging paging) {
        return lines(store.list(acting.scope(), filter, DSL.noCondition(), CaseOrder.NEWEST, paging)
                .items());
    }

    /// Exact from the counters where only the subtree and the state ask; else counted, null above a bound.
    private @Nullable Long total(Acting acting, CaseFilter filter, Condition queue) {
        var scope = acting.scope();
        var procedure = filter.procedure();
        if (procedure != null && filter.asksForStateOnly() && Tally.knows(scope)) {
            var states = states(scope, procedure, filter.area());
            return filter.state() == null
                    ? states.values().stream().mapToLong(Long::longValue).sum()
                    : states.getOrDefault(filter.state(), 0L);
        }
        return store.count(scope, filter, queue);
    }

    /// How many cases of a procedure stand in each state at or below a place of the scope.
    public Map<String, Long> states(Scope scope, String procedure, @Nullable Area area) {
        return tally.states(scope.at(area), procedure);
    }

    public Case get(Acting acting, Id id) {
        return store.get(acting.scope(), id);
    }

    public Optional<Case> findByNumber(String number) {
        return store.findByNumber(number);
    }

    public CaseView view(Acting acting, Case thing) {
        return new CaseView(lines(List.of(thing)).getFirst(), offered(acting, thing), steps(acting, thing));
    }

    /// How many cases match; null where they are more than 1,000.
    public @Nullable Long count(Acting acting, CaseFilter filter) {
        var queue = Boolean.TRUE.equals(filter.mine()) ? Queue.of(acting, procedures) : DSL.noCondition();
        return store.count(acting.scope(), filter, queue);
    }

    /// How many cases of the caller's scope match, however many they are: for those that are open, not for a year.
    public long countAll(Acting acting, CaseFilter filter) {
        return store.countAll(acting.scope(), filter);
    }

    /// How many open cases of a procedure somebody has asked for; locks the person's count until the
    /// transaction ends.
    public int open(int jurisdiction, String procedure, Id requester) {
        return store.open(jurisdiction, procedure, requester);
    }

    /// The newest events of a procedure in a scope: when, what, who has the ball, where. No persons.
    public List<News> news(Scope scope, String procedure, int limit) {
        var rows = journal.recent(scope, ofSubject(procedure), limit);
        var names = places.names(
                rows.stream().map(Happened::area).filter(Objects::nonNull).collect(Collectors.toSet()));
        var actions = procedures.current(procedure);
        return rows.stream()
                .map(row -> new News(
                        row.at(),
                        done(actions, row),
                        onward(actions, row) ? row.text("holder") : null,
                        row.area() == null ? null : names.get(row.area())))
                .toList();
    }

    /// What leads on is the holder's doing or for it; what leads back or away is not the next holder's.
    private static boolean onward(Procedure procedure, Happened row) {
        var action = procedure.actions().get(code(row));
        return action != null && action.tone().equals("sign");
    }

    /// What just happened to some case.
    public record News(
            Instant at,
            String what,
            @Nullable String holder,
            @Nullable String placeName) {}

    /// How many cases of a procedure were opened on each day since the first, by the state in which they are now;
    /// one statement.
    public NavigableMap<LocalDate, Map<String, Long>> opened(Scope scope, String procedure, LocalDate first) {
        return store.opened(scope, procedure, first);
    }

    /// Running cases whose time is over, the longest over first.
    public List<CaseLine> late(Scope scope, String procedure, int limit) {
        return lines(store.late(scope, procedure, limit));
    }

    /// How many running cases are over their time, by the place where each one is; one statement.
    public Map<Area, Long> late(Scope scope, String procedure) {
        return store.late(scope, procedure);
    }

    public List<CaseLine> lines(List<Case> things) {
        var names = places.names(things.stream().map(Case::area).collect(Collectors.toSet()));
        var now = clock.instant();
        return things.stream()
                .map(thing -> line(
                        thing,
                        Objects.requireNonNullElse(
                                names.get(thing.area()), thing.area().toString()),
                        now))
                .toList();
    }

    private CaseLine line(Case thing, String place, Instant now) {
        var state = procedures.get(thing.procedure(), thing.procedureVersion()).state(thing.state());
        var holder = thing.holder();
        return new CaseLine(
                thing.id(),
                thing.procedure(),
                thing.number(),
                thing.title(),
                thing.topic() == null ? null : words.of(thing.procedure() + ".topic", thing.topic()),
                thing.urgent(),
                new Labelled(thing.state(), state.label().text(), state.tone()),
                thing.area(),
                place,
                holder == null ? null : new Named(holder.id(), holder.name()),
                thing.requesterName(),
                thing.opened(),
                thing.due(),
                thing.lamp(now, calendar, lamps.yellow(thing.jurisdiction())),
                thing.paused(),
                thing.closed(),
                thing.version());
    }

    /// The actions that somebody may do on a case now, each with its form.
    List<CaseView.Offered> offered(Acting acting, Case thing) {
        var procedure = procedures.get(thing.procedure(), thing.procedureVersion());
        return rights.actions(acting, thing, procedure).stream()
                .map(name -> offered(name, procedure.action(name)))
                .toList();
    }

    private static CaseView.Offered offered(String name, Procedure.Action action) {
        var fields = new ArrayList<CaseView.Field>();
        action.fields()
                .forEach((field, of) -> fields.add(new CaseView.Field(
                        field,
                        of.kind(),
                        of.label().text(),
                        of.hint() == null ? null : of.hint().text(),
                        of.required(),
                        of.min(),
                        of.max(),
                        of.options() == null
                                ? List.of()
                                : of.options().stream()
                                        .map(option -> new Labelled(
                                                option.code(), option.label().text()))
                                        .toList())));
        return new CaseView.Offered(name, action.label().text(), action.tone(), fields);
    }

    /// What happened, what is due now, and what is still to come on the usual way. Residents read posts, not
    /// names of staff; names of residents are masked for staff.
    public List<CaseView.Passed> steps(@Nullable Acting acting, Case thing) {
        var procedure = procedures.get(thing.procedure(), thing.procedureVersion());
        var rows = journal.timeline(thing.jurisdiction(), thing.id()).stream()
                .filter(row -> row.subject().equals(thing.procedure()))
                .toList();
        var known = actors.known(Happened.actors(rows));
        var posts = actors.postLabels(Happened.posts(rows));
        var steps = new ArrayList<CaseView.Passed>();
        for (var row : rows) {
            var actor = row.actor() == null ? null : known.get(row.actor());
            steps.add(passed(procedure, row, actor == null ? null : shown(acting, thing, actor), posts));
        }
        if (!procedure.state(thing.state()).end()) {
            steps.addAll(toCome(procedure, thing));
        }
        return steps;
    }

    /// Everybody reads his own name, and staff that of staff.
    private static String shown(@Nullable Acting acting, Case thing, Actors.Actor actor) {
        var own = acting != null && acting.person().equals(actor.person());
        var inside = acting != null && Tally.knows(acting.scope());
        var open = own || inside && !actor.person().equals(thing.requester());
        return open ? actor.name() : PersonName.parse(actor.name()).masked();
    }

    private CaseView.Passed passed(Procedure procedure, Happened row, @Nullable String who, Map<Id, String> posts) {
        var code = code(row);
        var action = procedure.actions().get(code);
        var post = row.post() == null ? row.text("holder") : posts.get(row.post());
        return new CaseView.Passed(
                row.at(),
                code,
                done(procedure, row),
                who,
                post,
                row.text("note"),
                action != null && action.warn() ? "warn" : "past");
    }

    /// The word for what happened.
    private String done(Procedure procedure, Happened row) {
        var code = code(row);
        var action = procedure.actions().get(code);
        if (code.equals("open")) {
            return words.of("case", "open").label();
        }
        return action == null
                ? words.of("journal", row.kind()).label()
                : action.done().text();
    }

    private static String code(Happened row) {
        return Objects.requireNonNullElse(row.text("action"), "");
    }

    private static List<CaseView.Passed> toCome(Procedure procedure, Case thing) {
        var way = procedure.way();
        var steps = new ArrayList<CaseView.Passed>();
        steps.add(new CaseView.Passed(
                null,
                thing.state(),
                procedure.state(thing.state()).step().text(),
                null,
                turn(procedure, thing),
                null,
                "now"));
        for (var next : way.subList(procedure.after(thing.state()), way.size())) {
            steps.add(
                    new CaseView.Passed(null, next, procedure.state(next).step().text(), null, null, null, "next"));
        }
        return steps;
    }

    /// Whose turn it is: the team that holds the case, or those whom the definition names.
    private static @Nullable String turn(Procedure procedure, Case thing) {
        var actor = procedure.turn(thing.state());
        if (actor != null && actor.where() == Procedure.Where.HOLDER && thing.holder() != null) {
            return thing.holder().name();
        }
        return actor == null ? null : actor.label().text();
    }

    /// Whether a state of a procedure is an end.
    public boolean ends(String procedure, String state) {
        var known = procedures.current(procedure).states().get(state);
        return known != null && known.end();
    }

    /// The states that most cases of a procedure pass, in their order.
    public List<String> way(String procedure) {
        return procedures.current(procedure).way();
    }

    /// States of a procedure in their order, each with its word and tone.
    public Map<String, Labelled> stateWords(String name) {
        var labels = new LinkedHashMap<String, Labelled>();
        procedures
                .current(name)
                .states()
                .forEach((code, state) ->
                        labels.put(code, new Labelled(code, state.label().text(), state.tone())));
        return labels;
    }
}
