package lianlin.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Versioned;
import lianlin.kernel.sheet.Intake;
import org.jspecify.annotations.Nullable;

/// An uploaded sheet on its way: checked row by row, looked at by the one who uploaded it, written as a whole
/// (EXC-03). `rows` is an estimate until the last one is checked.
record ImportBatch(
        Id id,
        String kind,
        String file,
        State state,
        int rows,
        int checked,
        int bad,
        int applied,
        boolean partial,
        @Nullable String problem,
        Instant received,
        @Nullable Instant started,
        @Nullable Instant finished,
        int version,
        @JsonIgnore Intake intake)
        implements Versioned {

    enum State {
        RECEIVED,
        CHECKING,
        CHECKED,
        CONFIRMED,
        APPLYING,
        APPLIED,
        REJECTED,
        CANCELLED;

        /// Whether the one who uploaded it may bring it there.
        boolean allows(State next) {
            return switch (this) {
                case RECEIVED, CHECKING -> next == CANCELLED;
                case CHECKED -> next == CANCELLED || next == CONFIRMED;
                case CONFIRMED, APPLYING, APPLIED, REJECTED, CANCELLED -> false;
            };
        }
    }

    /// The same with the sentence for its problem.
    ImportBatch told(String sentence) {
        return new ImportBatch(
                id, kind, file, state, rows, checked, bad, applied, partial, sentence, received, started, finished,
                version, intake);
    }

    /// The rows that can be written.
    @JsonProperty
    int good() {
        return checked - bad;
    }

    /// Whether it may go there; written are all rows or, where that was asked for, all that are good.
    void requireMove(State next, boolean goodOnly) {
        if (!state.allows(next)) {
            throw Problem.refused("import.move");
        }
        if (next == State.CONFIRMED && good() == 0) {
            throw Problem.refused("import.nothing");
        }
        if (next == State.CONFIRMED && bad > 0 && !goodOnly) {
            throw Problem.refused("import.bad", bad, good());
        }
    }
}
