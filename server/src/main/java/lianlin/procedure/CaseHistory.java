package lianlin.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jooq.Batch;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes cases that ran before they were written down here, with everything that happened at the time when
/// it happened: the demo county, a system that is taken over. Every step is walked by the definition of the
/// procedure, so that no case gets to where it could not have come.
@Component
public class CaseHistory {
    /// A case that ran: who opened it when, and its steps in their order.
    public record Past(CaseDesk.Opening opening, Instant opened, Signature by, List<Step> steps) {}

    /// Who acted, under which post; the platform has neither.
    public record Signature(@Nullable Id account, @Nullable Id post) {
        public static final Signature PLATFORM = new Signature(null, null);
    }

    /// One action with the answers to its form and what came of it; `outcome` is what its effect decided.
    public record Step(
            String action,
            Instant at,
            Signature by,
            Map<String, Object> form,
            Effect.Outcome outcome,
            @Nullable Fact also) {}

    /// Cases that were walked and are ready to be written.
    public static final class Walked {
        private final List<Case> cases;
        private final Batch rows;
        private final List<Query> told;

        private Walked(List<Case> cases, Batch rows, List<Query> told) {
            this.cases = cases;
            this.rows = rows;
            this.told = told;
        }
    }

    private final CaseStore cases;
    private final Procedures procedures;
    private final Moves moves;
    private final Facts facts;
    /// Tells apart what happened in the same millisecond.
    private final AtomicInteger sequence = new AtomicInteger();

    CaseHistory(CaseStore cases, Procedures procedures, Moves moves, Facts facts) {
        this.cases = cases;
        this.procedures = procedures;
        this.moves = moves;
        this.facts = facts;
    }

    /// The ids that cases of these moments get; made before, so that what belongs to a case can name it.
    public Id id(Instant opened) {
        var next = sequence.incrementAndGet();
        // moments of the past are whole seconds: after four million ids the milliseconds tell them apart
        return Id.at(opened.plusMillis(next >>> 22), next & 0x3F_FFFF);
    }

    /// Numbers for so many cases; they rise, as the moments of opening should.
    public List<Integer> numbers(int many) {
        return cases.nextNumbers(many);
    }

    /// Walks the cases with the ids and numbers given, in the order given, and makes them ready to be written; needs no
    /// connection. `IllegalStateException` where a step was not possible.
    public Walked walk(String name, List<Id> ids, List<Integer> numbers, List<Past> pasts) {
        var procedure = procedures.current(name);
        var things = new ArrayList<Case>();
        var told = new ArrayList<Facts.Past>();
        for (var i = 0; i < pasts.size(); i++) {
            things.add(walk(procedure, ids.get(i), numbers.get(i), pasts.get(i), told));
        }
        told.sort(Comparator.comparing(Facts.Past::id));
        return new Walked(things, cases.ready(things), facts.ready(told));
    }

    /// Writes what was walked; gives each case as it stands now.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Case> write(Walked walked) {
        walked.rows.execute();
        walked.told.forEach(Query::execute);
        return walked.cases;
    }

    private Case walk(Procedure procedure, Id id, int number, Past past, List<Facts.Past> told) {
        var opening = past.opening();
        var thing = new Case(
                opening.jurisdiction(),
                id,
                procedure.name(),
                procedure.version(),
                procedure.start(),
                Moves.number(procedure, past.opened(), number),
                opening.title(),
                opening.topic(),
                opening.urgent(),
                opening.area(),
                opening.requester(),
                opening.requesterName(),
                null,
                past.opened(),
                moves.clockOf(procedure.state(procedure.start()).within(), past.opened()),
                null,
                1);
        tell(told, past.opened(), Moves.opened(header(thing, past.by()), thing, opening.said()));
        var last = past.opened();
        for (var step : past.steps()) {
            if (step.at().isBefore(last)) {
                throw new IllegalStateException(thing.number() + ": " + step.action() + " lies before the step before");
            }
            last = step.at();
            thing = walk(procedure, thing, step, told);
        }
        return thing;
    }

    private Case walk(Procedure procedure, Case thing, Step step, List<Facts.Past> told) {
        var action = procedure.action(step.action());
        if (!action.from().contains(thing.state())) {
            throw new IllegalStateException(thing.number() + ": no " + step.action() + " in " + thing.state());
        }
        var outcome = step.outcome();
        var next = Moves.target(thing, action, outcome.state());
        var held = outcome.holder() == null ? thing.holder() : outcome.holder();
        var moved = thing.moved(
                next,
                outcome.released() ? null : held,
                moves.clock(thing, action, procedure.state(next).within(), step.at(), step.form()),
                procedure.state(next).end() ? step.at() : null);
        if (step.also() != null) {
            tell(told, step.at(), step.also());
        }
        tell(
                told,
                step.at(),
                Moves.fact(header(thing, step.by()), thing, moved, step.action(), step.form(), outcome.said()));
        return moved;
    }

    private void tell(List<Facts.Past> told, Instant at, Fact fact) {
        told.add(new Facts.Past(id(at), at, fact));
    }

    private static Fact.Header header(Case thing, Signature by) {
        return Fact.Header.of(thing.jurisdiction(), thing.procedure(), thing.id())
                .by(by.account(), by.post(), null, null);
    }
}
