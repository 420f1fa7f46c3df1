package lianlin.territory;

import static lianlin.territory.sql.Tables.PARTY_AREA;
import static lianlin.territory.sql.Tables.PARTY_AREA_DIVISION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of party-building areas. Whoever sees one of its communities sees the whole area.
@Repository
class PartyAreaStore {
    /// The district of a locked area and which organization leads it.
    record Held(int jurisdiction, @Nullable Id lead) {}

    private final DSLContext db;
    private final Areas areas;
    private final Words words;

    PartyAreaStore(DSLContext db, Areas areas, Words words) {
        this.db = db;
        this.areas = areas;
        this.words = words;
    }

    Page<PartyArea> list(Scope scope, Paging paging, LocalDate today) {
        return paging.fetch(select(scope, today), this::shown, PARTY_AREA.NAME, PARTY_AREA.ID);
    }

    PartyArea get(Scope scope, Id id, LocalDate today) {
        return select(scope, today)
                .and(PARTY_AREA.ID.eq(id))
                .fetchOptional(this::shown)
                .orElseThrow(() -> Problem.absent("party-area", id));
    }

    /// An area that lies wholly inside the scope, locked at the version that the caller has seen.
    Held lock(Scope scope, Id id, int version) {
        var found = db.select(PARTY_AREA.JURISDICTION, PARTY_AREA.LEAD_ORGANIZATION, PARTY_AREA.VERSION)
                .from(PARTY_AREA)
                .where(scope.on(PARTY_AREA.JURISDICTION, PARTY_AREA.AREA), PARTY_AREA.ID.eq(id))
                .and(PARTY_AREA.DISSOLVED.isNull())
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Problem.absent("party-area", id));
        if (found.value3() != version) {
            throw Problem.stale("party-area", id);
        }
        return new Held(found.value1(), found.value2());
    }

    void insert(int jurisdiction, Id id, String name, PartyArea.Type type, @Nullable Id lead, Area area) {
        db.insertInto(PARTY_AREA)
                .set(PARTY_AREA.JURISDICTION, jurisdiction)
                .set(PARTY_AREA.ID, id)
                .set(PARTY_AREA.AREA, area)
                .set(PARTY_AREA.NAME, name)
                .set(PARTY_AREA.TYPE, type.name())
                .set(PARTY_AREA.LEAD_ORGANIZATION, lead)
                .execute();
    }

    void update(int jurisdiction, Id id, String name, PartyArea.Type type, @Nullable Id lead, Area area, int version) {
        db.update(PARTY_AREA)
                .set(PARTY_AREA.AREA, area)
                .set(PARTY_AREA.NAME, name)
                .set(PARTY_AREA.TYPE, type.name())
                .set(PARTY_AREA.LEAD_ORGANIZATION, lead)
                .set(PARTY_AREA.VERSION, version)
                .where(PARTY_AREA.JURISDICTION.eq(jurisdiction), PARTY_AREA.ID.eq(id))
                .execute();
    }

    void dissolve(int jurisdiction, Id id, LocalDate day, int version) {
        db.update(PARTY_AREA)
                .set(PARTY_AREA.DISSOLVED, day)
                .set(PARTY_AREA.VERSION, version)
                .where(PARTY_AREA.JURISDICTION.eq(jurisdiction), PARTY_AREA.ID.eq(id))
                .execute();
    }

    Set<Area> members(int jurisdiction, Id id) {
        return db.select(PARTY_AREA_DIVISION.AREA)
                .from(PARTY_AREA_DIVISION)
                .where(PARTY_AREA_DIVISION.JURISDICTION.eq(jurisdiction), PARTY_AREA_DIVISION.PARTY_AREA.eq(id))
                .and(PARTY_AREA_DIVISION.ENDS.isNull())
                .fetchSet(PARTY_AREA_DIVISION.AREA);
    }

    void join(int jurisdiction, Id id, Collection<Area> joining, LocalDate day) {
        for (var area : joining) {
            db.insertInto(PARTY_AREA_DIVISION)
                    .set(PARTY_AREA_DIVISION.JURISDICTION, jurisdiction)
                    .set(PARTY_AREA_DIVISION.PARTY_AREA, id)
                    .set(PARTY_AREA_DIVISION.AREA, area)
                    .set(PARTY_AREA_DIVISION.STARTS, day)
                    .execute();
        }
    }

    /// Memberships end with the day before; one that began today never was.
    void leave(int jurisdiction, Id id, Collection<Area> leaving, LocalDate day) {
        var members = PARTY_AREA_DIVISION
                .JURISDICTION
                .eq(jurisdiction)
                .and(PARTY_AREA_DIVISION.PARTY_AREA.eq(id))
                .and(PARTY_AREA_DIVISION.AREA.in(leaving))
                .and(PARTY_AREA_DIVISION.ENDS.isNull());
        db.deleteFrom(PARTY_AREA_DIVISION)
                .where(members, PARTY_AREA_DIVISION.STARTS.ge(day))
                .execute();
        db.update(PARTY_AREA_DIVISION)
                .set(PARTY_AREA_DIVISION.ENDS, day)
                .where(members)
                .execute();
    }

    private SelectConditionStep<Record7<Id, String, String, Id, Area, List<Area>, Integer>> select(
            Scope scope, LocalDate today) {
        var divisions = DSL.multiset(DSL.select(PARTY_AREA_DIVISION.AREA)
                        .from(PARTY_AREA_DIVISION)
                        .where(member(today))
                        .orderBy(PARTY_AREA_DIVISION.AREA))
                .convertFrom(rows -> rows.map(row -> row.value1()));
        return db.select(
                        PARTY_AREA.ID,
                        PARTY_AREA.NAME,
                        PARTY_AREA.TYPE,
                        PARTY_AREA.LEAD_ORGANIZATION,
                        PARTY_AREA.AREA,
                        divisions,
                        PARTY_AREA.VERSION)
                .from(PARTY_AREA)
                .where(scope.on(PARTY_AREA.JURISDICTION), PARTY_AREA.DISSOLVED.isNull())
                .and(scope.on(PARTY_AREA.JURISDICTION, PARTY_AREA.AREA)
                        .or(DSL.exists(DSL.selectOne()
                                .from(PARTY_AREA_DIVISION)
                                .where(member(today))
                                .and(scope.on(PARTY_AREA_DIVISION.JURISDICTION, PARTY_AREA_DIVISION.AREA)))));
    }

    private static Condition member(LocalDate today) {
        return PARTY_AREA_DIVISION
                .JURISDICTION
                .eq(PARTY_AREA.JURISDICTION)
                .and(PARTY_AREA_DIVISION.PARTY_AREA.eq(PARTY_AREA.ID))
                .and(PARTY_AREA_DIVISION.STARTS.le(today))
                .and(PARTY_AREA_DIVISION.ENDS.isNull().or(PARTY_AREA_DIVISION.ENDS.gt(today)));
    }

    private PartyArea shown(Record7<Id, String, String, Id, Area, List<Area>, Integer> row) {
        return new PartyArea(
                row.value1(),
                row.value2(),
                words.of("PartyArea.Type", row.value3()),
                row.value4(),
                row.value5(),
                row.value6().stream().map(areas::place).toList(),
                row.value7());
    }
}
