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
        WITHDRAWN
    }

    /// Answered by the other one, or taken back by the one who asked.
    void mustAllow(State next, Id by) {
        var his = next == State.WITHDRAWN ? asker : asked;
        if (state != State.ASKED || next == State.ASKED || !by.equals(his)) {
            throw Problem.refused("duty.answer");
        }
    }
}
