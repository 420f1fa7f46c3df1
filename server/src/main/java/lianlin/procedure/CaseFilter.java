package lianlin.procedure;

import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.time.Lamp;
import org.jspecify.annotations.Nullable;

/// Which cases a list asks for; what is null does not matter. `open` leaves out what has ended; `mine` are
/// those that the caller's post can act on now; `q` is a part of number, title or topic.
public record CaseFilter(
        @Nullable String procedure,
        @Nullable String state,
        @Nullable String topic,
        @Nullable Area area,
        @Nullable Id holder,
        @Nullable Lamp lamp,
        @Nullable Boolean open,
        @Nullable Boolean mine,
        @Nullable String q) {
    public static final CaseFilter NONE = new CaseFilter(null, null, null, null, null, null, null, null, null);

    /// The same, of one procedure.
    public CaseFilter of(String one) {
        return new CaseFilter(one, state, topic, area, holder, lamp, open, mine, q);
    }

    boolean asksForStateOnly() {
        return topic == null && holder == null && lamp == null && open == null && mine == null && q == null;
    }
}
