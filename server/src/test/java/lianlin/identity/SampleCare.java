package lianlin.identity;

import java.util.List;
import java.util.Map;
import lianlin.testing.Person;

/// Forms of care pairs.
final class SampleCare {
    private SampleCare() {}

    static Map<String, Object> pair(Samples here, Person household) {
        return Map.of(
                "area",
                here.place().code(),
                "team",
                here.id(Thing.TEAM),
                "helper",
                here.person("VOLUNTEER").account().toString(),
                "needs",
                List.of("LIVING_ALONE"),
                "name",
                household.name(),
                "phone",
                household.phone(),
                "address",
                "3 栋 201");
    }

    static Map<String, Object> plan(Samples here) {
        return Map.of(
                "plan",
                Map.of(
                        "every",
                        4,
                        "unit",
                        "WEEKS",
                        "startsOn",
                        here.world().today().toString()),
                "tier",
                3);
    }
}
