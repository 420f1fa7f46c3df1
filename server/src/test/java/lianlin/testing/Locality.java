package lianlin.testing;

import lianlin.kernel.Area;
import org.jspecify.annotations.Nullable;

/// A district, street or community of a [World], and the people who act there. Every call makes a new person.
public final class Locality {
    private final World world;
    private final Area area;
    private final String name;

    Locality(World world, Area area, String name) {
        this.world = world;
        this.area = area;
        this.name = name;
    }

    public World world() {
        return world;
    }

    public Area area() {
        return area;
    }

    /// The code as the API writes it.
    public String code() {
        return area.toString();
    }

    public String name() {
        return name;
    }

    public Person resident() {
        return person("RESIDENT");
    }

    public Person clerk() {
        return person(
                switch (area.depth()) {
                    case 3 -> "DISTRICT_CLERK";
                    case 4 -> "STREET_CLERK";
                    default -> "COMMUNITY_CLERK";
                });
    }

    public Person leader() {
        return person(area.depth() == 3 ? "DISTRICT_LEADER" : "STREET_LEADER");
    }

    public Person secretary() {
        return person("COMMUNITY_SECRETARY");
    }

    public Person gridWorker() {
        return person("GRID_WORKER");
    }

    public Person callAgent() {
        return person("CALL_AGENT");
    }

    /// Somebody with a post of this role here.
    public Person person(String role) {
        return person(role, null, null);
    }

    /// Somebody with a post of this role at an organization that stands here.
    public Person person(String role, lianlin.kernel.@Nullable Id organization, @Nullable String path) {
        var number = world.number();
        var enrolled = world.server().enrolment().enrol(world.jurisdiction(), number);
        world.server().enrolment().appoint(enrolled.account(), role, area, organization, path, name);
        return new Person(world, enrolled, role);
    }
}
