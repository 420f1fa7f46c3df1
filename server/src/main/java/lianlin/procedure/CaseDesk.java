package lianlin.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.time.Deadline;
import lianlin.kernel.time.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens cases and moves them by the actions of their procedure.
@Service
public class CaseDesk {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /// What a new case begins with. `requesterName` is masked by the caller.
    public record Opening(
            int jurisdiction,
            Area area,
            String title,
            @Nullable String topic,
            boolean urgent,
            @Nullable Id requester,
            @Nullable String requesterName,
            Map<String, Object> said) {}

    private final CaseStore cases;
    private final Procedures procedures;
    private final Effects effects;
    private final Rights rights;
    private final Facts facts;
    private final WorkCalendar calendar;
    private final Clock clock;

    CaseDesk(
            CaseStore cases,
            Procedures procedures,
            Effects effects,
            Rights rights,
            Facts facts,
            WorkCalendar calendar,
            Clock clock) {
        this.cases = cases;
        this.procedures = procedures;
        this.effects = effects;
        this.rights = rights;
        this.facts = facts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// A new case by the newest version of a procedure.
    @Transactional
    public Case open(Acting acting, String name, Opening opening) {
        var procedure = procedures.current(name);
        var now = clock.instant();
        var thing = new Case(
                opening.jurisdiction(),
                Id.next(),
                name,
                procedure.version(),
                procedure.start(),
                number(procedure, now),
                opening.title(),
                opening.topic(),
                opening.urgent(),
                opening.area(),
                opening.requester(),
                opening.requesterName(),
                null,
                now,
                clockOf(procedure, procedure.start(), now),
                null,
                1);
        cases.insert(thing);
        var header = acting.header(thing.jurisdiction(), name, thing.id())
                .states(null, thing.state())
                .area(thing.area());
        facts.publish(new CaseMoved(header, name + ".open", "open", null, null, opening.said()));
        return thing;
    }

    /// One action of somebody on a case that he sees, at the version that he has seen.
    @Transactional
    public Case act(Acting acting, Id id, int version, String action, Map<String, Object> form) {
        var thing = cases.lock(acting.scope(), id, version);
        var procedure = procedures.get(thing.procedure(), thing.procedureVersion());
        var wanted = procedure.action(action);
        rights.require(acting, thing, procedure, action, wanted);
        return carryOut(acting, thing, procedure, action, Forms.judge(wanted, form));
    }

    /// What the platform does by itself when a state has lasted too long; nothing where somebody was faster.
    @Transactional
    public void expire(int jurisdiction, Id id) {
        var thing = cases.lock(Scope.jurisdiction(jurisdiction), id, null);
        var procedure = procedures.get(thing.procedure(), thing.procedureVersion());
        var then = procedure.state(thing.state()).then();
        if (then != null && thing.clock() != null && thing.clock().isOver(clock.instant())) {
            carryOut(null, thing, procedure, then, Map.of());
        }
    }

    private Case carryOut(
            @Nullable Acting acting, Case thing, Procedure procedure, String name, Map<String, Object> form) {
        var action = procedure.action(name);
        if (!action.from().contains(thing.state())) {
            throw Problem.refused(
                    "case.move",
                    action.label().text(),
                    procedure.state(thing.state()).label().text());
        }
        var outcome = action.effect() == null
                ? Effect.Outcome.NONE
                : effects.get(action.effect()).apply(new Effect.Step(thing, name, acting, form));
        var next = next(thing, action, outcome);
        var holder = outcome.released() ? null : outcome.holder() == null ? thing.holder() : outcome.holder();
        var now = clock.instant();
        var moved = thing.moved(
                next,
                holder,
                running(thing, procedure, action, next, now, form),
                procedure.state(next).end() ? now : null);
        cases.update(moved);
        publish(acting, thing, moved, name, form, outcome);
        return outcome.then() == null ? moved : carryOut(null, moved, procedure, outcome.then(), Map.of());
    }

    private static String next(Case thing, Procedure.Action action, Effect.Outcome outcome) {
        if (outcome.state() != null) {
            if (!action.targets().contains(outcome.state())) {
                throw new IllegalStateException(
                        "An effect chose " + outcome.state() + ", which the action does not know");
            }
            return outcome.state();
        }
        return action.targets().isEmpty() ? thing.state() : action.targets().getFirst();
    }

    /// The clock after an action: stopped or going on (CLK-04), or started anew by the state that was entered.
    private @Nullable Deadline running(
            Case thing,
            Procedure procedure,
            Procedure.Action action,
            String next,
            Instant now,
            Map<String, Object> form) {
        if (action.clock() == null) {
            return clockOf(procedure, next, now);
        }
        var before = thing.clock();
        if (before == null) {
            throw Problem.refused("case.no-clock");
        }
        return switch (action.clock()) {
            case PAUSE -> before.pausedAt(now, reason(form));
            case RESUME -> before.resumedAt(now, calendar);
        };
    }

    private static Deadline.PauseReason reason(Map<String, Object> form) {
        return form.get("reason") instanceof String code
                ? Deadline.PauseReason.valueOf(code)
                : Deadline.PauseReason.OTHER_AUTHORITY;
    }

    private @Nullable Deadline clockOf(Procedure procedure, String state, Instant now) {
        var term = procedure.state(state).within();
        return term == null ? null : Deadline.running(now, term.due(now, calendar));
    }

    private void publish(
            @Nullable Acting acting,
            Case before,
            Case after,
            String action,
            Map<String, Object> form,
            Effect.Outcome outcome) {
        var about = acting == null
                ? Fact.Header.of(after.jurisdiction(), after.procedure(), after.id())
                : acting.header(after.jurisdiction(), after.procedure(), after.id());
        var holder = after.holder();
        var header = about.states(before.state(), after.state())
                .area(after.area())
                .path(
                        before.holder() == null ? null : before.holder().path(),
                        holder == null ? null : holder.path(),
                        holder == null ? null : holder.id());
        var note = form.get("note") instanceof String text ? text : null;
        var said = new HashMap<>(outcome.said());
        facts.publish(new CaseMoved(
                header, after.procedure() + "." + action, action, note, holder == null ? null : holder.name(), said));
    }

    private String number(Procedure procedure, Instant now) {
        return procedure.prefix() + "-" + DAY.format(LocalDate.ofInstant(now, WorkCalendar.ZONE)) + "-"
                + "%06d".formatted(cases.nextNumber());
    }

    /// The actions that somebody may do on a case now.
    public List<String> actions(Acting acting, Case thing) {
        return rights.actions(acting, thing, procedures.get(thing.procedure(), thing.procedureVersion()));
    }
}
