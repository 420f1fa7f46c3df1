package lianlin.matter.care;

import static lianlin.matter.sql.Tables.CARE_PAIR;
import static lianlin.matter.sql.Tables.CARE_VISIT;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Care pairs and their visits go where their place goes (TER-12).
@Component
class CareFollowsAreas implements AreaFollower {
    private static final Standing PAIRS = new Standing(
            "care-pair",
            CARE_PAIR.JURISDICTION,
            CARE_PAIR.AREA,
            CARE_PAIR.VERSION,
            CARE_PAIR.ENDED.isNull(),
            false,
            new Standing.Told(
                    CARE_PAIR.ID, DSL.inline(CareFacts.SUBJECT), CARE_PAIR.STATE, Standing.nothing(), CARE_PAIR.TEAM));

    @Override
    public List<Standing> standings() {
        return List.of(PAIRS, Standing.part(CARE_VISIT.JURISDICTION, CARE_VISIT.AREA));
    }
}
