package lianlin.territory.duty;

import java.time.Instant;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// A shift that its holder asks another to take, perhaps for one of his (TER-11).
record Swap(
        int jurisdiction,
        Id id,
        Area area,
        Id shift,
        @Nullable Id forShift,
        Id asker,
        Id asked,
        State state,
        Instant written) {
    enum State {
        ASKED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        CALLED_OFF
    }

    /// Answered by the other one, taken back by the one who asked; what was agreed is called off by either.
    void mustAllow(State next, Id by) {
        var may = switch (next) {
            case ASKED -> false;
            case ACCEPTED, DECLINED -> state == State.ASKED && by.equals(asked);
            case WITHDRAWN -> state == State.ASKED && by.equals(asker);
            case CALLED_OFF -> state == State.ACCEPTED && (by.equals(asked) || by.equals(asker));
        };
        if (!may) {
            throw Problem.refused("duty.answer");
        }
    }

    Id other(Id one) {
        return one.equals(asker) ? asked : asker;
    }
}
