package lianlin.identity;

import static lianlin.identity.sql.Tables.ACCOUNT;
import static lianlin.identity.sql.Tables.POST;
import static lianlin.identity.sql.Tables.ROLE;
import static lianlin.kernel.Given.given;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Subtree;
import lianlin.kernel.http.Words;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of posts.
@Repository
class PostStore {
    /// Which posts a list asks for; what is null does not matter.
    record Filter(
            @Nullable Id account,
            @Nullable Id organization,
            @Nullable Area area,
            @Nullable String role) {}

    /// A post in a list, with the name of who holds it.
    record Line(
            Id id,
            Id account,
            String name,
            Labelled role,
            String place,
            Area area,
            LocalDate starts,
            @Nullable LocalDate ends) {}

    private static final List<SelectField<?>> COLUMNS = List.of(
            POST.ID,
            POST.JURISDICTION,
            POST.ACCOUNT,
            POST.ROLE,
            ROLE.REACH,
            POST.AREA,
            POST.ORGANIZATION,
            POST.PATH,
            POST.PLACE,
            POST.STARTS,
            POST.ENDS);

    private final DSLContext db;
    private final Words words;

    PostStore(DSLContext db, Words words) {
        this.db = db;
        this.words = words;
    }

    /// The posts that an account holds on a day, the oldest first.
    List<Post> held(Id account, LocalDate on) {
        return db.select(COLUMNS)
                .from(POST)
                .join(ROLE)
                .on(ROLE.CODE.eq(POST.ROLE))
                .where(POST.ACCOUNT.eq(account), valid(on))
                .orderBy(POST.ID)
                .fetch(PostStore::post);
    }

    Optional<Post> find(Scope scope, Id id) {
        return db.select(COLUMNS)
                .from(POST)
                .join(ROLE)
                .on(ROLE.CODE.eq(POST.ROLE))
                .where(administered(scope), POST.ID.eq(id))
                .fetchOptional(PostStore::post);
    }

    Post get(Scope scope, Id id) {
        return find(scope, id).orElseThrow(() -> Problem.absent("post", id));
    }

    Page<Line> list(Scope scope, Filter filter, Paging paging) {
        var query = db.select(
                        POST.ID, POST.ACCOUNT, ACCOUNT.NAME, POST.ROLE, POST.PLACE, POST.AREA, POST.STARTS, POST.ENDS)
                .from(POST)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(POST.ACCOUNT))
                .where(administered(scope))
                .and(given(filter.account(), POST.ACCOUNT::eq))
                .and(given(filter.organization(), POST.ORGANIZATION::eq))
                .and(given(filter.area(), place -> POST.AREA.between(place, place.last())))
                .and(given(filter.role(), POST.ROLE::eq));
        return paging.fetch(
                query,
                row -> new Line(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        words.of("role", row.value4()),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()),
                POST.ID);
    }

    void insert(Post post) {
        db.insertInto(POST)
                .set(POST.JURISDICTION, post.jurisdiction())
                .set(POST.ID, post.id())
                .set(POST.ACCOUNT, post.account())
                .set(POST.ROLE, post.role())
                .set(POST.AREA, post.area())
                .set(POST.ORGANIZATION, post.organization())
                .set(POST.PATH, post.path())
                .set(POST.PLACE, post.place())
                .set(POST.STARTS, post.starts())
                .set(POST.ENDS, post.ends())
                .execute();
    }

    void end(Post post, LocalDate last) {
        db.update(POST)
                .set(POST.ENDS, last)
                .where(POST.JURISDICTION.eq(post.jurisdiction()), POST.ID.eq(post.id()))
                .execute();
    }

    /// The posts of an organization follow it to its new place.
    void relocate(int jurisdiction, String before, String after) {
        Subtree.move(db, POST.JURISDICTION, POST.PATH, jurisdiction, before, after);
    }

    /// The same posts at another place, for those who have none there yet.
    void extend(Area from, Area to, String place, Collection<Id> accounts, LocalDate since) {
        var here = POST.JURISDICTION
                .eq(from.county())
                .and(POST.ACCOUNT.in(accounts))
                .and(valid(since));
        var there = db.select(POST.ACCOUNT, POST.ROLE)
                .from(POST)
                .where(here, POST.AREA.eq(to))
                .fetchSet(row -> Map.entry(row.value1(), row.value2()));
        db
                .selectDistinct(POST.ACCOUNT, POST.ROLE)
                .from(POST)
                .where(here, POST.AREA.eq(from), POST.ORGANIZATION.isNull())
                .fetch()
                .stream()
                .filter(row -> !there.contains(Map.entry(row.value1(), row.value2())))
                .forEach(row -> db.insertInto(POST)
                        .set(POST.JURISDICTION, to.county())
                        .set(POST.ID, Id.next())
                        .set(POST.ACCOUNT, row.value1())
                        .set(POST.ROLE, row.value2())
                        .set(POST.AREA, to)
                        .set(POST.PLACE, place)
                        .set(POST.STARTS, since)
                        .execute());
    }

    void end(Area at, Collection<Id> accounts, LocalDate day) {
        db.update(POST)
                .set(POST.ENDS, DSL.greatest(POST.STARTS, DSL.val(day)))
                .where(POST.JURISDICTION.eq(at.county()), POST.AREA.eq(at), POST.ORGANIZATION.isNull(), valid(day))
                .and(POST.ACCOUNT.in(accounts))
                .execute();
    }

    /// What people call these posts: place and role.
    Map<Id, String> labels(Collection<Id> ids) {
        var labels = new HashMap<Id, String>();
        db.select(POST.ID, POST.PLACE, POST.ROLE)
                .from(POST)
                .where(POST.ID.in(ids))
                .forEach(row -> labels.put(
                        row.value1(),
                        row.value2() + " · " + words.of("role", row.value3()).label()));
        return labels;
    }

    /// Administrators see the posts of their jurisdiction, others those inside their area.
    private static Condition administered(Scope scope) {
        return scope.reach() == Scope.Reach.SYSTEM
                ? scope.on(POST.JURISDICTION)
                : scope.on(POST.JURISDICTION, POST.AREA);
    }

    static Condition valid(LocalDate on) {
        return POST.STARTS.le(on).and(POST.ENDS.isNull().or(POST.ENDS.gt(on)));
    }

    private static Post post(Record row) {
        return new Post(
                row.get(POST.ID),
                row.get(POST.JURISDICTION),
                row.get(POST.ACCOUNT),
                row.get(POST.ROLE),
                Scope.Reach.valueOf(row.get(ROLE.REACH)),
                row.get(POST.AREA),
                row.get(POST.ORGANIZATION),
                row.get(POST.PATH),
                row.get(POST.PLACE),
                row.get(POST.STARTS),
                row.get(POST.ENDS));
    }
}
