package lianlin.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Tally;
import lianlin.kernel.time.Lamp;
import lianlin.procedure.CaseFilter;
import lianlin.procedure.Cases;
import lianlin.territory.Areas;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the wall together from the counters and the case table, in a number of statements that depends
/// neither on the orders nor on the places below.
@Component
class Walls {
    private static final String ORDERS = "service-order";
    private static final String RATINGS = "order-rating";
    private static final int DAYS = 30;
    private static final int SHOWN = 6;

    private final Cases cases;
    private final Tally tally;
    private final Areas areas;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    Walls(Cases cases, Tally tally, Areas areas, Words words, Sentences sentences, Clock clock) {
        this.cases = cases;
        this.tally = tally;
        this.areas = areas;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    Wall get(Acting acting, @Nullable Area wanted) {
        var area = wanted == null ? acting.scope().area() : wanted;
        areas.mustCover(acting.scope(), area);
        var scope = acting.scope().at(area);
        var today = LocalDate.now(clock);
        var month = today.withDayOfMonth(1);
        var first = today.minusDays(DAYS - 1);
        var since = month.isBefore(first) ? month : first;
        var placed = cases.opened(scope, ORDERS, since);
        var arrived = tally.arrivals(scope, ORDERS, since);
        var figures = Month.of(placed.tailMap(month, true), arrived, tally.arrivals(scope, RATINGS, month), month);
        var lamps = new Wall.Lamps(
                lit(acting, area, Lamp.GREEN), lit(acting, area, Lamp.YELLOW), lit(acting, area, Lamp.RED));
        return new Wall(
                clock.instant(),
                new Wall.Here(area, areas.name(area)),
                figures(scope, figures, lamps.red()),
                lamps,
                chain(figures),
                below(scope, area),
                late(scope),
                recent(scope),
                trend(placed, arrived, first, today));
    }

    private List<Wall.Figure> figures(Scope scope, Month month, long late) {
        var open = open(tally.states(scope, ORDERS));
        var done = month.done();
        var rated = month.rated();
        return List.of(
                figure("open", open, "piece", sentences.of("wall.open.note", late)),
                figure("month", month.placed(), "piece", sentences.of("wall.month.note", done)),
                figure("rated", percent(rated, done), "percent", sentences.of("wall.rated.note", rated, done)),
                figure(
                        "satisfied",
                        percent(month.content(), rated),
                        "percent",
                        sentences.of("wall.satisfied.note", month.content())));
    }

    private Wall.Figure figure(String code, long value, String unit, String note) {
        return new Wall.Figure(
                code,
                words.of("wall", code).label(),
                value,
                words.of("wall.unit", unit).label(),
                note);
    }

    private List<Wall.Step> chain(Month month) {
        return Month.CHAIN.stream()
                .map(state -> new Wall.Step(state, words.of("wall.chain", state).label(), month.reached(state)))
                .toList();
    }

    /// Grids are too many for tiles: below a community there are none.
    private List<Wall.Below> below(Scope scope, Area area) {
        var children = areas.children(scope, area);
        var states =
                tally.states(scope, ORDERS, children.stream().map(Place::code).toList());
        var late = new TreeMap<>(cases.late(scope, ORDERS));
        return children.stream()
                .map(child -> new Wall.Below(
                        child.code(),
                        child.name(),
                        open(states.getOrDefault(child.code(), Map.of())),
                        sum(late.subMap(child.code(), true, child.code().last(), true)
                                .values())))
                .sorted(Comparator.comparing(Wall.Below::code))
                .toList();
    }

    private List<Wall.Late> late(Scope scope) {
        var now = clock.instant();
        return cases.late(scope, ORDERS, SHOWN).stream()
                .map(line -> new Wall.Late(
                        line.title(),
                        line.placeName(),
                        line.due() == null
                                ? 0
                                : Duration.between(line.due(), now).toHours()))
                .toList();
    }

    private List<Wall.News> recent(Scope scope) {
        return cases.news(scope, ORDERS, SHOWN).stream()
                .map(news -> new Wall.News(
                        news.at(),
                        Stream.of(news.holder(), news.placeName())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(""),
                        news.what(),
                        news.placeName()))
                .toList();
    }

    private static List<Wall.Day> trend(
            Map<LocalDate, Map<String, Long>> placed,
            Map<String, NavigableMap<LocalDate, Long>> arrived,
            LocalDate first,
            LocalDate today) {
        var closed = arrived.getOrDefault("CLOSED", new TreeMap<>());
        return first.datesUntil(today.plusDays(1))
                .map(day -> new Wall.Day(
                        day, sum(placed.getOrDefault(day, Map.of()).values()), closed.getOrDefault(day, 0L)))
                .toList();
    }

    private long lit(Acting acting, Area area, Lamp lamp) {
        return cases.countAll(acting, new CaseFilter(ORDERS, null, null, area, null, lamp, true, null, null));
    }

    private long open(Map<String, Long> states) {
        return states.entrySet().stream()
                .filter(state -> !cases.ends(ORDERS, state.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long sum(Collection<Long> some) {
        return some.stream().mapToLong(Long::longValue).sum();
    }

    private static long percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(100.0 * Math.min(part, whole) / whole);
    }
}
