package lianlin.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of the table. `figures` are the numbers that a later run compares with; `met` is null where there is no goal.
record Row(
        String id,
        String work,
        String peer,
        String limit,
        String goal,
        String ours,
        @Nullable Boolean met,
        Map<String, Double> figures) {

    static final String HEADING = """
            | id | work | peer | limit, this run | goal | ours | met |
            | --- | --- | --- | --- | --- | --- | --- |
            """;

    /// Something that was not measured, and why.
    static Row absent(String id, String work, String goal, String why) {
        return new Row(id, work, "", "", goal, why, null, Map.of());
    }

    /// Requests one after the other; the goal is processor time.
    static Row cpu(String id, String work, String peer, Load.@Nullable Figure limit, double goal, Load.Figure ours) {
        return new Row(
                id,
                work,
                peer,
                limit == null ? "" : "%.2f CPU ms, p50 %.2f".formatted(limit.database(), limit.p50()),
                "≤ %s CPU ms".formatted(plain(goal)),
                said(ours),
                ours.cpu() <= goal,
                Map.of("cpu", ours.cpu(), "database", ours.database(), "p50", ours.p50(), "p99", ours.p99()));
    }

    static String said(Load.Figure figure) {
        return "%.2f CPU ms (database %.2f), p50 %.1f, p99 %.1f ms"
                .formatted(figure.cpu(), figure.database(), figure.p50(), figure.p99());
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    String line() {
        return "| %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(id, work, peer, limit, goal, ours, met == null ? "–" : met ? "yes" : "**no**");
    }
}
