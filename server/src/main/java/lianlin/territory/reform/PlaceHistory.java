package lianlin.territory.reform;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.FORMER_NAME;
import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.SUCCESSION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import lianlin.kernel.Area;
import lianlin.kernel.Labelled;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import lianlin.territory.Areas;
import lianlin.territory.Place;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// What a grid or a division was called and what became of it, the newest first (TER-12).
@Repository
class PlaceHistory {
    /// `before` and `after` are names of a renaming, `places` those that it came from or went into.
    record Event(
            LocalDate on,
            Labelled what,
            @Nullable String before,
            @Nullable String after,
            List<Place> places,
            @Nullable String reason) {}

    private record Passed(
            LocalDate on, Area other, @Nullable String reason) {}

    private final DSLContext db;
    private final Areas areas;
    private final Words words;

    PlaceHistory(DSLContext db, Areas areas, Words words) {
        this.db = db;
        this.areas = areas;
        this.words = words;
    }

    List<Event> of(Scope scope, Area area) {
        var events = new ArrayList<Event>();
        var life = life(scope, area);
        var names = names(area, life.name());
        var made = area.isGrid() && db.fetchExists(SUCCESSION, of(area), SUCCESSION.SUCCESSOR.eq(area));
        events.addAll(grouped(
                of(area).and(SUCCESSION.SUCCESSOR.eq(area)), true, "MERGED", area.isGrid() ? "FORMED" : "TOOK_IN"));
        events.addAll(grouped(of(area).and(SUCCESSION.SUCCESSOR.eq(area)), true, "SPLIT", "SPLIT_FROM"));
        events.addAll(grouped(of(area).and(SUCCESSION.AREA.eq(area)), false, "MERGED", "WENT_INTO"));
        events.addAll(grouped(of(area).and(SUCCESSION.AREA.eq(area)), false, "SPLIT", "SPLIT_OFF"));
        events.addAll(names);
        if (!made) {
            events.add(event(life.from(), "FOUNDED", List.of(), null));
        }
        events.sort(Comparator.comparing(Event::on).reversed());
        return events;
    }

    private record Life(String name, LocalDate from) {}

    private Life life(Scope scope, Area area) {
        var query = area.isGrid()
                ? db.select(GRID.NAME, GRID.VALID_FROM)
                        .from(GRID)
                        .where(scope.on(GRID.JURISDICTION, GRID.AREA), GRID.AREA.eq(area))
                : db.select(AREA.NAME, AREA.VALID_FROM)
                        .from(AREA)
                        .where(scope.on(AREA.JURISDICTION, AREA.AREA_), AREA.AREA_.eq(area));
        return query.fetchOptional(row -> new Life(row.value1(), row.value2()))
                .orElseThrow(() -> Problem.absent(area.isGrid() ? "grid" : "area", area));
    }

    private List<Event> names(Area area, String name) {
        var events = new ArrayList<Event>();
        var next = name;
        for (var row : db.select(FORMER_NAME.NAME, FORMER_NAME.ENDS, FORMER_NAME.REASON)
                .from(FORMER_NAME)
                .where(FORMER_NAME.JURISDICTION.eq(area.county()), FORMER_NAME.AREA.eq(area))
                .orderBy(FORMER_NAME.ENDS.desc())
                .fetch()) {
            if (!row.value1().equals(next)) {
                events.add(new Event(
                        row.value2(), words.of("AreaHistory", "RENAMED"), row.value1(), next, List.of(), row.value3()));
            }
            next = row.value1();
        }
        return events;
    }

    private static Condition of(Area area) {
        return SUCCESSION.JURISDICTION.eq(area.county());
    }

    private List<Event> grouped(Condition which, boolean before, String kind, String what) {
        var days = new TreeMap<LocalDate, List<Passed>>();
        db.select(SUCCESSION.HELD_ON, before ? SUCCESSION.AREA : SUCCESSION.SUCCESSOR, SUCCESSION.REASON)
                .from(SUCCESSION)
                .where(which, SUCCESSION.KIND.eq(kind))
                .orderBy(SUCCESSION.HELD_ON, SUCCESSION.AREA, SUCCESSION.SUCCESSOR)
                .forEach(row -> days.computeIfAbsent(row.value1(), day -> new ArrayList<>())
                        .add(new Passed(row.value1(), row.value2(), row.value3())));
        return days.entrySet().stream()
                .map(day -> event(
                        day.getKey(),
                        what,
                        day.getValue().stream()
                                .map(one -> areas.place(one.other()))
                                .toList(),
                        day.getValue().getFirst().reason()))
                .toList();
    }

    private Event event(LocalDate on, String what, List<Place> places, @Nullable String reason) {
        return new Event(on, words.of("AreaHistory", what), null, null, places, reason);
    }
}
