package lianlin.procedure;

import java.util.List;
import java.util.Set;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Listener;
import org.springframework.stereotype.Component;

/// Keeps the place of the holders right when a subtree of organizations moves.
@Component
class FollowingHolders implements Listener {
    private final CaseStore cases;

    FollowingHolders(CaseStore cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "procedure.holders";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("path-moved");
    }

    @Override
    public void hear(List<Happened> facts) {
        for (var fact : facts) {
            var before = fact.text("before");
            var after = fact.path();
            if (before == null || after == null) {
                continue;
            }
            cases.relocateHolders(fact.jurisdiction(), before, after);
        }
    }
}
