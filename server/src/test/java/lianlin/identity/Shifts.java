package lianlin.identity;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import lianlin.testing.Answer;
import lianlin.testing.Person;

/// Forms of duty rosters at the sample place.
record Shifts(Samples samples) {
    /// The Monday so many weeks from this one.
    String monday(int weeks) {
        return samples.world()
                .today()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks)
                .toString();
    }

    static Map<String, Object> shift(Person who, String day, String starts, String ends) {
        return Map.of(
                "heldOn",
                day,
                "starts",
                starts,
                "ends",
                ends,
                "account",
                who.account().toString());
    }

    /// A week with two shifts of somebody, and a pattern.
    Answer week(Person clerk) {
        var monday = monday(1);
        var wanted = Map.of(
                "place",
                samples.id(Thing.PLACE),
                "monday",
                monday,
                "seen",
                List.of(),
                "shifts",
                List.of(shift(clerk, monday, "09:00", "12:00"), shift(clerk, monday, "13:00", "17:00")));
        var week = clerk.put("/api/duty/week", wanted).is(200);
        clerk.put("/api/duty/pattern", dutyPattern()).is(200);
        return week;
    }

    Map<String, Object> dutyPattern() {
        return Map.of(
                "place",
                samples.id(Thing.PLACE),
                "shifts",
                List.of(Map.of("weekday", "MONDAY", "starts", "18:00", "ends", "20:00", "name", "值班员")));
    }

    Map<String, Object> swap(String which) {
        return Map.of(
                "shift",
                which,
                "account",
                samples.person(Samples.IMPORTER).account().toString());
    }
}
