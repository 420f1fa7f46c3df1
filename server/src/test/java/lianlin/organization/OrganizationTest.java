package lianlin.organization;

import static lianlin.organization.Founding.found;
import static lianlin.organization.Founding.founding;
import static lianlin.organization.Founding.member;
import static lianlin.organization.Founding.members;
import static lianlin.organization.Founding.path;
import static lianlin.organization.Founding.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The tree of organizations: founding, reading by scope, moving subtrees, relations, dissolving, export.
/// Organizations are founded, changed, moved and dissolved.
@ServerTest
class OrganizationTest {

    @Test
    @Tag("ORG-01")
    void everyKindOfOrganizationIsWrittenDown(World world) {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        for (var kind : OrganizationKind.values()) {
            found(clerk, root, kind.name(), "组织 " + kind, world.district());
        }

        assertThat(clerk.get("/api/organizations/tree?parent={}", root).items())
                .hasSize(OrganizationKind.values().length);
        assertThat(clerk.get("/api/organizations?kind=BRANCH").is(200).items("/kind/label"))
                .containsExactly("党支部");
    }

    @Test
    @Tag("ORG-02")
    void foundingAsksForTheMembersThatAKindNeeds(World world) {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "WORKING_COMMITTEE", "街道党工委", world.district());

        clerk.post("/api/organizations", founding(root, "BRANCH", "小支部", world.district(), Map.of("fullMembers", 2)))
                .is(409)
                .problem("organization.few-full");
        clerk.post("/api/organizations", founding(root, "BRANCH", "支部", world.district(), Map.of("fullMembers", 3)))
                .is(201);
        clerk.post(
                        "/api/organizations",
                        founding(root, "GENERAL_BRANCH", "总支", world.district(), Map.of("members", 49)))
                .is(409)
                .problem("organization.few");
        var special = founding(root, "COMMITTEE", "党委", world.district(), Map.of("members", 80));
        clerk.post("/api/organizations", special).is(409).problem("organization.few");
        profile(special).put("specialApproval", true);
        var approved = clerk.post("/api/organizations", special).is(201);
        assertThat(approved.json("/specialApproval").asBoolean()).isTrue();
        var branch = clerk.get("/api/organizations?q=%E6%94%AF%E9%83%A8&kind=BRANCH")
                .items("/id")
                .getFirst();
        assertThat(clerk.get("/api/organizations/{id}", branch).text("/warnings/0/code"))
                .isEqualTo("organization.few-full");
    }

    @Test
    @Tag("ORG-07")
    @Tag("ORG-28")
    void aProfileIsKeptAndChangedByWhoSawItsLastVersion(World world) {
        var community = world.community("培德社区");
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        var wanted = founding(root, "FUNCTIONAL_BRANCH", "红棉功能性党支部", community, Map.of());
        profile(wanted)
                .putAll(Map.of(
                        "setupMode",
                        "REGIONAL",
                        "bond",
                        "TRADE",
                        "unitKind",
                        "SOCIAL_ORGANIZATION",
                        "foundedOn",
                        "2024-07-01",
                        "termStart",
                        "2024-07-01",
                        "termEnd",
                        "2027-07-01",
                        "secretary",
                        "林红"));
        var made = clerk.post("/api/organizations", wanted).is(201);

        assertThat(made.text("/setupMode/label")).isEqualTo("区域统建");
        assertThat(made.text("/bond/label")).isEqualTo("业缘");
        assertThat(made.text("/path/0/name")).isEqualTo("区委");
        assertThat(made.text("/area/path")).isEqualTo("东街街道 · 培德社区");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        var changed = profile(wanted);
        changed.put("name", "红棉支部");
        clerk.putAt(1, "/api/organizations/{id}", changed, made.id()).is(200);
        clerk.putAt(1, "/api/organizations/{id}", changed, made.id()).is(412);
        changed.put("kind", "BRANCH");
        clerk.putAt(2, "/api/organizations/{id}", changed, made.id()).is(422).problem("organization.bond");
        assertThat(clerk.get("/api/organizations?q={}", "红棉").items("/name")).containsExactly("红棉支部");
        assertThat(clerk.get("/api/organizations?q={}", "功能").items()).isEmpty();
    }

    @Test
    @Tag("ORG-25")
    void everyPostSeesItsPartOfTheTree(World world) {
        var clerk = world.district().clerk();
        var street = world.street("东街街道");
        var one = world.community("东街街道", "一社区");
        var two = world.community("东街街道", "二社区");
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        var working = found(clerk, root, "WORKING_COMMITTEE", "东街党工委", street);
        var committee = found(clerk, working, "COMMITTEE", "一社区党委", one);
        var branch = found(clerk, committee, "BRANCH", "第一支部", one);
        found(clerk, branch, "GROUP", "第一小组", one);
        found(clerk, working, "COMMITTEE", "二社区党委", two);
        var other = world.neighbour();
        found(other.district().clerk(), null, "COMMITTEE", "邻区区委", other.district());

        assertThat(clerk.get("/api/organizations/tree").items("/name")).containsExactly("区委");
        var ofStreet = street.clerk().get("/api/organizations/tree").is(200);
        assertThat(ofStreet.items("/name")).containsExactly("东街党工委");
        assertThat(one.secretary().get("/api/organizations/tree").items("/name"))
                .containsExactly("一社区党委");
        assertThat(one.secretary().get("/api/organizations").items("/name")).containsExactly("一社区党委", "第一支部", "第一小组");
        assertThat(one.secretary().get("/api/organizations").number("/total")).isEqualTo(3);
        assertThat(street.clerk().get("/api/organizations").number("/total")).isEqualTo(5);
        assertThat(clerk.get("/api/organizations").number("/total")).isEqualTo(6);
        two.secretary().get("/api/organizations/{id}", branch).is(404).problem("organization.absent");
        other.district().clerk().get("/api/organizations/{id}", root).is(404);
        var secretary = one.person("BRANCH_SECRETARY", branch, path(world, branch));
        assertThat(secretary.get("/api/organizations").items("/name")).containsExactly("第一支部", "第一小组");
        assertThat(secretary.get("/api/organizations").number("/total")).isEqualTo(2);
        one.secretary()
                .post("/api/organizations", founding(null, "COMMITTEE", "自立党委", one, Map.of()))
                .is(422)
                .problem("organization.root");
    }

    @Test
    @Tag("ORG-25")
    void aSubtreeMovesWithItsPostsAndCounters(World world) {
        var clerk = world.district().clerk();
        var place = world.community("培德社区");
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        var left = found(clerk, root, "COMMITTEE", "左党委", place);
        var right = found(clerk, root, "COMMITTEE", "右党委", place);
        var general = found(clerk, left, "GENERAL_BRANCH", "总支", place);
        var branch = found(clerk, general, "BRANCH", "支部", place);
        member(world, branch, 3);
        world.catchUp();
        member(world, branch, 2);
        var secretary = place.person("BRANCH_SECRETARY", branch, path(world, branch));

        assertThat(clerk.putAt(1, "/api/organizations/{id}/parent", Map.of("parent", right), general)
                        .is(200)
                        .number("/moved"))
                .isEqualTo(2);
        clerk.putAt(1, "/api/organizations/{id}/parent", Map.of("parent", left), general)
                .is(412);
        clerk.putAt(1, "/api/organizations/{id}/parent", Map.of("parent", branch), right)
                .is(409)
                .problem("organization.cycle");
        clerk.putAt(2, "/api/organizations/{id}/parent", Map.of("parent", right), general)
                .is(409)
                .problem("organization.there");
        world.catchUp();

        assertThat(clerk.get("/api/organizations/{id}", branch)
                        .json("/path")
                        .valueStream()
                        .map(above -> above.path("name").asString())
                        .toList())
                .containsExactly("区委", "右党委", "总支");
        assertThat(members(clerk, left)).isZero();
        assertThat(members(clerk, right)).isEqualTo(5);
        assertThat(members(clerk, root)).isEqualTo(5);
        assertThat(secretary.get("/api/organizations").items("/name")).containsExactly("支部");
        var other = world.neighbour();
        var stranger = found(other.district().clerk(), null, "COMMITTEE", "邻区", other.district());
        clerk.putAt(2, "/api/organizations/{id}/parent", Map.of("parent", stranger), general)
                .is(404);
    }

    @Test
    @Tag("ORG-25")
    void manyMovesAtOnceLeaveATreeAndTrueNumbers(World world) throws Exception {
        var clerk = world.district().clerk();
        clerk.session();
        var place = world.community("培德社区");
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        var parents = new ArrayList<Id>();
        for (var i = 0; i < 4; i++) {
            parents.add(found(clerk, root, "COMMITTEE", "党委" + i, place));
        }
        var moving = found(clerk, parents.getFirst(), "GENERAL_BRANCH", "总支", place);
        var branch = found(clerk, moving, "BRANCH", "支部", place);
        var work = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var i = 0; i < 24; i++) {
                var to = parents.get(i % 4);
                work.add(threads.submit(() -> {
                    var version = clerk.get("/api/organizations/{id}", moving).number("/version");
                    clerk.putAt(version, "/api/organizations/{id}/parent", Map.of("parent", to), moving);
                    member(world, branch, 1);
                    found(clerk, to, "BRANCH", "支部 " + Id.next(), place);
                }));
            }
            for (var one : work) {
                one.get();
            }
        }
        world.catchUp();

        assertThat(members(clerk, root)).isEqualTo(24);
        assertThat(parents.stream().mapToLong(parent -> members(clerk, parent)).sum())
                .isEqualTo(24);
        assertThat(members(clerk, moving)).isEqualTo(24);
        assertThat(clerk.get("/api/organizations/{id}", root).number("/counts/organizations"))
                .isEqualTo(31);
        var rows = world.inside(() -> world.bean(OrganizationReferences.class)
                .some(Scope.jurisdiction(world.jurisdiction()), org.jooq.impl.DSL.trueCondition(), 100));
        var byId = new HashMap<Id, OrganizationRef>();
        rows.forEach(row -> byId.put(row.id(), row));
        for (var row : rows) {
            var above = row.parent() == null
                    ? ""
                    : Objects.requireNonNull(byId.get(row.parent())).path();
            assertThat(row.path()).startsWith(above).hasSize(above.length() + Paths.SEGMENT);
        }
    }

    @Test
    @Tag("ORG-20")
    void aRegionalCommitteeHasMembersThatStayWhereTheyBelong(World world) {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        var regional = found(clerk, root, "REGIONAL_COMMITTEE", "社区大党委", world.district());
        var unit = found(clerk, root, "BRANCH", "银行支部", world.district());

        var related = clerk.post(
                        "/api/organizations/{id}/relations",
                        Map.of("kind", "REGIONAL_MEMBER", "other", unit, "role", "LEAD"),
                        regional)
                .is(201);
        assertThat(related.text("/relations/0/role/code")).isEqualTo("LEAD");
        assertThat(clerk.get("/api/organizations/{id}", unit).text("/parent/name"))
                .isEqualTo("区委");
        clerk.post("/api/organizations/{id}/relations", Map.of("kind", "REGIONAL_MEMBER", "other", unit), regional)
                .is(409)
                .problem("relation.twice");
        clerk.post("/api/organizations/{id}/relations", Map.of("kind", "REGIONAL_MEMBER", "other", regional), unit)
                .is(422)
                .problem("relation.kinds");
        clerk.delete("/api/organizations/{id}/relations/{relation}", regional, related.text("/relations/0/id"))
                .is(204);
        assertThat(clerk.get("/api/organizations/{id}", regional)
                        .json("/relations")
                        .size())
                .isZero();
    }

    @Test
    @Tag("ORG-08")
    void anEnterpriseIsCoveredInOneWay(World world) {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        var firm = found(clerk, null, "ENTERPRISE", "某公司", world.district());
        var branch = found(clerk, root, "JOINT_BRANCH", "联合支部", world.district());

        clerk.post("/api/organizations/{id}/relations", Map.of("kind", "COVERED_BY", "other", branch), firm)
                .is(201);
        clerk.post("/api/organizations/{id}/relations", Map.of("kind", "COVERED_BY", "other", root), firm)
                .is(409)
                .problem("relation.covered");
    }

    @Test
    @Tag("ORG-10")
    void whatStillHasMembersIsNotDissolved(World world) {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        var branch = found(clerk, root, "BRANCH", "支部", world.district());
        member(world, branch, 1);

        clerk.putAt(1, "/api/organizations/{id}/status", Map.of("status", "DISSOLVED"), root)
                .is(409)
                .problem("organization.children");
        clerk.putAt(1, "/api/organizations/{id}/status", Map.of("status", "DISSOLVED"), branch)
                .is(409)
                .problem("organization.members");
        var empty = found(clerk, root, "BRANCH", "空支部", world.district());
        clerk.putAt(1, "/api/organizations/{id}/status", Map.of("status", "DISSOLVED", "reason", "合并"), empty)
                .is(200);
        assertThat(clerk.get("/api/organizations").items("/name")).containsExactly("区委", "支部");
        assertThat(clerk.get("/api/organizations").number("/total")).isEqualTo(2);
        assertThat(clerk.get("/api/organizations?status=DISSOLVED").items("/name"))
                .containsExactly("空支部");
    }
}
