package lianlin.people;

import static lianlin.people.sql.Tables.AFFILIATION;
import static lianlin.people.sql.Tables.MEMBER;
import static lianlin.people.sql.Tables.MEMBER_INTAKE;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Members stand where their branch stands, and their ties to places go along (TER-12).
@Component
class PeopleFollowAreas implements AreaFollower {
    private static final Standing MEMBERS = new Standing(
            "member",
            MEMBER.JURISDICTION,
            MEMBER.AREA,
            MEMBER.VERSION,
            MEMBER.STATUS.ne(DSL.inline(MembershipStatus.LEFT.name())),
            false,
            new Standing.Told(
                    MEMBER.ID, DSL.inline(MemberFacts.SUBJECT), MEMBER.STATUS, MEMBER.PATH, MEMBER.ORGANIZATION));

    @Override
    public List<Standing> standings() {
        return List.of(
                MEMBERS,
                Standing.part(AFFILIATION.JURISDICTION, AFFILIATION.AREA),
                Standing.part(MEMBER_INTAKE.JURISDICTION, MEMBER_INTAKE.AREA));
    }
}
