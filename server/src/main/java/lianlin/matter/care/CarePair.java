package lianlin.matter.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// A helper and a household (SRV-05). `tier` is how closely the service accompanies, chosen by need: it rates the
/// service,
/// not the household (SRV-04). `due` is what its plan asks for next.
record CarePair(
        int jurisdiction,
        Id id,
        Area area,
        Id team,
        Id helper,
        @Nullable StandIn standIn,
        State state,
        List<CareNeed> needs,
        int tier,
        String shownName,
        @Nullable Id person,
        @Nullable Consent consent,
        @Nullable VisitPlan plan,
        Due due,
        @Nullable EndReason endReason,
        @Nullable Instant ended,
        Instant opened,
        int version) {

    enum State {
        PROPOSED,
        CONSENTED,
        ACTIVE,
        PAUSED,
        ENDED;

        boolean allows(State next) {
            return switch (this) {
                case PROPOSED -> next == CONSENTED || next == ENDED;
                case CONSENTED -> next == ACTIVE || next == ENDED;
                case ACTIVE -> next == PAUSED || next == ENDED;
                case PAUSED -> next == ACTIVE || next == ENDED;
                case ENDED -> false;
            };
        }
    }

    /// How the household agreed, when, and who noted it.
    record Consent(Given how, Instant at, Id notedBy) {}

    enum Given {
        VOICE,
        SIGNATURE
    }

    enum EndReason {
        NEED_MET,
        MOVED_AWAY,
        NOBODY_TO_HELP,
        DECLINED,
        DECEASED,
        CONSENT_WITHDRAWN
    }

    /// Who comes instead of the helper, from a day to a day.
    record StandIn(Id account, LocalDate from, LocalDate until) {
        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /// Where the plan stands: the last day of it that is done with, the day to which the next visit was moved, the day
    /// of the next visit, the day of the next alarm, and how many were raised since the last visit.
    record Due(
            @Nullable LocalDate settledOn,
            @Nullable LocalDate movedTo,
            @Nullable LocalDate on,
            @Nullable LocalDate alarmOn,
            int alarms) {
        static final Due NOTHING = new Due(null, null, null, null, 0);
    }

    /// Who goes there on a day.
    Id goes(LocalDate day) {
        return standIn != null && standIn.on(day) ? standIn.account() : helper;
    }

    VisitPlan planned() {
        if (plan == null) {
            throw Problem.refused("care.move");
        }
        return plan;
    }

    private void mustAllow(State next) {
        if (!state.allows(next)) {
            throw Problem.refused("care.move");
        }
    }

    /// Noted, or noted again: who said yes by voice may sign later.
    CarePair consented(Consent given) {
        if (state == State.ENDED) {
            throw Problem.refused("care.move");
        }
        return with(state == State.PROPOSED ? State.CONSENTED : state, helper, standIn, given, plan, due);
    }

    /// With a plan: the first one begins the visits, another one changes them.
    CarePair planned(VisitPlan other, int level, Due next) {
        if (state != State.CONSENTED && state != State.ACTIVE) {
            throw Problem.refused(state == State.PROPOSED ? "care.consent" : "care.move");
        }
        return new CarePair(
                jurisdiction,
                id,
                area,
                team,
                helper,
                standIn,
                State.ACTIVE,
                needs,
                level,
                shownName,
                person,
                consent,
                other,
                next,
                null,
                null,
                opened,
                version + 1);
    }

    CarePair paused() {
        mustAllow(State.PAUSED);
        return with(State.PAUSED, helper, standIn, consent, plan, new Due(due.settledOn(), null, null, null, 0));
    }

    CarePair resumed(Due next) {
        if (state != State.PAUSED) {
            throw Problem.refused("care.move");
        }
        return with(State.ACTIVE, helper, standIn, consent, plan, next);
    }

    CarePair due(Due next) {
        return with(state, helper, standIn, consent, plan, next);
    }

    /// Somebody else from now on; or, with days, somebody instead for a while.
    CarePair helpedBy(Id other) {
        if (state == State.ENDED) {
            throw Problem.refused("care.move");
        }
        return with(state, other, null, consent, plan, due);
    }

    CarePair stoodInFor(@Nullable StandIn other) {
        if (state == State.ENDED) {
            throw Problem.refused("care.move");
        }
        return with(state, helper, other, consent, plan, due);
    }

    /// The end: what was known of the household is gone (PI).
    CarePair ended(EndReason reason, Instant at) {
        // a consent can be withdrawn after the end too: then what was written goes as well
        if (state != State.ENDED || reason != EndReason.CONSENT_WITHDRAWN) {
            mustAllow(State.ENDED);
        }
        return new CarePair(
                jurisdiction,
                id,
                area,
                team,
                helper,
                null,
                State.ENDED,
                needs,
                tier,
                "",
                person,
                consent,
                plan,
                new Due(due.settledOn(), null, null, null, 0),
                reason,
                at,
                opened,
                version + 1);
    }

    private CarePair with(
            State next,
            Id who,
            @Nullable StandIn instead,
            @Nullable Consent given,
            @Nullable VisitPlan with,
            Due ahead) {
        return new CarePair(
                jurisdiction,
                id,
                area,
                team,
                who,
                instead,
                next,
                needs,
                tier,
                shownName,
                person,
                given,
                with,
                ahead,
                endReason,
                ended,
                opened,
                version + 1);
    }
}
