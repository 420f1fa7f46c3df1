package lianlin.procedure;

import static lianlin.procedure.sql.Tables.CASE;
import static org.jooq.impl.DSL.not;

import java.time.Instant;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.time.Lamp;
import lianlin.kernel.time.WorkCalendar;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// The SQL of lamps: each case keeps the moment when its lamp turns yellow (CLK-05).
@Repository
class LampStore {
    private final DSLContext db;
    private final WorkCalendar calendar;

    LampStore(DSLContext db, WorkCalendar calendar) {
        this.db = db;
        this.calendar = calendar;
    }

    /// A lamp as a condition on the moments when it changes. A clock that stands is judged by the moment when it
    /// stopped.
    static Condition lit(Lamp lamp, Instant now) {
        var running = CASE.CLOSED.isNull().and(CASE.DUE.isNotNull());
        var stands = CASE.PAUSED_SINCE;
        return switch (lamp) {
            case RED -> running.and(CASE.DUE.le(now)).and(stands.isNull().or(CASE.DUE.le(stands)));
            case YELLOW -> running.and(beyond(CASE.DUE, now)).and(not(beyond(CASE.TURNS, now)));
            case GREEN -> running.and(beyond(CASE.DUE, now)).and(beyond(CASE.TURNS, now));
        };
    }

    private static Condition beyond(Field<Instant> moment, Instant now) {
        return moment.gt(DSL.coalesce(CASE.PAUSED_SINCE, DSL.val(now, CASE.PAUSED_SINCE)));
    }

    /// The next running cases of a district after one, without the closed ones; they are locked.
    List<Case> running(int jurisdiction, Id after, int most) {
        return db.select(CaseStore.COLUMNS)
                .from(CASE)
                .where(CASE.JURISDICTION.eq(jurisdiction), CASE.ID.gt(after))
                .and(CASE.CLOSED.isNull())
                .and(CASE.DUE.isNotNull())
                .orderBy(CASE.ID)
                .limit(most)
                .forUpdate()
                .fetch(CaseStore::thing);
    }

    /// The lamps of some cases turn when they should by what is set now (CLK-05). Nothing of the case itself changes,
    /// nor does its version.
    void relight(List<Case> things, int yellow) {
        if (things.isEmpty()) {
            return;
        }
        var id = DSL.field("of.id", CASE.ID.getDataType());
        var turns = DSL.field("of.turns", CASE.TURNS.getDataType());
        db.update(CASE)
                .set(CASE.TURNS, turns)
                .from(DSL.values(things.stream()
                                .map(thing -> DSL.row(
                                        DSL.val(thing.id(), CASE.ID),
                                        DSL.val(thing.turns(calendar, yellow), CASE.TURNS)))
                                .toArray(Row2[]::new))
                        .as("of", "id", "turns"))
                .where(CASE.JURISDICTION.eq(things.getFirst().jurisdiction()), CASE.ID.eq(id))
                .execute();
    }
}
