package lianlin.matter.menu;

import static lianlin.matter.sql.Tables.SLOT_BOOKING;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.matter.menu.Slots.Booked;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// The SQL of places in slots. Whoever asks has shown already that he may see the item or the order.
@Repository
class SlotStore {
    private final DSLContext db;

    SlotStore(DSLContext db) {
        this.db = db;
    }

    /// How many places are taken in each slot of an item from a moment on.
    Map<Instant, Integer> taken(int jurisdiction, Id item, Instant from) {
        var taken = new HashMap<Instant, Integer>();
        db.select(SLOT_BOOKING.STARTS, DSL.count())
                .from(SLOT_BOOKING)
                .where(
                        SLOT_BOOKING.JURISDICTION.eq(jurisdiction),
                        SLOT_BOOKING.ITEM.eq(item),
                        SLOT_BOOKING.STARTS.ge(from))
                .groupBy(SLOT_BOOKING.STARTS)
                .forEach(row -> taken.put(row.value1(), row.value2()));
        return taken;
    }

    /// The places that are taken in one slot; nobody else takes one of this item until the transaction ends.
    Set<Integer> seats(int jurisdiction, Id item, Instant starts) {
        db.execute("SELECT pg_advisory_xact_lock({0})", DSL.val(item.value()));
        return db.select(SLOT_BOOKING.SEAT)
                .from(SLOT_BOOKING)
                .where(
                        SLOT_BOOKING.JURISDICTION.eq(jurisdiction),
                        SLOT_BOOKING.ITEM.eq(item),
                        SLOT_BOOKING.STARTS.eq(starts))
                .fetchSet(SLOT_BOOKING.SEAT);
    }

    void book(int jurisdiction, Id order, Id item, Slot slot, int seat) {
        db.insertInto(SLOT_BOOKING)
                .set(SLOT_BOOKING.JURISDICTION, jurisdiction)
                .set(SLOT_BOOKING.SERVICE_ORDER, order)
                .set(SLOT_BOOKING.ITEM, item)
                .set(SLOT_BOOKING.STARTS, slot.starts())
                .set(SLOT_BOOKING.ENDS, slot.ends())
                .set(SLOT_BOOKING.SEAT, seat)
                .execute();
    }

    Optional<Booked> of(int jurisdiction, Id order) {
        return db.select(SLOT_BOOKING.STARTS, SLOT_BOOKING.ENDS)
                .from(SLOT_BOOKING)
                .where(SLOT_BOOKING.JURISDICTION.eq(jurisdiction), SLOT_BOOKING.SERVICE_ORDER.eq(order))
                .fetchOptional(row -> new Booked(row.value1(), row.value2()));
    }

    void free(int jurisdiction, Collection<Id> orders) {
        db.deleteFrom(SLOT_BOOKING)
                .where(SLOT_BOOKING.JURISDICTION.eq(jurisdiction), SLOT_BOOKING.SERVICE_ORDER.in(orders))
                .execute();
    }
}
