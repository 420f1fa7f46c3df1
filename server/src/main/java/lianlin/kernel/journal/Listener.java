package lianlin.kernel.journal;

import java.time.Period;
import java.util.List;
import java.util.Set;

/// A module that wants to know what happened elsewhere. It is told after the commit, in order, in batches;
/// what it does and how far it has read are one transaction, so each fact has its effect exactly once.
public interface Listener {
    /// The name under which the position is kept; never changed.
    String name();

    /// The kinds it wants to hear.
    Set<String> kinds();

    /// How old a fact may be to be heard: what concerns people who are told of it is news for a week, what keeps rows
    /// right is heard however late.
    default Period news() {
        return Period.ofYears(200);
    }

    void hear(List<Happened> facts);
}
