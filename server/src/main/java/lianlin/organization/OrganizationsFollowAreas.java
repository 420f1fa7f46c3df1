package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Organizations go where the place goes at which they stand (TER-12).
@Component
class OrganizationsFollowAreas implements AreaFollower {
    private static final Standing ORGANIZATIONS = new Standing(
            "organization",
            ORGANIZATION.JURISDICTION,
            ORGANIZATION.AREA,
            ORGANIZATION.VERSION,
            ORGANIZATION.STATUS.ne(DSL.inline(OrganizationStatus.DISSOLVED.name())),
            false,
            new Standing.Told(
                    ORGANIZATION.ID,
                    DSL.inline(OrganizationDesk.SUBJECT),
                    ORGANIZATION.STATUS,
                    ORGANIZATION.PATH,
                    ORGANIZATION.ID));

    @Override
    public List<Standing> standings() {
        return List.of(ORGANIZATIONS);
    }
}
