package lianlin.organization;

import static lianlin.kernel.Given.given;
import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.List;
import java.util.function.Consumer;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.text.Finder;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of lists and of the tree of organizations, by the page, by the level and as a whole.
@Repository
class OrganizationLists {
    /// Which organizations a list asks for; what is null does not matter. Dissolved ones are shown when asked for.
    record Filter(
            @Nullable String q,
            @Nullable Id parent,
            @Nullable OrganizationKind kind,
            @Nullable Area area,
            @Nullable OrganizationStatus status) {
        boolean bare() {
            return (q == null || q.isBlank()) && parent == null && kind == null && status == null;
        }
    }

    /// A line of a list before names and numbers are added.
    record Line(
            Id id,
            int jurisdiction,
            String path,
            @Nullable Id parent,
            Area area,
            OrganizationKind kind,
            String name,
            @Nullable String shortName,
            @Nullable String secretary,
            OrganizationStatus status,
            int children) {}

    private static final lianlin.organization.sql.Organization CHILD = ORGANIZATION.as("child");
    private static final lianlin.organization.sql.Organization ABOVE = ORGANIZATION.as("above");
    private static final int COUNTED = 1_001;
    private static final int COUNTY = 3;
    private static final int FETCHED = 1_000;

    private static final Field<Integer> CHILDREN = DSL.field(DSL.selectCount()
            .from(CHILD)
            .where(
                    CHILD.JURISDICTION.eq(ORGANIZATION.JURISDICTION),
                    CHILD.PARENT.eq(ORGANIZATION.ID),
                    CHILD.STATUS.ne(DSL.inline(OrganizationStatus.DISSOLVED.name()))));

    private static final List<SelectField<?>> LINE = List.of(
            ORGANIZATION.ID,
            ORGANIZATION.JURISDICTION,
            ORGANIZATION.PATH,
            ORGANIZATION.PARENT,
            ORGANIZATION.AREA,
            ORGANIZATION.KIND,
            ORGANIZATION.NAME,
            ORGANIZATION.SHORT_NAME,
            ORGANIZATION.SECRETARY,
            ORGANIZATION.STATUS,
            ORGANIZATION.SORT,
            ORGANIZATION.SPELLING,
            OrganizationOrder.DEPTH,
            CHILDREN.as("children"));

    private final DSLContext db;
    private final Finder finder;

    OrganizationLists(DSLContext db, Finder finder) {
        this.db = db;
        this.finder = finder;
    }

    Page<Line> list(Scope scope, Filter filter, @Nullable OrganizationOrder order, Paging paging) {
        var query = db.select(LINE).from(ORGANIZATION).where(OrganizationStore.visible(scope), matching(filter));
        return order != null
                ? paging.fetch(query, OrganizationLists::line, order.falls(), order.fields())
                : paging.fetch(
                        query, OrganizationLists::line, ORGANIZATION.JURISDICTION, ORGANIZATION.PATH, ORGANIZATION.ID);
    }

    /// The exact number, null where it is more than a thousand.
    @Nullable
    Long count(Scope scope, Filter filter) {
        var counted = db.fetchCount(db.selectOne()
                .from(ORGANIZATION)
                .where(OrganizationStore.visible(scope), matching(filter))
                .limit(COUNTED));
        return counted == COUNTED ? null : (Long) (long) counted;
    }

    /// Every line that a filter finds, one after the other, in the order of the tree; inside a transaction.
    void each(Scope scope, Filter filter, Consumer<Record> row, List<SelectField<?>> columns) {
        try (var cursor = db.select(columns)
                .from(ORGANIZATION)
                .where(OrganizationStore.visible(scope), matching(filter))
                .orderBy(ORGANIZATION.JURISDICTION, ORGANIZATION.PATH)
                .fetchSize(FETCHED)
                .fetchLazy()) {
            cursor.forEach(row);
        }
    }

    /// The children of an organization, or the uppermost ones that the scope shows.
    List<Line> level(Scope scope, @Nullable Id parent) {
        return db.select(LINE)
                .from(ORGANIZATION)
                .where(
                        OrganizationStore.visible(scope),
                        ORGANIZATION.STATUS.ne(DSL.inline(OrganizationStatus.DISSOLVED.name())))
                .and(parent == null ? top(scope) : ORGANIZATION.PARENT.eq(parent))
                .orderBy(ORGANIZATION.JURISDICTION, ORGANIZATION.SORT, ORGANIZATION.PATH)
                .fetch(OrganizationLists::line);
    }

    /// The uppermost organizations that a scope shows: in a whole county its roots, which an index finds.
    private static Condition top(Scope scope) {
        if (scope.reach() == Scope.Reach.AREA && scope.area().depth() <= COUNTY) {
            return ORGANIZATION.PARENT.isNull();
        }
        if (scope.reach() == Scope.Reach.ORGANIZATION && scope.path() != null) {
            return ORGANIZATION.PATH.eq(scope.path());
        }
        return DSL.notExists(DSL.selectOne()
                .from(ABOVE)
                .where(
                        scope.on(ABOVE.JURISDICTION, ABOVE.AREA, ABOVE.PATH),
                        ABOVE.JURISDICTION.eq(ORGANIZATION.JURISDICTION),
                        ABOVE.ID.eq(ORGANIZATION.PARENT)));
    }

    private Condition matching(Filter filter) {
        return given(filter.q(), typed -> finder.called(ORGANIZATION.ID, ORGANIZATION.GRAMS, typed))
                .and(given(filter.parent(), ORGANIZATION.PARENT::eq))
                .and(given(filter.kind(), kind -> ORGANIZATION.KIND.eq(kind.name())))
                .and(given(filter.area(), area -> ORGANIZATION.AREA.between(area, area.last())))
                .and(
                        filter.status() == null
                                ? ORGANIZATION.STATUS.ne(DSL.inline(OrganizationStatus.DISSOLVED.name()))
                                : ORGANIZATION.STATUS.eq(filter.status().name()));
    }

    private static Line line(Record row) {
        return new Line(
                row.get(ORGANIZATION.ID),
                row.get(ORGANIZATION.JURISDICTION),
                row.get(ORGANIZATION.PATH),
                row.get(ORGANIZATION.PARENT),
                row.get(ORGANIZATION.AREA),
                OrganizationKind.valueOf(row.get(ORGANIZATION.KIND)),
                row.get(ORGANIZATION.NAME),
                row.get(ORGANIZATION.SHORT_NAME),
                row.get(ORGANIZATION.SECRETARY),
                OrganizationStatus.valueOf(row.get(ORGANIZATION.STATUS)),
                row.get("children", int.class));
    }
}
