package lianlin.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.organization.OrganizationKind;
import lianlin.organization.Organizations;
import lianlin.organization.Profile;
import lianlin.organization.Registration;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;

/// The party organizations of a test: a committee in a community and branches below it.
public final class Party {
    /// One organization, where it stands in both trees.
    public record Org(Id id, String name, String path, Area area) {}

    private static final String WEIGHTED = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final World world;

    public Party(World world) {
        this.world = world;
    }

    public Org committee(String name, Locality where) {
        return insert(name, OrganizationKind.COMMITTEE, where.area(), null);
    }

    public Org general(String name, Org above) {
        return insert(name, OrganizationKind.GENERAL_BRANCH, above.area(), above.id());
    }

    public Org branch(String name, Org above) {
        return insert(name, OrganizationKind.BRANCH, above.area(), above.id());
    }

    public Org branch(String name, Locality where) {
        return insert(name, OrganizationKind.BRANCH, where.area(), null);
    }

    /// Somebody with a post at the branch.
    public Person secretary(Org branch, Locality where) {
        return where.person("BRANCH_SECRETARY", branch.id(), branch.path());
    }

    private Org insert(String name, OrganizationKind kind, Area area, @Nullable Id above) {
        return world.transaction(() -> {
            var registration = new Registration(Id.next(), above, Profile.of(kind, name, area));
            var made = world.bean(Organizations.class)
                    .register(world.jurisdiction(), List.of(registration), header -> header)
                    .getFirst();
            return new Org(made.id(), made.name(), made.path(), made.area());
        });
    }

    /// An identity number that nobody has, with the right check digit; odd numbers are men.
    public static String identity(int number) {
        var born = LocalDate.of(1960, 1, 1).plusDays(number / 900);
        var front = "440604" + born.toString().replace("-", "") + "%03d".formatted(number % 900);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (front.charAt(i) - '0');
        }
        return front + WEIGHTED.charAt(sum % 11);
    }

    /// What is filled in for a member, as the page sends it.
    public static Map<String, Object> form(String name, int number, Org branch) {
        var form = new LinkedHashMap<String, Object>();
        form.put("name", name);
        form.put("identity", identity(number));
        form.put("phone", "138%08d".formatted(number));
        form.put("address", "禅城区祖庙街道培德社区同济路" + number + "号");
        form.put("organization", branch.id());
        form.put("status", "FULL");
        form.put("joinedOn", "2005-07-01");
        return form;
    }
}
