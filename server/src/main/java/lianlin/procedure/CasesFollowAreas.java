package lianlin.procedure;

import static lianlin.procedure.sql.Tables.CASE;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.springframework.stereotype.Component;

/// Cases go where their place goes (TER-12), closed ones too: what happened in a grid stays with those who serve there.
@Component
class CasesFollowAreas implements AreaFollower {
    private static final Standing CASES = new Standing(
            "case",
            CASE.JURISDICTION,
            CASE.AREA,
            CASE.VERSION,
            CASE.CLOSED.isNull(),
            false,
            new Standing.Told(CASE.ID, CASE.PROCEDURE, CASE.STATE, CASE.HOLDER_PATH, CASE.HOLDER));

    @Override
    public List<Standing> standings() {
        return List.of(CASES);
    }
}
