package lianlin.kernel.journal;

import java.util.List;
import java.util.Set;

/// Hears that a subtree of organizations has moved, for rows that keep a copy of their organization's path.
public interface PathFollower extends Listener {
    /// Replaces the beginning `before` of the paths by `after`, in all rows of the district at or below it.
    void relocate(int jurisdiction, String before, String after);

    @Override
    default Set<String> kinds() {
        return Set.of("path-moved");
    }

    @Override
    default void hear(List<Happened> facts) {
        for (var fact : facts) {
            var before = fact.text("before");
            var after = fact.path();
            if (before != null && after != null) {
                relocate(fact.jurisdiction(), before, after);
            }
        }
    }
}
