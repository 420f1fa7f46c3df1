package lianlin.messaging;

import static lianlin.messaging.sql.Tables.DELIVERY;

import java.util.List;
import java.util.Map;
import lianlin.kernel.measure.Measured;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// How many messages wait to go out, were laid aside after eight tries, or failed.
@Component
class DeliveryFigures implements Measured {
    private static final List<String> UNSENT = List.of("WAITING", "PARKED", "FAILED");

    private final DSLContext db;

    DeliveryFigures(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Figure> figures() {
        var counted = db.select(DELIVERY.STATE, DSL.count())
                .from(DELIVERY)
                .where(DELIVERY.STATE.in(UNSENT))
                .groupBy(DELIVERY.STATE)
                .fetchMap(DELIVERY.STATE, DSL.count());
        return UNSENT.stream()
                .map(state -> new Figure("lianlin_messages", Map.of("state", state), counted.getOrDefault(state, 0)))
                .toList();
    }
}
