package lianlin.territory.patrol;

import static lianlin.territory.sql.Tables.PATROL;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.springframework.stereotype.Component;

/// Patrols of a grid that ends are found with the one that takes its place (TER-12).
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
