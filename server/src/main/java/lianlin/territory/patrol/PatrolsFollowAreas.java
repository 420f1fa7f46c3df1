package lianlin.territory.patrol;

import static lianlin.territory.sql.Tables.PATROL;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.springframework.stereotype.Component;

/// The patrols of a grid that ends are those of the grid that takes its place (TER-12); of a grid that is split, nobody
/// knows which part was walked through.
@Component
class PatrolsFollowAreas implements AreaFollower {
    @Override
    public List<Standing> standings() {
        return List.of(Standing.part(PATROL.JURISDICTION, PATROL.AREA));
    }

    @Override
    public boolean onlyWhole() {
        return true;
    }
}
