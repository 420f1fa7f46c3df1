package lianlin.exchange;

import static lianlin.exchange.sql.Tables.IMPORT_BATCH;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Imports stand with those who made them, whose place may go into another (TER-12).
@Component
class ImportsFollowAreas implements AreaFollower {
    @Override
    public List<Standing> standings() {
        return List.of(new Standing(
                null,
                IMPORT_BATCH.JURISDICTION,
                IMPORT_BATCH.AREA,
                null,
                DSL.noCondition(),
                false,
                new Standing.Told(
                        IMPORT_BATCH.ID,
                        DSL.inline("import"),
                        IMPORT_BATCH.STATE,
                        Standing.nothing(),
                        DSL.inline((lianlin.kernel.Id) null))));
    }
}
