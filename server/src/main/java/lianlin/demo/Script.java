package lianlin.demo;

import java.util.ArrayList;
import java.util.List;

/// What happens to an order, action by action, in what share of all orders, and how long ago the last action
/// was, in minutes. Every state of the procedure is the end of at least one script.
record Script(double percent, int least, int most, List<String> actions) {
    private static final int DAY = 1_440;

    private static Script of(double percent, int least, int most, String actions) {
        return new Script(percent, least, most, actions.isBlank() ? List.of() : List.of(actions.split(" ")));
    }

    /// How most orders go.
    private static final Script USUAL = of(44, 120, 120 * DAY, "dispatch accept start complete rate close");

    static final List<Script> ALL = List.of(
            USUAL,
            of(14, 14 * DAY, 120 * DAY, "dispatch accept start complete leave-unrated"),
            of(3, 2 * DAY, 90 * DAY, "dispatch accept start complete rate call-back"),
            of(3, DAY, 110 * DAY, "dispatch refuse accept start complete rate close"),
            of(2, DAY, 110 * DAY, "dispatch pass-on accept start complete rate close"),
            of(1.5, DAY, 110 * DAY, "dispatch accept give-back dispatch accept start complete rate close"),
            of(1.5, DAY, 110 * DAY, "return supplement dispatch accept start complete rate close"),
            of(1.5, DAY, 110 * DAY, "dispatch accept pause resume start complete rate close"),
            of(0.6, DAY, 110 * DAY, "dispatch refuse refuse dispatch accept start complete rate close"),
            // waiting to be dispatched: fresh, since yesterday, late
            of(2.5, 4, 500, ""),
            of(1.5, 500, 2_400, ""),
            of(0.8, 4_500, 9_000, ""),
            of(0.6, 60, 1_500, "return supplement"),
            of(0.4, 30, 600, "dispatch refuse refuse"),
            of(0.4, 60, 400, "dispatch accept give-back dispatch accept give-back dispatch accept give-back"),
            of(0.6, 60, 4_000, "pause"),
            of(3, 4, 240, "dispatch"),
            of(0.6, 4, 200, "dispatch refuse"),
            of(3, 15, 2_500, "dispatch accept"),
            of(0.8, 6_000, 11_000, "dispatch accept"),
            of(0.6, 60, 4_000, "dispatch accept pause"),
            of(3, 10, 4_000, "dispatch accept start"),
            of(0.8, 10_500, 16_000, "dispatch accept start"),
            of(0.5, 60, 5_000, "dispatch accept start pause"),
            of(5, 20, 6 * DAY, "dispatch accept start complete"),
            of(1.2, 100, 3_500, "dispatch accept start complete rate"),
            of(1.2, 60, 6_000, "return"),
            of(2.2, 100, 100 * DAY, "reject"),
            of(1.5, 100, 100 * DAY, "cancel"),
            of(0.8, 100, 100 * DAY, "dispatch cancel"));

    /// How orders of the year before ended, in shares of 100.
    private static final List<Script> ENDED = ALL.stream()
            .filter(script -> !script.open())
            .map(script -> new Script(script.percent(), script.least(), 365 * DAY, script.actions()))
            .toList();

    /// As many orders of the year before as asked for, all ended.
    static List<Script> ended(int orders) {
        var sum = ENDED.stream().mapToDouble(Script::percent).sum();
        var cast = new ArrayList<Script>();
        for (var script : ENDED) {
            for (var i = 0; i < Math.round(script.percent() * orders / sum); i++) {
                cast.add(script);
            }
        }
        while (cast.size() < orders) {
            cast.add(ENDED.getFirst());
        }
        return cast.subList(0, orders);
    }

    /// As many as asked for, each script at least once, the usual one for the rest.
    static List<Script> cast(int orders) {
        var cast = new ArrayList<Script>();
        for (var script : ALL) {
            var many = script.equals(USUAL) ? 1 : Math.max(1, (int) Math.round(script.percent() * orders / 100));
            for (var i = 0; i < many; i++) {
                cast.add(script);
            }
        }
        while (cast.size() < orders) {
            cast.add(USUAL);
        }
        return cast;
    }

    /// Whether the service is done and the resident has not said anything yet.
    boolean waitsForRating() {
        return !actions.isEmpty() && actions.getLast().equals("complete");
    }

    boolean rated() {
        return actions.contains("rate");
    }

    /// Whether the rating was so low that somebody called back.
    boolean low() {
        return rated() && !actions.contains("close");
    }

    /// Whether somebody is still at it, which counts against the limit of open orders.
    boolean open() {
        return actions.isEmpty()
                || !List.of("close", "leave-unrated", "call-back", "reject", "cancel")
                        .contains(actions.getLast());
    }
}
