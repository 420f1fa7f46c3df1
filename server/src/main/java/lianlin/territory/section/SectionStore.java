package lianlin.territory.section;

import static lianlin.kernel.Given.given;
import static lianlin.territory.sql.Tables.DUTY_SECTION;

import java.util.Collection;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.territory.section.DutySection.Content;
import lianlin.territory.section.DutySection.Holder;
import lianlin.territory.section.DutySection.Kind;
import lianlin.territory.section.DutySection.State;
import lianlin.territory.section.DutySection.Verdict;
import lianlin.territory.sql.DutySectionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of responsibility sections. Whoever may read them sees those at or below his place.
@Repository
class SectionStore {
    /// Totals above this are not counted out.
    private static final int COUNTED = 1_000;
    private static final int AT_ONCE = 500;

    /// Which sections a list asks for; what is null does not matter. `open` are those that can be claimed, `mend`
    /// those where the last check found something.
    record Filter(
            @Nullable Area area,
            @Nullable State state,
            @Nullable Kind kind,
            @Nullable String q,
            @Nullable Boolean open,
            @Nullable Boolean mine,
            @Nullable Boolean mend) {
        /// Whether the counters know how many there are.
        boolean counted() {
            return kind == null && (q == null || q.isBlank()) && open == null && mine == null && mend == null;
        }
    }

    private static final List<SelectField<?>> COLUMNS = List.of(
            DUTY_SECTION.JURISDICTION,
            DUTY_SECTION.ID,
            DUTY_SECTION.AREA,
            DUTY_SECTION.NAME,
            DUTY_SECTION.KIND,
            DUTY_SECTION.DESCRIPTION,
            DUTY_SECTION.PLAN,
            DUTY_SECTION.STATE,
            DUTY_SECTION.HOLDER,
            DUTY_SECTION.HOLDER_NAME,
            DUTY_SECTION.SINCE,
            DUTY_SECTION.WORKED_ON,
            DUTY_SECTION.CHECKED_ON,
            DUTY_SECTION.VERDICT,
            DUTY_SECTION.VERSION);

    private final DSLContext db;

    SectionStore(DSLContext db) {
        this.db = db;
    }

    Page<DutySection> list(Acting acting, Filter filter, Paging paging) {
        return paging.fetch(
                db.select(COLUMNS).from(DUTY_SECTION).where(matching(acting, filter)),
                SectionStore::section,
                DUTY_SECTION.AREA,
                DUTY_SECTION.ID);
    }

    /// How many match; null where they are more than 1,000.
    @Nullable
    Long count(Acting acting, Filter filter) {
        long found = db.fetchCount(db.selectOne()
                .from(DUTY_SECTION)
                .where(matching(acting, filter))
                .limit(COUNTED + 1));
        return found > COUNTED ? null : (Long) found;
    }

    private static Condition matching(Acting acting, Filter filter) {
        return acting.scope()
                .on(DUTY_SECTION.JURISDICTION, DUTY_SECTION.AREA)
                .and(given(filter.area(), area -> DUTY_SECTION.AREA.between(area, area.last())))
                .and(given(filter.state(), state -> DUTY_SECTION.STATE.eq(state.name())))
                .and(given(filter.kind(), kind -> DUTY_SECTION.KIND.eq(kind.name())))
                .and(given(filter.q(), q -> DUTY_SECTION.NAME.contains(q).or(DUTY_SECTION.HOLDER_NAME.contains(q))))
                .and(given(
                        filter.open(),
                        open -> open ? DUTY_SECTION.HOLDER_NAME.isNull() : DUTY_SECTION.HOLDER_NAME.isNotNull()))
                .and(given(
                        filter.mine(),
                        mine -> mine
                                ? DUTY_SECTION.HOLDER.eq(acting.account())
                                : DUTY_SECTION.HOLDER.isDistinctFrom(acting.account())))
                .and(given(
                        filter.mend(),
                        mend -> mend
                                ? DUTY_SECTION.VERDICT.eq(Verdict.TO_MEND.name())
                                : DUTY_SECTION.VERDICT.isDistinctFrom(Verdict.TO_MEND.name())));
    }

    DutySection get(Scope scope, Id id) {
        return db.select(COLUMNS)
                .from(DUTY_SECTION)
                .where(scope.on(DUTY_SECTION.JURISDICTION, DUTY_SECTION.AREA), DUTY_SECTION.ID.eq(id))
                .fetchOptional(SectionStore::section)
                .orElseThrow(() -> Problem.absent("section", id));
    }

    /// Locked until the transaction ends: those who claim at once come one after the other.
    DutySection lock(Scope scope, Id id) {
        return db.select(COLUMNS)
                .from(DUTY_SECTION)
                .where(scope.on(DUTY_SECTION.JURISDICTION, DUTY_SECTION.AREA), DUTY_SECTION.ID.eq(id))
                .forUpdate()
                .fetchOptional(SectionStore::section)
                .orElseThrow(() -> Problem.absent("section", id));
    }

    /// The same at the version that the caller has seen.
    DutySection lock(Scope scope, Id id, int version) {
        var section = lock(scope, id);
        if (section.version() != version) {
            throw Problem.stale("section", id);
        }
        return section;
    }

    void insert(Collection<DutySection> sections) {
        var rows = sections.stream().map(this::row).toList();
        for (var begin = 0; begin < rows.size(); begin += AT_ONCE) {
            db.insertInto(DUTY_SECTION)
                    .set(rows.subList(begin, Math.min(rows.size(), begin + AT_ONCE)))
                    .execute();
        }
    }

    void update(DutySection section) {
        db.update(DUTY_SECTION)
                .set(row(section))
                .where(DUTY_SECTION.JURISDICTION.eq(section.jurisdiction()), DUTY_SECTION.ID.eq(section.id()))
                .execute();
    }

    private DutySectionRecord row(DutySection section) {
        var row = db.newRecord(DUTY_SECTION);
        var holder = section.holder();
        row.setJurisdiction(section.jurisdiction());
        row.setId(section.id());
        row.setArea(section.area());
        row.setName(section.content().name());
        row.setKind(section.content().kind().name());
        row.setDescription(section.content().description());
        row.setPlan(section.content().plan());
        row.setState(section.state().name());
        row.setHolder(holder == null ? null : holder.account());
        row.setHolderName(holder == null ? null : holder.name());
        row.setSince(holder == null ? null : holder.since());
        row.setWorkedOn(section.workedOn());
        row.setCheckedOn(section.checkedOn());
        row.setVerdict(section.verdict() == null ? null : section.verdict().name());
        row.setVersion(section.version());
        return row;
    }

    private static DutySection section(Record row) {
        var name = row.get(DUTY_SECTION.HOLDER_NAME);
        var since = row.get(DUTY_SECTION.SINCE);
        var verdict = row.get(DUTY_SECTION.VERDICT);
        return new DutySection(
                row.get(DUTY_SECTION.JURISDICTION),
                row.get(DUTY_SECTION.ID),
                row.get(DUTY_SECTION.AREA),
                new Content(
                        row.get(DUTY_SECTION.NAME),
                        Kind.valueOf(row.get(DUTY_SECTION.KIND)),
                        row.get(DUTY_SECTION.DESCRIPTION),
                        row.get(DUTY_SECTION.PLAN)),
                State.valueOf(row.get(DUTY_SECTION.STATE)),
                name == null || since == null ? null : new Holder(row.get(DUTY_SECTION.HOLDER), name, since),
                row.get(DUTY_SECTION.WORKED_ON),
                row.get(DUTY_SECTION.CHECKED_ON),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.get(DUTY_SECTION.VERSION));
    }
}
