package lianlin.procedure;

import lianlin.kernel.journal.PathFollower;
import org.springframework.stereotype.Component;

/// Keeps the place of the holders right when a subtree of organizations moves.
@Component
class FollowingHolders implements PathFollower {
    private final CaseStore cases;

    FollowingHolders(CaseStore cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "procedure.holders";
    }

    @Override
    public void relocate(int jurisdiction, String before, String after) {
        cases.relocateHolders(jurisdiction, before, after);
    }
}
