package lianlin.territory.section;

import java.time.Instant;
import java.time.LocalDate;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// A piece of public green or a key place with what there is to do, and who looks after it (TER-15). `holder` is the
/// account; somebody without one stands there by name alone.
record DutySection(
        int jurisdiction,
        Id id,
        Area area,
        Content content,
        State state,
        @Nullable Holder holder,
        @Nullable LocalDate workedOn,
        @Nullable LocalDate checkedOn,
        @Nullable Verdict verdict,
        int version) {

    /// What the community writes: what it is called, what belongs to it, what is to be done how often.
    record Content(String name, Kind kind, String description, String plan) {}

    record Holder(@Nullable Id account, String name, Instant since) {}

    enum Kind {
        GREEN,
        ROAD,
        COURTYARD,
        STAIRWELL,
        SQUARE,
        WATER,
        OTHER
    }

    /// What a check found.
    enum Verdict {
        IN_ORDER,
        TO_MEND
    }

    /// How somebody ceases to be the holder.
    enum Ending {
        WITHDRAWN,
        DECLINED,
        GIVEN_BACK,
        TAKEN_BACK
    }

    /// Nobody had it yet; waits for the community; is looked after; was looked after and can be claimed again.
    enum State {
        OPEN,
        CLAIMED,
        ACTIVE,
        RELEASED;

        boolean allows(State next) {
            return switch (this) {
                case OPEN, RELEASED -> next == CLAIMED;
                case CLAIMED -> next == ACTIVE || next == OPEN || next == RELEASED;
                case ACTIVE -> next == RELEASED;
            };
        }

        boolean free() {
            return switch (this) {
                case OPEN, RELEASED -> true;
                case CLAIMED, ACTIVE -> false;
            };
        }
    }

    boolean heldBy(Id account) {
        return holder != null && account.equals(holder.account());
    }

    /// Whoever comes second is told so, whatever he has seen.
    DutySection claimedBy(Holder next) {
        if (!state.free()) {
            throw Problem.refused("section.held");
        }
        return new DutySection(
                jurisdiction, id, area, content, State.CLAIMED, next, workedOn, checkedOn, verdict, version + 1);
    }

    DutySection confirmed() {
        return moved(State.ACTIVE, holder);
    }

    /// Free again, as if new for whoever comes next: what was found concerned the one who goes.
    DutySection freed(State next) {
        return moved(next, null);
    }

    private DutySection moved(State next, @Nullable Holder nextHolder) {
        if (!state.allows(next)) {
            throw Problem.refused("section.move");
        }
        var stays = nextHolder != null;
        return new DutySection(
                jurisdiction,
                id,
                area,
                content,
                next,
                nextHolder,
                stays ? workedOn : null,
                stays ? checkedOn : null,
                stays ? verdict : null,
                version + 1);
    }

    DutySection changed(Area place, Content fresh) {
        return new DutySection(
                jurisdiction, id, place, fresh, state, holder, workedOn, checkedOn, verdict, version + 1);
    }

    DutySection worked(LocalDate day) {
        mustBeHeld();
        var last = workedOn == null || day.isAfter(workedOn) ? day : workedOn;
        return new DutySection(jurisdiction, id, area, content, state, holder, last, checkedOn, verdict, version + 1);
    }

    DutySection checked(LocalDate day, Verdict found) {
        mustBeHeld();
        return new DutySection(jurisdiction, id, area, content, state, holder, workedOn, day, found, version + 1);
    }

    private void mustBeHeld() {
        if (state != State.ACTIVE) {
            throw Problem.refused("section.move");
        }
    }
}
