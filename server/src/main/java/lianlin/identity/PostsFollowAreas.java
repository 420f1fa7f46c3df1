package lianlin.identity;

import static lianlin.identity.sql.Tables.POST;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Whoever has a post at a place has it at the place that takes its place (TER-12); the same post at two places that
/// become one is one post.
@Component
class PostsFollowAreas implements AreaFollower {
    private static final lianlin.identity.sql.Post TWIN = POST.as("twin");

    private final DSLContext db;
    private final Sessions sessions;
    private final Clock clock;

    PostsFollowAreas(DSLContext db, Sessions sessions, Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public List<Standing> standings() {
        var today = LocalDate.now(clock);
        return List.of(new Standing(
                "post",
                POST.JURISDICTION,
                POST.AREA,
                POST.VERSION,
                POST.ENDS.isNull().or(POST.ENDS.gt(today)),
                true,
                new Standing.Told(POST.ID, DSL.inline("post"), Standing.nothing(), POST.PATH, POST.ORGANIZATION)));
    }

    @Override
    public boolean onlyWhole() {
        return true;
    }

    @Override
    public void arrived(Move move) {
        var today = LocalDate.now(clock);
        name(move.to(), move.name());
        db.update(POST)
                .set(POST.ENDS, DSL.greatest(POST.STARTS, DSL.val(today)))
                .where(POST.JURISDICTION.eq(move.jurisdiction()), POST.AREA.eq(move.to()), PostStore.valid(today))
                .and(DSL.exists(DSL.selectOne()
                        .from(TWIN)
                        .where(
                                TWIN.JURISDICTION.eq(POST.JURISDICTION),
                                TWIN.AREA.eq(POST.AREA),
                                TWIN.ACCOUNT.eq(POST.ACCOUNT),
                                TWIN.ROLE.eq(POST.ROLE),
                                TWIN.ORGANIZATION.isNotDistinctFrom(POST.ORGANIZATION),
                                TWIN.ID.lt(POST.ID),
                                TWIN.STARTS.le(today),
                                TWIN.ENDS.isNull().or(TWIN.ENDS.isNotDistinctFrom(POST.ENDS)))))
                .execute();
        sessions.forgetAll();
    }

    @Override
    public void renamed(Area area, String name) {
        name(area, name);
        sessions.forgetAll();
    }

    private void name(Area area, String name) {
        db.update(POST)
                .set(POST.PLACE, name)
                .where(POST.JURISDICTION.eq(area.county()), POST.AREA.eq(area), POST.ORGANIZATION.isNull())
                .execute();
    }
}
