package lianlin.insight;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/// What became of the orders of a month. An order counts once, however often it was returned, refused or given
/// back: the steps are told from where the orders of the month stand now.
///
/// @param states how many orders placed in the month stand in each state
/// @param done how many were completed in the month
/// @param rated how many were rated in it
/// @param content how many of these with four or five stars
record Month(Map<String, Long> states, long done, long rated, long content) {
    static final List<String> CHAIN = List.of("SUBMITTED", "DISPATCHED", "ACCEPTED", "COMPLETED", "EVALUATED");
    private static final Set<String> ENDED_WELL = Set.of("COMPLETED", "EVALUATED", "CLOSED");
    private static final Set<String> WITH_A_TEAM = Set.of("ACCEPTED", "SERVING");

    static Month of(
            Map<LocalDate, Map<String, Long>> placed,
            Map<String, NavigableMap<LocalDate, Long>> arrived,
            Map<String, NavigableMap<LocalDate, Long>> ratings,
            LocalDate first) {
        var states = new java.util.HashMap<String, Long>();
        placed.values().forEach(day -> day.forEach((state, count) -> states.merge(state, count, Long::sum)));
        return new Month(
                states,
                since(arrived, "COMPLETED", first),
                ratings.keySet().stream()
                        .mapToLong(stars -> since(ratings, stars, first))
                        .sum(),
                since(ratings, "4", first) + since(ratings, "5", first));
    }

    long placed() {
        return sum(states.values());
    }

    /// How many orders of the month have come as far as a step of the chain.
    long reached(String step) {
        return switch (step) {
            case "SUBMITTED" -> placed();
            case "DISPATCHED" -> in(Set.of("DISPATCHED")) + in(WITH_A_TEAM) + in(ENDED_WELL);
            case "ACCEPTED" -> in(WITH_A_TEAM) + in(ENDED_WELL);
            case "COMPLETED" -> in(ENDED_WELL);
            default -> Math.min(rated, in(ENDED_WELL));
        };
    }

    private long in(Set<String> some) {
        return some.stream().mapToLong(state -> states.getOrDefault(state, 0L)).sum();
    }

    private static long since(Map<String, NavigableMap<LocalDate, Long>> arrived, String state, LocalDate day) {
        var days = arrived.get(state);
        return days == null ? 0 : sum(days.tailMap(day, true).values());
    }

    private static long sum(Collection<Long> some) {
        return some.stream().mapToLong(Long::longValue).sum();
    }
}
