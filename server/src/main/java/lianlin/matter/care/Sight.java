package lianlin.matter.care;

import static lianlin.matter.sql.Tables.CARE_PAIR;

import java.time.LocalDate;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Who sees a pair (SRV-05): the community, the leader of the team, the helper and who stands in for him, and the
/// household itself. A post of a street or of the district sees none, whatever its permissions: they are edited on a
/// page.
final class Sight {
    private static final int COMMUNITY = 5;

    private Sight() {}

    static Condition of(Acting acting, LocalDate today) {
        var scope = acting.scope();
        var district = scope.on(CARE_PAIR.JURISDICTION);
        return district.and(
                switch (scope.reach()) {
                    case AREA ->
                        isCommunity(acting) ? scope.on(CARE_PAIR.JURISDICTION, CARE_PAIR.AREA) : DSL.falseCondition();
                    case ORGANIZATION -> ofTeam(acting, today);
                    case OWN ->
                        CARE_PAIR.PERSON.eq(acting.person()).and(CARE_PAIR.STATE.ne(CarePair.State.ENDED.name()));
                    case SYSTEM -> DSL.falseCondition();
                });
    }

    private static Condition ofTeam(Acting acting, LocalDate today) {
        var team = team(acting);
        if (team == null) {
            return DSL.falseCondition();
        }
        var account = acting.account();
        var own =
                CARE_PAIR.HELPER.eq(account).or(CARE_PAIR.STAND_IN.eq(account).and(CARE_PAIR.STAND_IN_UNTIL.ge(today)));
        return acting.may("care.lead")
                ? CARE_PAIR.TEAM.eq(team)
                : CARE_PAIR.TEAM.eq(team).and(own);
    }

    static boolean isCommunity(Acting acting) {
        return acting.scope().reach() == Scope.Reach.AREA
                && acting.scope().area().depth() >= COMMUNITY;
    }

    /// Whether he leads the team of a pair that he sees.
    static boolean leads(Acting acting, CarePair pair) {
        return acting.may("care.lead") && pair.team().equals(team(acting));
    }

    /// Whether he goes there himself: the helper, or the one who stands in on the day.
    static boolean goes(Acting acting, CarePair pair, LocalDate today) {
        return acting.may("care.visit")
                && acting.scope().reach() == Scope.Reach.ORGANIZATION
                && (pair.helper().equals(acting.account()) || pair.goes(today).equals(acting.account()));
    }

    static boolean isHousehold(Acting acting, CarePair pair) {
        return acting.scope().reach() == Scope.Reach.OWN && acting.person().equals(pair.person());
    }

    private static @org.jspecify.annotations.Nullable Id team(Acting acting) {
        var post = acting.post();
        return post == null ? null : post.organization();
    }
}
