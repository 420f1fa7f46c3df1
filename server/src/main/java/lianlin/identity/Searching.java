package lianlin.identity;

import java.util.List;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// A module that finds things of its own by what somebody typed anywhere: by the same rights and in the same scope as
/// in its list, and by the same index.
public interface Searching {
    /// A thing that was found, in the words of its list; personal data stays masked.
    record Found(Id id, String name, @Nullable String note) {}

    /// What kind of things: the name under which pages know where they are shown.
    String kind();

    /// The first few; empty for posts that may not read the list.
    List<Found> search(Acting acting, String typed, int most);
}
