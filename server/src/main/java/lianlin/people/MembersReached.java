package lianlin.people;

import static lianlin.kernel.Given.given;
import static lianlin.people.sql.Tables.MEMBER;

import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PersonName;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The door to members for those who tell them something: who belongs to a place or to an organization and all below
/// it.
@Repository
public class MembersReached {
    /// A member with the organization that he belongs to, his name masked.
    public record Reached(Id person, String name, Id organization, Area area) {}

    private final DSLContext db;

    MembersReached(DSLContext db) {
        this.db = db;
    }

    /// Those after one of them, in the order of their ids, at most so many; who has left is none of them.
    public List<Reached> after(int jurisdiction, @Nullable Area area, @Nullable String path, Id after, int most) {
        return db.select(MEMBER.ID, MEMBER.NAME, MEMBER.ORGANIZATION, MEMBER.AREA)
                .from(MEMBER)
                .where(Scope.jurisdiction(jurisdiction).on(MEMBER.JURISDICTION))
                .and(given(area, place -> MEMBER.AREA.between(place, place.last())))
                .and(given(path, top -> MEMBER.PATH.between(top, top + '~')))
                .and(MEMBER.STATUS.ne(MembershipStatus.LEFT.name()))
                .and(MEMBER.ID.gt(after))
                .orderBy(MEMBER.ID)
                .limit(most)
                .fetch(row ->
                        new Reached(row.value1(), new PersonName(row.value2()).masked(), row.value3(), row.value4()));
    }
}
