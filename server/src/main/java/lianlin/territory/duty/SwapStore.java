package lianlin.territory.duty;

import static lianlin.territory.sql.Tables.DUTY_SWAP;

import java.time.Instant;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/// The SQL of swaps. A swap is seen by the one who asks and the one who is asked.
@Repository
class SwapStore {
    private static final int SHOWN = 50;

    private static final List<SelectField<?>> COLUMNS = List.of(
            DUTY_SWAP.JURISDICTION,
            DUTY_SWAP.ID,
            DUTY_SWAP.AREA,
            DUTY_SWAP.SHIFT,
            DUTY_SWAP.FOR_SHIFT,
            DUTY_SWAP.ASKER,
            DUTY_SWAP.ASKED,
            DUTY_SWAP.STATE,
            DUTY_SWAP.WRITTEN);

    private final DSLContext db;

    SwapStore(DSLContext db) {
        this.db = db;
    }

    /// What waits for an answer, of somebody or by him.
    List<Swap> open(int jurisdiction, Id account) {
        return db.select(COLUMNS)
                .from(DUTY_SWAP)
                .where(DUTY_SWAP.JURISDICTION.eq(jurisdiction))
                .and(DUTY_SWAP.ASKED.eq(account).or(DUTY_SWAP.ASKER.eq(account)))
                .and(DUTY_SWAP.STATE.eq(Swap.State.ASKED.name()))
                .orderBy(DUTY_SWAP.ID)
                .limit(SHOWN)
                .fetch(SwapStore::swap);
    }

    /// What was agreed lately, of somebody or by him; whether it can still be called off, the shifts say.
    List<Swap> agreed(int jurisdiction, Id account) {
        return db.select(COLUMNS)
                .from(DUTY_SWAP)
                .where(DUTY_SWAP.JURISDICTION.eq(jurisdiction))
                .and(DUTY_SWAP.ASKED.eq(account).or(DUTY_SWAP.ASKER.eq(account)))
                .and(DUTY_SWAP.STATE.eq(Swap.State.ACCEPTED.name()))
                .orderBy(DUTY_SWAP.ID.desc())
                .limit(SHOWN)
                .fetch(SwapStore::swap);
    }

    Swap lock(Acting acting, Id id) {
        return db.select(COLUMNS)
                .from(DUTY_SWAP)
                .where(mine(acting), DUTY_SWAP.ID.eq(id))
                .forUpdate()
                .fetchOptional(SwapStore::swap)
                .orElseThrow(() -> Problem.absent("duty-swap", id));
    }

    void insert(Swap swap) {
        var row = db.newRecord(DUTY_SWAP);
        row.setJurisdiction(swap.jurisdiction());
        row.setId(swap.id());
        row.setArea(swap.area());
        row.setShift(swap.shift());
        row.setForShift(swap.forShift());
        row.setAsker(swap.asker());
        row.setAsked(swap.asked());
        row.setState(swap.state().name());
        row.setWritten(swap.written());
        db.insertInto(DUTY_SWAP).set(row).execute();
    }

    void answer(Swap swap, Swap.State state, Instant now) {
        db.update(DUTY_SWAP)
                .set(DUTY_SWAP.STATE, state.name())
                .set(DUTY_SWAP.ANSWERED, now)
                .where(DUTY_SWAP.JURISDICTION.eq(swap.jurisdiction()), DUTY_SWAP.ID.eq(swap.id()))
                .execute();
    }

    private static Condition mine(Acting acting) {
        var scope = acting.scope();
        return scope.on(DUTY_SWAP.JURISDICTION)
                .and(DUTY_SWAP.ASKED.eq(acting.account()).or(DUTY_SWAP.ASKER.eq(acting.account())));
    }

    private static Swap swap(Record row) {
        return new Swap(
                row.get(DUTY_SWAP.JURISDICTION),
                row.get(DUTY_SWAP.ID),
                row.get(DUTY_SWAP.AREA),
                row.get(DUTY_SWAP.SHIFT),
                row.get(DUTY_SWAP.FOR_SHIFT),
                row.get(DUTY_SWAP.ASKER),
                row.get(DUTY_SWAP.ASKED),
                Swap.State.valueOf(row.get(DUTY_SWAP.STATE)),
                row.get(DUTY_SWAP.WRITTEN));
    }
}
