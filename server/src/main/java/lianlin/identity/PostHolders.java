package lianlin.identity;

import static lianlin.identity.sql.Tables.ACCOUNT;
import static lianlin.identity.sql.Tables.POST;
import static lianlin.identity.sql.Tables.ROLE;
import static lianlin.kernel.Given.given;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The door to accounts for whoever tells many people something: who holds posts in a place or in organizations, who
/// lives in a place and has an account, and by which account a person comes in.
@Repository
public class PostHolders {
    /// An account by one of its posts: where that stands and what the place is called.
    public record Holder(
            Id post, Id account, String name, @Nullable Id organization, Area area, String place) {}

    /// What every post of staff may do, and no big screen.
    private static final String WORKS = "case.read";

    private static final List<String> ENTERS = List.of("ACTIVE", "INVITED");

    private final DSLContext db;
    private final Clock clock;

    PostHolders(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Those with a valid post after one of these posts, in the order of posts. `own`: people whose post shows them
    /// what is
    /// their own, who live there; else those who work there.
    public List<Holder> after(
            int jurisdiction, @Nullable Area area, @Nullable String path, boolean own, Id after, int most) {
        var today = LocalDate.now(clock);
        return db.select(POST.ID, POST.ACCOUNT, ACCOUNT.NAME, POST.ORGANIZATION, POST.AREA, POST.PLACE)
                .from(POST)
                .join(ROLE)
                .on(ROLE.CODE.eq(POST.ROLE))
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(POST.ACCOUNT))
                .where(POST.JURISDICTION.eq(jurisdiction), POST.ID.gt(after))
                .and(given(area, place -> POST.AREA.between(place, place.last())))
                .and(given(path, top -> POST.PATH.between(top, top + '~')))
                .and(own ? ROLE.REACH.eq(Scope.Reach.OWN.name()) : ROLE.REACH.in("AREA", "ORGANIZATION"))
                .and(DSL.val(WORKS).eq(DSL.any(ROLE.PERMISSIONS)))
                .and(PostStore.valid(today))
                .and(ACCOUNT.STATE.in(ENTERS))
                .orderBy(POST.ID)
                .limit(most)
                .fetch(row ->
                        new Holder(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /// By which account each person comes in, as far as one does; one statement.
    public Map<Id, Id> accounts(Collection<Id> persons) {
        var accounts = new HashMap<Id, Id>();
        db.select(ACCOUNT.PERSON, ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON.in(persons), ACCOUNT.STATE.in(ENTERS))
                .orderBy(ACCOUNT.ID)
                .forEach(row -> accounts.putIfAbsent(row.value1(), row.value2()));
        return accounts;
    }
}
