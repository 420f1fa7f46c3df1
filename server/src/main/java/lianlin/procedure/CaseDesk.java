package lianlin.procedure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens cases and moves them by the actions of their procedure.
@Service
public class CaseDesk {
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
    private final Moves moves;
    private final Clock clock;

    CaseDesk(
            CaseStore cases,
            Procedures procedures,
            Effects effects,
            Rights rights,
            Facts facts,
            Moves moves,
            Clock clock) {
        this.cases = cases;
        this.procedures = procedures;
        this.effects = effects;
        this.rights = rights;
        this.facts = facts;
        this.moves = moves;
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
                Moves.number(procedure, now, cases.nextNumber()),
                opening.title(),
                opening.topic(),
                opening.urgent(),
                opening.area(),
                opening.requester(),
                opening.requesterName(),
                null,
                now,
                moves.clockOf(moves.term(opening.jurisdiction(), procedure, procedure.start()), now),
                null,
                1);
        cases.insert(thing);
        facts.publish(Moves.opened(acting.header(thing.jurisdiction(), name, thing.id()), thing, opening.said()));
        return thing;
    }

    /// One action of somebody on a case that he sees, at the version that he has seen.
    @Transactional
    public Case act(Acting acting, Id id, int version, String action, Map<String, Object> form) {
        return act(acting, cases.lock(acting.scope(), id, version), action, form);
    }

    /// The same on a case that must be of a procedure.
    @Transactional
    public Case act(Acting acting, String name, Id id, int version, String action, Map<String, Object> form) {
        var thing = cases.lock(acting.scope(), id, version);
        if (!thing.procedure().equals(name)) {
            throw Problem.absent("case", id);
        }
        return act(acting, thing, action, form);
    }

    private Case act(Acting acting, Case thing, String action, Map<String, Object> form) {
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
        var next = Moves.target(thing, action, outcome.state());
        var holder = outcome.released() ? null : outcome.holder() == null ? thing.holder() : outcome.holder();
        var now = clock.instant();
        var moved = thing.moved(
                next,
                holder,
                moves.clock(thing, action, moves.term(thing.jurisdiction(), procedure, next), now, form),
                procedure.state(next).end() ? now : null);
        cases.update(moved);
        publish(acting, thing, moved, name, form, outcome);
        return outcome.then() == null ? moved : carryOut(null, moved, procedure, outcome.then(), Map.of());
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
        facts.publish(Moves.fact(about, before, after, action, form, outcome.said()));
    }

    /// The actions that somebody may do on a case now.
    public List<String> actions(Acting acting, Case thing) {
        return rights.actions(acting, thing, procedures.get(thing.procedure(), thing.procedureVersion()));
    }
}
