package lianlin.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Tally;
import lianlin.people.Party.Org;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A member stands where his branch stands: whoever sees the branch sees its members, and counters follow (MEM-05).
@ServerTest
class MembersFollowBranchesTest {
    @Test
    @Tag("MEM-05")
    void membersGoWithTheirBranchToAnotherCommittee(World world) {
        var here = world.community("滨江");
        var party = new Party(world);
        var left = party.committee("第一党委", here);
        var right = party.committee("第二党委", here);
        var branch = party.branch("第一党支部", left);
        var clerk = world.district().clerk();
        members(clerk, branch, 3);
        var fromLeft = party.secretary(left, here);
        var fromRight = party.secretary(right, here);
        assertThat(seen(fromLeft)).isEqualTo(3);
        assertThat(seen(fromRight)).isZero();

        move(clerk, branch, right);
        world.catchUp();

        assertThat(seen(fromLeft)).isZero();
        assertThat(seen(fromRight)).isEqualTo(3);
        assertThat(clerk.get("/api/organizations/{id}", left.id()).number("/counts/members"))
                .isZero();
        assertThat(clerk.get("/api/organizations/{id}", right.id()).number("/counts/members"))
                .isEqualTo(3);
        assertThat(clerk.get("/api/members?organization={id}", branch.id()).number("/total"))
                .isEqualTo(3);
    }

    @Test
    @Tag("MEM-05")
    void membersOfEveryBranchBelowGoAlong(World world) {
        var here = world.community("滨江");
        var party = new Party(world);
        var left = party.committee("第一党委", here);
        var right = party.committee("第二党委", here);
        var general = party.general("党总支", left);
        var first = party.branch("第一党支部", general);
        var second = party.branch("第二党支部", general);
        var clerk = world.district().clerk();
        members(clerk, first, 2);
        members(clerk, second, 3);

        move(clerk, general, right);
        world.catchUp();

        assertThat(seen(party.secretary(right, here))).isEqualTo(5);
        assertThat(seen(party.secretary(left, here))).isZero();
        assertThat(paths(world)).allMatch(path -> path.startsWith(right.path()));
    }

    @Test
    @Tag("MEM-05")
    void membersGoWithTheirBranchToAnotherCommunityAndAreCountedThere(World world) {
        var from = world.community("祖庙", "滨江");
        var to = world.community("石湾", "河宕");
        var branch = new Party(world).branch("第一党支部", from);
        var clerk = world.district().clerk();
        members(clerk, branch, 4);
        var before = from.clerk();
        var after = to.clerk();
        assertThat(seen(before)).isEqualTo(4);

        relocate(clerk, branch, to).run();
        world.catchUp();

        assertThat(seen(before)).isZero();
        assertThat(seen(after)).isEqualTo(4);
        assertThat(counted(world, from)).isZero();
        assertThat(counted(world, to)).isEqualTo(4);
        assertThat(counted(world, world.street("石湾"))).isEqualTo(4);
        assertThat(counted(world, world.district())).isEqualTo(4);
        var member = Id.parse(after.get("/api/members").items("/id").getFirst());
        assertThat(after.get("/api/members/{id}", member).is(200).text()).contains("河宕");
        before.get("/api/members/{id}", member).is(404);
    }

    /// Members come, the branch moves in both trees, all at once: in the end everything agrees.
    @Test
    @Tag("MEM-05")
    void nobodyIsLeftBehindWhoRegistersWhileTheBranchMoves(World world) throws Exception {
        var from = world.community("祖庙", "滨江");
        var to = world.community("石湾", "河宕");
        var party = new Party(world);
        var left = party.committee("第一党委", from);
        var right = party.committee("第二党委", from);
        var branch = party.branch("第一党支部", left);
        var clerk = world.district().clerk();
        clerk.session();
        var work = new ArrayList<Callable<Object>>();
        for (var i = 0; i < 12; i++) {
            var form = Party.form("王" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(i), 2 * i + 1, branch);
            work.add(() -> clerk.post("/api/members", form).is(201));
            if (i % 4 == 1) {
                var parent = i % 8 == 1 ? right : left;
                work.add(() -> clerk.putAt(
                        version(clerk, branch),
                        "/api/organizations/{id}/parent",
                        Map.of("parent", parent.id()),
                        branch.id()));
            }
            if (i % 4 == 3) {
                work.add(Executors.callable(relocate(clerk, branch, i % 8 == 3 ? to : from)));
            }
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        move(clerk, branch, right);
        relocate(clerk, branch, to).run();
        world.catchUp();

        assertThat(seen(clerk)).isEqualTo(12);
        assertThat(seen(to.clerk())).isEqualTo(12);
        assertThat(seen(from.clerk())).isZero();
        assertThat(seen(party.secretary(right, from))).isEqualTo(12);
        assertThat(counted(world, to)).isEqualTo(12);
        assertThat(counted(world, from)).isZero();
        assertThat(clerk.get("/api/organizations/{id}", left.id()).number("/counts/members"))
                .isZero();
        assertThat(clerk.get("/api/organizations/{id}", right.id()).number("/counts/members"))
                .isEqualTo(12);
    }

    private static void members(Person clerk, Org branch, int many) {
        for (var i = 0; i < many; i++) {
            var number = Math.floorMod(branch.name().hashCode(), 1_000) * 20 + 2 * i + 1;
            clerk.post("/api/members", Party.form("王" + "甲乙丙丁戊".charAt(i), number, branch))
                    .is(201);
        }
    }

    private static void move(Person clerk, Org branch, Org to) {
        if (clerk.get("/api/organizations/{id}", branch.id())
                .text("/parent/id")
                .equals(to.id().toString())) {
            return;
        }
        clerk.putAt(version(clerk, branch), "/api/organizations/{id}/parent", Map.of("parent", to.id()), branch.id())
                .is(200);
    }

    private static Runnable relocate(Person clerk, Org branch, Locality to) {
        return () -> {
            var profile =
                    new HashMap<String, Object>(Map.of("kind", "BRANCH", "name", branch.name(), "area", to.code()));
            clerk.putAt(version(clerk, branch), "/api/organizations/{id}", profile, branch.id());
        };
    }

    private static int version(Person clerk, Org organization) {
        return clerk.get("/api/organizations/{id}", organization.id()).is(200).number("/version");
    }

    private static int seen(Person by) {
        var list = by.get("/api/members?limit=50").is(200);
        assertThat(list.items()).hasSize(list.number("/total"));
        return list.number("/total");
    }

    private static long counted(World world, Locality place) {
        return world.inside(() ->
                world
                        .bean(Tally.class)
                        .states(Scope.jurisdiction(world.jurisdiction()).at(place.area()), "member")
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private static List<String> paths(World world) {
        return world.server()
                .owner()
                .fetch("SELECT path FROM people.member WHERE jurisdiction = ?", world.jurisdiction())
                .into(String.class);
    }
}
