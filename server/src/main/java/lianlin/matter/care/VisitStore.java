package lianlin.matter.care;

import static lianlin.matter.sql.Tables.CARE_VISIT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.crypto.Vault;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of visits. Whoever asks has shown already that he sees the pair.
@Repository
class VisitStore {
    private static final String DONE = "matter.care_visit.done";
    private static final String NEXT = "matter.care_visit.next";

    private final DSLContext db;
    private final Vault vault;

    VisitStore(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /// The newest first.
    List<CareVisit> of(int jurisdiction, Id pair, int limit) {
        return db.select(
                        CARE_VISIT.JURISDICTION,
                        CARE_VISIT.ID,
                        CARE_VISIT.PLANNED_ON,
                        CARE_VISIT.HELD_ON,
                        CARE_VISIT.RESULT,
                        CARE_VISIT.KIND,
                        CARE_VISIT.MINUTES,
                        CARE_VISIT.DONE,
                        CARE_VISIT.NEXT,
                        CARE_VISIT.REASON,
                        CARE_VISIT.MOVED_TO,
                        CARE_VISIT.SERVICE_ORDER,
                        CARE_VISIT.AUTHOR,
                        CARE_VISIT.WRITTEN)
                .from(CARE_VISIT)
                .where(CARE_VISIT.JURISDICTION.eq(jurisdiction), CARE_VISIT.PAIR.eq(pair))
                .orderBy(CARE_VISIT.HELD_ON.desc(), CARE_VISIT.ID.desc())
                .limit(limit)
                .fetch(this::visit);
    }

    void insert(CarePair pair, Collection<CareVisit> visits) {
        var rows = visits.stream()
                .map(visit -> {
                    var row = db.newRecord(CARE_VISIT);
                    row.setJurisdiction(pair.jurisdiction());
                    row.setId(visit.id());
                    row.setPair(pair.id());
                    row.setArea(pair.area());
                    row.setPlannedOn(visit.plannedOn());
                    row.setHeldOn(visit.heldOn());
                    row.setResult(visit.result().name());
                    row.setKind(visit.kind() == null ? null : visit.kind().name());
                    row.setMinutes(visit.minutes());
                    row.setDone(vault.seal(DONE, visit.id(), pair.jurisdiction(), visit.done()));
                    row.setNext(vault.seal(NEXT, visit.id(), pair.jurisdiction(), visit.next()));
                    row.setReason(visit.reason() == null ? null : visit.reason().name());
                    row.setMovedTo(visit.movedTo());
                    row.setServiceOrder(visit.order());
                    row.setAuthor(visit.author());
                    row.setWritten(visit.written());
                    return row;
                })
                .toList();
        if (!rows.isEmpty()) {
            db.insertInto(CARE_VISIT).set(rows).execute();
        }
    }

    /// A visit of this day was made after all.
    void notMissed(CarePair pair, LocalDate plannedOn) {
        db.deleteFrom(CARE_VISIT)
                .where(CARE_VISIT.JURISDICTION.eq(pair.jurisdiction()), CARE_VISIT.PAIR.eq(pair.id()))
                .and(CARE_VISIT.PLANNED_ON.eq(plannedOn))
                .and(CARE_VISIT.RESULT.eq(CareVisit.Result.MISSED.name()))
                .execute();
    }

    /// The order that came of the last visit.
    void order(CarePair pair, Id visit, Id order) {
        db.update(CARE_VISIT)
                .set(CARE_VISIT.SERVICE_ORDER, order)
                .where(
                        CARE_VISIT.JURISDICTION.eq(pair.jurisdiction()),
                        CARE_VISIT.PAIR.eq(pair.id()),
                        CARE_VISIT.ID.eq(visit))
                .execute();
    }

    /// What was written about a home that does not want it kept.
    void forget(CarePair pair) {
        db.update(CARE_VISIT)
                .setNull(CARE_VISIT.DONE)
                .setNull(CARE_VISIT.NEXT)
                .where(CARE_VISIT.JURISDICTION.eq(pair.jurisdiction()), CARE_VISIT.PAIR.eq(pair.id()))
                .execute();
    }

    /// How many visits were made and missed at or below a place since a day: numbers alone.
    Made made(Scope scope, Area area, LocalDate since) {
        return db.select(
                        DSL.count().filterWhere(CARE_VISIT.RESULT.eq(CareVisit.Result.DONE.name())),
                        DSL.count().filterWhere(CARE_VISIT.RESULT.eq(CareVisit.Result.MISSED.name())))
                .from(CARE_VISIT)
                .where(scope.on(CARE_VISIT.JURISDICTION))
                .and(CARE_VISIT.AREA.between(area, area.last()))
                .and(CARE_VISIT.HELD_ON.ge(since))
                .fetchSingle(row -> new Made(row.value1(), row.value2()));
    }

    record Made(int done, int missed) {}

    private CareVisit visit(Record row) {
        var jurisdiction = row.get(CARE_VISIT.JURISDICTION);
        var id = row.get(CARE_VISIT.ID);
        var kind = row.get(CARE_VISIT.KIND);
        var reason = row.get(CARE_VISIT.REASON);
        return new CareVisit(
                id,
                row.get(CARE_VISIT.PLANNED_ON),
                row.get(CARE_VISIT.HELD_ON),
                CareVisit.Result.valueOf(row.get(CARE_VISIT.RESULT)),
                kind == null ? null : CareVisit.Kind.valueOf(kind),
                row.get(CARE_VISIT.MINUTES),
                opened(DONE, id, jurisdiction, row.get(CARE_VISIT.DONE)),
                opened(NEXT, id, jurisdiction, row.get(CARE_VISIT.NEXT)),
                reason == null ? null : CareVisit.Why.valueOf(reason),
                row.get(CARE_VISIT.MOVED_TO),
                row.get(CARE_VISIT.SERVICE_ORDER),
                row.get(CARE_VISIT.AUTHOR),
                row.get(CARE_VISIT.WRITTEN));
    }

    private @Nullable String opened(String column, Id id, int jurisdiction, byte @Nullable [] stored) {
        return vault.open(column, id, jurisdiction, stored);
    }
}
