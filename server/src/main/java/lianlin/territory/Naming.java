package lianlin.territory;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.FORMER_NAME;
import static lianlin.territory.sql.Tables.GRID;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.AreaFollowers;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives grids and divisions another name from a day on and keeps what they were called before (TER-12).
@Component
class Naming {
    /// What a place is called, and from when on.
    record Name(String name, String shortName, LocalDate starts) {}

    private final DSLContext db;
    private final Areas areas;
    private final AreaFollowers followers;
    private final Facts facts;
    private final Clock clock;

    Naming(DSLContext db, Areas areas, AreaFollowers followers, Facts facts, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.followers = followers;
        this.facts = facts;
        this.clock = clock;
    }

    /// The caller has locked the place. A day before the name of today began would change what has been written under
    /// it, a day to come is written down when it is there; a name that held for no day is a slip of the pen.
    void rename(
            Acting acting,
            Area area,
            String name,
            String shortName,
            @Nullable LocalDate from,
            @Nullable String reason) {
        var today = LocalDate.now(clock);
        var day = from == null ? today : from;
        var before = current(area);
        if (before.name().equals(name) && before.shortName().equals(shortName)) {
            return;
        }
        if (day.isAfter(today)) {
            throw Problem.invalid("from", "name.future");
        }
        if (day.isBefore(before.starts())) {
            throw Problem.invalid("from", "name.early", before.starts());
        }
        if (day.isAfter(before.starts())) {
            keep(area, before, day, reason);
        }
        write(area, name, shortName);
        facts.publish(new AreaRenamed(
                acting.header(area.county(), area.isGrid() ? "grid" : "area", new Id(area.code()))
                        .area(area)
                        .because(reason),
                before.name(),
                name,
                day.toString()));
        areas.forget(area.county());
        followers.renamed(area, shortName);
    }

    private void keep(Area area, Name before, LocalDate until, @Nullable String reason) {
        db.insertInto(FORMER_NAME)
                .set(FORMER_NAME.JURISDICTION, area.county())
                .set(FORMER_NAME.AREA, area)
                .set(FORMER_NAME.NAME, before.name())
                .set(FORMER_NAME.SHORT_NAME, before.shortName())
                .set(FORMER_NAME.STARTS, before.starts())
                .set(FORMER_NAME.ENDS, until)
                .set(FORMER_NAME.REASON, reason)
                .execute();
    }

    private Name current(Area area) {
        var since = db.select(DSL.max(FORMER_NAME.ENDS))
                .from(FORMER_NAME)
                .where(FORMER_NAME.JURISDICTION.eq(area.county()), FORMER_NAME.AREA.eq(area));
        var row = area.isGrid()
                ? db.select(GRID.NAME, GRID.NAME, GRID.VALID_FROM, DSL.field(since))
                        .from(GRID)
                        .where(GRID.JURISDICTION.eq(area.county()), GRID.AREA.eq(area))
                        .fetchSingle()
                : db.select(AREA.NAME, AREA.SHORT_NAME, AREA.VALID_FROM, DSL.field(since))
                        .from(AREA)
                        .where(AREA.JURISDICTION.eq(area.county()), AREA.AREA_.eq(area))
                        .fetchSingle();
        return new Name(
                row.value1(), row.value2(), Optional.ofNullable(row.value4()).orElse(row.value3()));
    }

    private void write(Area area, String name, String shortName) {
        if (area.isGrid()) {
            db.update(GRID)
                    .set(GRID.NAME, name)
                    .where(GRID.JURISDICTION.eq(area.county()), GRID.AREA.eq(area))
                    .execute();
        } else {
            db.update(AREA)
                    .set(AREA.NAME, name)
                    .set(AREA.SHORT_NAME, shortName)
                    .where(AREA.JURISDICTION.eq(area.county()), AREA.AREA_.eq(area))
                    .execute();
        }
    }

    record AreaRenamed(Fact.Header header, String before, String after, String from) implements Fact {}
}
