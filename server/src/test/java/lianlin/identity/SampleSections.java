package lianlin.identity;

import java.util.Map;

/// Forms of responsibility sections, and one that a member of the samples looked after and gave back.
final class SampleSections {
    /// What is done to it one after the other, so that each can be done.
    static final Map<String, Integer> ORDER = Map.of(
            "/api/sections/{id}/holder", -1,
            "/api/sections/{id}/release", 1,
            "/api/sections/{id}/claim", 2,
            "/api/sections/{id}/confirmation", 3);

    private SampleSections() {}

    static String make(Samples here) {
        var clerk = here.person(Samples.DISPATCHER);
        var section = clerk.post("/api/sections", form(here, "第一段")).is(201).text("/id");
        var member = here.person("FULL_MEMBER");
        member.post("/api/sections/{id}/claim", null, section).is(200);
        clerk.postAt(2, "/api/sections/{id}/confirmation", null, section).is(200);
        member.post("/api/sections/{id}/entries", Map.of("note", "捡了落叶"), section)
                .is(200);
        member.postAt(4, "/api/sections/{id}/release", Map.of("reason", "搬家"), section)
                .is(200);
        return section;
    }

    static Map<String, Object> form(Samples here, String name) {
        return Map.of(
                "area", here.place().code(), "name", name, "kind", "GREEN", "description", "东门到西门", "plan", "每周六上午清扫");
    }
}
