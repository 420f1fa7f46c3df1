package lianlin.procedure;

import static lianlin.procedure.sql.Tables.CASE;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// In which order a list of cases is asked for. Each has an index of its own, so that the thousandth page costs what
/// the
/// first one does.
public enum CaseOrder {
    NEWEST,
    OLDEST,
    /// The most pressing first; what is closed or has no deadline stands at the end.
    DUE,
    NUMBER,
    NUMBER_DOWN;

    /// The deadline of what is open; for all else, the end of time.
    static final Field<Instant> PRESSING = DSL.field(
            "coalesce(CASE WHEN {0} IS NULL THEN {1} END, '9999-01-01 00:00:00+00'::timestamptz)",
            CASE.DUE.getDataType(), CASE.CLOSED, CASE.DUE);

    boolean falls() {
        return switch (this) {
            case NEWEST, NUMBER_DOWN -> true;
            case OLDEST, DUE, NUMBER -> false;
        };
    }

    Field<?>[] fields() {
        return switch (this) {
            case NEWEST, OLDEST -> new Field<?>[] {CASE.ID};
            case DUE -> new Field<?>[] {PRESSING, CASE.ID};
            case NUMBER, NUMBER_DOWN -> new Field<?>[] {CASE.NUMBER, CASE.ID};
        };
    }
}
