package lianlin.identity;

import static lianlin.identity.sql.Tables.ACCOUNT;
import static lianlin.identity.sql.Tables.POST;
import static lianlin.identity.sql.Tables.ROLE;
import static lianlin.kernel.Given.given;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Named;
import lianlin.kernel.Scope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Those who live at or below a place and stand there for themselves, members and residents, by what they may do.
@Component
public class Neighbours {
    private final DSLContext db;
    private final Clock clock;

    Neighbours(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Those whose post carries the permission and whose name contains `q`, in the order of names, at most `limit`.
    public List<Named> at(Area place, String permission, @Nullable String q, int limit) {
        return db.selectDistinct(ACCOUNT.ID, ACCOUNT.NAME)
                .from(ACCOUNT)
                .join(POST)
                .on(POST.ACCOUNT.eq(ACCOUNT.ID))
                .join(ROLE)
                .on(ROLE.CODE.eq(POST.ROLE))
                .where(standing(place, permission))
                .and(given(q, ACCOUNT.NAME::contains))
                .orderBy(ACCOUNT.NAME, ACCOUNT.ID)
                .limit(limit)
                .fetch(row -> new Named(row.value1(), row.value2()));
    }

    /// The name of one of them.
    public Optional<String> find(Area place, String permission, Id account) {
        return db.select(ACCOUNT.NAME)
                .from(ACCOUNT)
                .join(POST)
                .on(POST.ACCOUNT.eq(ACCOUNT.ID))
                .join(ROLE)
                .on(ROLE.CODE.eq(POST.ROLE))
                .where(standing(place, permission), ACCOUNT.ID.eq(account))
                .limit(1)
                .fetchOptional(ACCOUNT.NAME);
    }

    private Condition standing(Area place, String permission) {
        var today = LocalDate.now(clock);
        return POST.JURISDICTION
                .eq(place.county())
                .and(POST.AREA.between(place, place.last()))
                .and(ROLE.REACH.eq(Scope.Reach.OWN.name()))
                .and(DSL.val(permission).eq(DSL.any(ROLE.PERMISSIONS)))
                .and(PostStore.valid(today))
                .and(ACCOUNT.STATE.in("ACTIVE", "INVITED"));
    }
}
