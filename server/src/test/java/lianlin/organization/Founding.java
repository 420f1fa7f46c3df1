package lianlin.organization;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;

/// The tree of organizations: founding, reading by scope, moving subtrees, relations, dissolving, export.
/// What tests of organizations say in one word.
final class Founding {
    /// A member that the counters know; the module of members comes above this one.
    record MemberWritten(Fact.Header header) implements Fact {}

    private Founding() {}

    static Id found(Person by, @Nullable Id parent, String kind, String name, Locality where) {
        return by.post("/api/organizations", founding(parent, kind, name, where, Map.of()))
                .is(201)
                .id();
    }

    static Map<String, Object> founding(
            @Nullable Id parent, String kind, String name, Locality where, Map<String, Object> more) {
        var founding = new HashMap<String, Object>(more);
        founding.put("profile", new HashMap<String, Object>(Map.of("kind", kind, "name", name, "area", where.code())));
        if (parent != null) {
            founding.put("parent", parent);
        }
        return founding;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> profile(Map<String, Object> founding) {
        return (Map<String, Object>) Objects.requireNonNull(founding.get("profile"));
    }

    static String path(World world, Id organization) {
        return world.inside(() -> world.bean(Organizations.class)
                .get(Scope.jurisdiction(world.jurisdiction()), organization)
                .path());
    }

    /// So many members come to a branch, as the module of members would write it.
    static void member(World world, Id branch, int many) {
        world.transaction(() -> {
            var held = world.bean(Organizations.class).hold(Scope.jurisdiction(world.jurisdiction()), branch);
            world.bean(Facts.class)
                    .publish(java.util.stream.IntStream.range(0, many)
                            .mapToObj(i -> new MemberWritten(Fact.Header.of(world.jurisdiction(), "member", Id.next())
                                    .states(null, "FULL")
                                    .area(held.area())
                                    .path(held.path(), branch)))
                            .toList());
            return branch;
        });
    }

    static int members(Person by, Id organization) {
        return by.get("/api/organizations/{id}", organization).is(200).number("/counts/members");
    }
}
