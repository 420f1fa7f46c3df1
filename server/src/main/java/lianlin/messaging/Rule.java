package lianlin.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a kind of fact concerns and what he is told (MSG-01). Without a kind of message nobody is told.
record Rule(
        int jurisdiction,
        String fact,
        Tell tell,
        String state,
        int version,
        @Nullable String permission,
        @Nullable MessageKind kind,
        String text,
        List<String> said) {

    /// Who is meant by what the fact says.
    enum Tell {
        REQUESTER,
        HOLDER,
        AREA,
        ABOVE
    }

    /// The rule that it takes the place of has the same fact, the same people and the same state.
    record Place(String fact, Tell tell, String state) {}

    /// The same of a district, in a version of its own.
    Rule of(int district, int version, @Nullable MessageKind kind) {
        return new Rule(district, fact, tell, state, version, permission, kind, text, said);
    }

    Place place() {
        return new Place(fact, tell, state);
    }
}
