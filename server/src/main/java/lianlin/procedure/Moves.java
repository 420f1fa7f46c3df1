package lianlin.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.time.Deadline;
import lianlin.kernel.time.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What follows from an action by the definition alone, whether it is done now or was done in the past: the
/// next state, the clock, and what the journal says.
@Component
class Moves {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final WorkCalendar calendar;
    private final List<OwnTerms> own;

    Moves(WorkCalendar calendar, List<OwnTerms> own) {
        this.calendar = calendar;
        this.own = own;
    }

    static String number(Procedure procedure, Instant opened, int number) {
        return procedure.prefix() + "-" + DAY.format(LocalDate.ofInstant(opened, WorkCalendar.ZONE)) + "-"
                + "%06d".formatted(number);
    }

    /// Where an action leads; of several states an effect has chosen one.
    static String target(Case thing, Procedure.Action action, @Nullable String chosen) {
        if (chosen != null) {
            if (!action.targets().contains(chosen)) {
                throw new IllegalStateException("An effect chose " + chosen + ", which the action does not know");
            }
            return chosen;
        }
        return action.targets().isEmpty() ? thing.state() : action.targets().getFirst();
    }

    /// How long a state lasts: as its district has set it, else by the definition.
    @Nullable
    Term term(int jurisdiction, Procedure procedure, String state) {
        var defined = procedure.state(state).within();
        return defined == null
                ? null
                : own.stream()
                        .flatMap(each -> each.find(jurisdiction, procedure.name(), state).stream())
                        .findFirst()
                        .orElse(defined);
    }

    /// The clock after an action: stopped or going on (CLK-04), or started anew by the state that was entered, which
    /// lasts for the term.
    @Nullable
    Deadline clock(Case thing, Procedure.Action action, @Nullable Term term, Instant at, Map<String, Object> form) {
        if (action.clock() == null) {
            return clockOf(term, at);
        }
        var before = thing.clock();
        if (before == null) {
            throw Problem.refused("case.no-clock");
        }
        return switch (action.clock()) {
            case PAUSE -> before.pausedAt(at, reason(form));
            case RESUME -> before.resumedAt(at, calendar);
        };
    }

    @Nullable
    Deadline clockOf(@Nullable Term term, Instant at) {
        return term == null ? null : Deadline.running(at, term.due(at, calendar));
    }

    private static Deadline.PauseReason reason(Map<String, Object> form) {
        return form.get("reason") instanceof String code
                ? Deadline.PauseReason.valueOf(code)
                : Deadline.PauseReason.OTHER_AUTHORITY;
    }

    /// `signed` is the head of the fact, with who opened the case.
    static CaseMoved opened(Fact.Header signed, Case thing, Map<String, Object> said) {
        var header = signed.states(null, thing.state()).area(thing.area());
        return new CaseMoved(
                header, thing.procedure() + ".open", "open", null, thing.number(), thing.requester(), null, said);
    }

    /// `signed` is the head of the fact, with who acted.
    static CaseMoved fact(
            Fact.Header signed,
            Case before,
            Case after,
            String action,
            Map<String, Object> form,
            Map<String, Object> said) {
        var holder = after.holder();
        var header = signed.states(before.state(), after.state())
                .area(after.area())
                .path(
                        before.holder() == null ? null : before.holder().path(),
                        holder == null ? null : holder.path(),
                        holder == null ? null : holder.id());
        var note = form.get("note") instanceof String text ? text : null;
        return new CaseMoved(
                header,
                after.procedure() + "." + action,
                action,
                note,
                after.number(),
                after.requester(),
                holder == null ? null : holder.name(),
                new HashMap<>(said));
    }
}
