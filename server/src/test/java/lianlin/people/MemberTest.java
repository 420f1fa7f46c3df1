package lianlin.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Id;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Journal;
import lianlin.kernel.journal.Tally;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ServerTest
class MemberTest {
    @Test
    @Tag("MEM-01")
    void membersAreCountedByStatusAtEveryNodeOfBothTrees(World world) {
        var party = new Party(world);
        var here = world.community("滨江");
        var committee = party.committee("滨江社区党委", here);
        var first = party.branch("第一党支部", committee);
        var second = party.branch("第二党支部", committee);
        var clerk = world.district().clerk();
        register(clerk, Party.form("王一", 1, first));
        register(clerk, Party.form("王二", 3, first));
        var form = Party.form("王三", 5, second);
        form.put("status", "PROBATIONARY");
        register(clerk, form);

        assertThat(count(world, committee.path())).containsEntry("FULL", 2L).containsEntry("PROBATIONARY", 1L);
        assertThat(count(world, first.path())).containsExactly(Map.entry("FULL", 2L));
        world.catchUp();
        assertThat(count(world, committee.path())).containsEntry("FULL", 2L).containsEntry("PROBATIONARY", 1L);
        assertThat(clerk.get("/api/members?status=PROBATIONARY").is(200).number("/total"))
                .isEqualTo(1);
    }

    @Test
    @Tag("MEM-01")
    void aProbationaryMemberBecomesFullAndWhoLeftDoesNotComeBack(World world) {
        var party = new Party(world);
        var branch = party.branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var form = Party.form("王一", 1, branch);
        form.put("status", "PROBATIONARY");
        var id = register(clerk, form);

        form.put("status", "FULL");
        form.put("fullOn", "2006-07-01");
        clerk.putAt(1, "/api/members/{id}", form, id).is(200);
        form.put("status", "LEFT");
        clerk.putAt(2, "/api/members/{id}", form, id).is(200);
        form.put("status", "FULL");
        clerk.putAt(3, "/api/members/{id}", form, id).is(409).problem("member.move");
        assertThat(count(world, branch.path())).containsExactly(Map.entry("LEFT", 1L));
    }

    @Test
    @Tag("MEM-02")
    void listsAreFilteredByCategory(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var form = Party.form("王一", 1, branch);
        form.put("categories", List.of("RETIRED", "SPECIALTY"));
        register(clerk, form);
        register(clerk, Party.form("王二", 3, branch));

        var found = clerk.get("/api/members?category=SPECIALTY").is(200);

        assertThat(found.items("/name")).containsExactly("王*");
        assertThat(found.number("/total")).isEqualTo(1);
        assertThat(found.items("/categories/0/code")).containsExactly("RETIRED");
    }

    @Test
    @Tag("MEM-03")
    @Tag("MEM-04")
    void careAndManagementFollowFromTheCategoryUnlessSaidOtherwise(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var cases = Map.of(
                "COMMUNITY",
                "DIRECT",
                "IN_SERVICE",
                "DUAL",
                "RETIRED",
                "TAKEOVER",
                "MOBILE_OUT",
                "PARTICIPATING",
                "LAID_OFF",
                "FOCUS");
        var number = new int[] {1};
        cases.forEach((category, care) -> {
            var form = Party.form("王一", number[0] += 2, branch);
            form.put("categories", List.of(category));
            var answer = clerk.post("/api/members", form).is(201);
            assertThat(answer.text("/careMode/code")).as(category).isEqualTo(care);
        });
        var form = Party.form("王二", 101, branch);
        form.put("categories", List.of("TWO_NEW"));
        form.put("careMode", "FOCUS");
        var answer = clerk.post("/api/members", form).is(201);
        assertThat(answer.text("/careMode/code")).isEqualTo("FOCUS");
        assertThat(answer.text("/managementMode/code")).isEqualTo("FULL");
    }

    @Test
    @Tag("MEM-05")
    void aMemberIsInExactlyOneBranchAndTheOldOneStaysInTheHistory(World world) {
        var party = new Party(world);
        var committee = party.committee("滨江社区党委", world.community("滨江"));
        var first = party.branch("第一党支部", committee);
        var second = party.branch("第二党支部", party.committee("东湖社区党委", world.community("东湖")));
        var clerk = world.district().clerk();
        var form = Party.form("王一", 1, first);
        var id = register(clerk, form);

        clerk.post("/api/members", Party.form("王一", 1, second)).is(409).problem("person.identity.branch");
        clerk.post("/api/members", Party.form("王二", 3, committee)).is(422).problem("member.branch");

        form.put("organization", second.id());
        form.remove("identity");
        form.remove("phone");
        var moved = clerk.putAt(1, "/api/members/{id}", form, id).is(200);
        assertThat(moved.text("/organization/name")).isEqualTo("第二党支部");
        assertThat(moved.text("/affiliations/0/organization/name")).isEqualTo("第一党支部");
        assertThat(moved.text("/identity"))
                .isEqualTo("440604********" + Party.identity(1).substring(14));
        assertThat(count(world, first.path())).isEmpty();
        assertThat(count(world, second.path())).containsExactly(Map.entry("FULL", 1L));
        world.catchUp();
        assertThat(count(world, committee.path())).isEmpty();
        assertThat(clerk.get("/api/members?area={area}", world.community("东湖").code())
                        .number("/total"))
                .isEqualTo(1);
        assertThat(clerk.get("/api/members?area={area}", world.community("滨江").code())
                        .number("/total"))
                .isZero();
    }

    @Test
    @Tag("IDN-01")
    void wrongIdentityNumbersAreRefusedAndRightOnesAreTaken(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        for (var right :
                List.of("11010519491231002x", "440604199003070014", "440604198506152340", "110101200001010010")) {
            var form = Party.form("王一", 1, branch);
            form.put("identity", right);
            form.put("joinedOn", "2020-07-01");
            clerk.post("/api/members", form).is(201);
        }
        var wrong = Map.of(
                "110105194912310021",
                "identity-number.check-digit",
                "440604201302290025",
                "identity-number.date",
                "110105491231002",
                "identity-number.old",
                "44060419900307",
                "identity-number.length");
        wrong.forEach((number, problem) -> {
            var form = Party.form("王一", 1, branch);
            form.put("identity", number);
            var answer = clerk.post("/api/members", form).is(422).problem(problem);
            assertThat(answer.text()).doesNotContain(number);
        });
    }

    @Test
    @Tag("IDN-13")
    void personalDataIsMaskedInTheListAndInTheRecord(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var id = register(clerk, Party.form("王小明", 1, branch));

        var list = clerk.get("/api/members").is(200);
        var one = clerk.get("/api/members/{id}", id).is(200);

        assertThat(list.items("/name")).containsExactly("王*明");
        assertThat(list.items("/phone")).containsExactly("138****0001");
        assertThat(one.text("/phone")).isEqualTo("138****0001");
        assertThat(one.text("/identity"))
                .isEqualTo("440604********" + Party.identity(1).substring(14));
        assertThat(one.text("/address")).isEqualTo("禅城区祖庙街道培德社区****");
        for (var answer : List.of(list, one)) {
            assertThat(answer.text()).doesNotContain(Party.identity(1), "13800000001", "同济路");
        }
    }

    @Test
    @Tag("IDN-13")
    void aRevealNeedsAReasonAndThePersonSeesWhoLooked(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var resident = world.community("滨江").resident();
        var id = register(clerk, Party.form("王小明", 1, branch));
        own(world, resident, id);

        clerk.post("/api/members/{id}/reveals", Map.of("field", "PHONE", "reason", ""), id)
                .is(422);
        var seen = clerk.call("POST", "/api/members/{id}/reveals", id)
                .key("reveal-once-1")
                .body(Map.of("field", "PHONE", "reason", "节前走访联系"))
                .send()
                .is(200);
        clerk.call("POST", "/api/members/{id}/reveals", id)
                .key("reveal-once-1")
                .body(Map.of("field", "PHONE", "reason", "节前走访联系"))
                .send()
                .is(409)
                .problem("once.unkept");

        assertThat(seen.text("/value")).isEqualTo("13800000001");
        var looks = resident.get("/api/me/looks").is(200);
        assertThat(looks.items("/reason")).containsExactly("节前走访联系");
        assertThat(looks.items("/field/code")).containsExactly("PHONE");
        var kept = world.server()
                .owner()
                .fetchCount(
                        org.jooq.impl.DSL.table("kernel.answered"),
                        org.jooq.impl.DSL.condition(
                                "key = 'reveal-once-1' AND (sealed IS NOT NULL OR length(body) > 0)"));
        assertThat(kept).as("an answer in the clear is not kept").isZero();
        assertThat(resident.get("/api/members/mine").is(200).items("/id")).containsExactly(id.toString());
    }

    @Test
    @Tag("IDN-13")
    void nobodyRevealsMoreThanFiftyADay(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var id = register(clerk, Party.form("王小明", 1, branch));
        for (var i = 0; i < 50; i++) {
            clerk.post("/api/members/{id}/reveals", Map.of("field", "PHONE", "reason", "逐户核对电话"), id)
                    .is(200);
        }
        clerk.post("/api/members/{id}/reveals", Map.of("field", "PHONE", "reason", "逐户核对电话"), id)
                .is(429)
                .problem("reveal.often");
    }

    @Test
    void aBranchSecretarySeesOnlyHisBranch(World world) {
        var party = new Party(world);
        var here = world.community("滨江");
        var committee = party.committee("滨江社区党委", here);
        var first = party.branch("第一党支部", committee);
        var second = party.branch("第二党支部", committee);
        var clerk = world.district().clerk();
        register(clerk, Party.form("王一", 1, first));
        var other = register(clerk, Party.form("李二", 3, second));
        var secretary = party.secretary(first, here);

        var list = secretary.get("/api/members").is(200);

        assertThat(list.items("/name")).containsExactly("王*");
        assertThat(list.number("/total")).isEqualTo(1);
        secretary.get("/api/members/{id}", other).is(404);
        secretary.get("/api/members?organization={id}", second.id()).is(404);
        secretary
                .post("/api/members/{id}/reveals", Map.of("field", "PHONE", "reason", "联系开会"), other)
                .is(404);
        var same = Party.form("李二", 3, first);
        secretary.post("/api/members", same).is(409).problem("person.identity");
        assertThat(secretary.post("/api/members", same).text()).doesNotContain("第二党支部");
    }

    @Test
    void anotherDistrictAndAnotherCommunitySeeNothing(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var id = register(world.district().clerk(), Party.form("王一", 1, branch));

        for (var stranger : List.of(
                world.neighbour().district().clerk(), world.community("东湖").clerk())) {
            assertThat(stranger.get("/api/members").is(200).items()).isEmpty();
            stranger.get("/api/members/{id}", id).is(404);
        }
        world.community("滨江").clerk().get("/api/members/{id}", id).is(200);
        world.visitor().get("/api/members").is(401);
        world.community("滨江").resident().get("/api/members").is(403);
    }

    @Test
    void membersAreFoundByPartOfTheNameAndByExactNumbers(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        register(clerk, Party.form("欧阳小明", 1, branch));
        register(clerk, Party.form("王小", 3, branch));

        assertThat(clerk.get("/api/members?q=阳小").items("/name")).containsExactly("欧阳*明");
        assertThat(clerk.get("/api/members?q=小").items()).hasSize(2);
        assertThat(clerk.get("/api/members?q=大").number("/total")).isZero();
        assertThat(clerk.get("/api/members?phone=13800000003").items("/name")).containsExactly("王*");
        assertThat(clerk.get("/api/members?phone=1380000000").is(422).text()).doesNotContain("1380000000");
        assertThat(clerk.get("/api/members?identity={n}", Party.identity(1)).items("/name"))
                .containsExactly("欧阳*明");
    }

    @Test
    void pagesFollowEachOtherWithoutGapAndCostNoStatementMore(World world) {
        var party = new Party(world);
        var branch = party.branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        for (var i = 0; i < 7; i++) {
            register(clerk, Party.form("王" + "一二三四五六七".charAt(i), 2 * i + 1, branch));
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = clerk.get("/api/members?limit=3" + next).is(200);
            seen.addAll(page.items("/id"));
            next = page.json("/next").isNull() ? "" : "&after=" + page.text("/next");
        } while (!next.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(statements(clerk, 7)).isEqualTo(statements(clerk, 1)).isLessThanOrEqualTo(4);
    }

    /// Without those that look the session up again.
    private static int statements(Person clerk, int limit) {
        return clerk.statements("/api/members?limit={n}", limit);
    }

    @Test
    void aStalePageChangesNothing(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        var form = Party.form("王一", 1, branch);
        var id = register(clerk, form);
        form.put("workUnit", "第一小学");
        clerk.putAt(1, "/api/members/{id}", form, id).is(200);
        form.put("workUnit", "第二小学");
        clerk.putAt(1, "/api/members/{id}", form, id).is(412);
        clerk.put("/api/members/{id}", form, id).is(428);
        assertThat(clerk.get("/api/members/{id}", id).text("/workUnit")).isEqualTo("第一小学");
    }

    @Test
    @Tag("IDN-13")
    @Tag("IDN-15")
    void anExportIsMaskedAndStandsInTheJournal(World world) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        register(clerk, Party.form("王小明", 1, branch));
        register(clerk, Party.form("李四", 3, branch));

        var sheet = SheetOf.cells(
                clerk.get("/api/members/export?status=FULL").is(200).bytes());

        assertThat(sheet.get(0)).startsWith("姓名", "性别", "年龄", "所在党支部");
        assertThat(sheet.subList(1, sheet.size()).stream()
                        .map(row -> row.get(0))
                        .toList())
                .containsExactlyInAnyOrder("王*明", "李*");
        assertThat(sheet.toString()).doesNotContain("13800000001").contains("138****0001");
        var written = world.inside(() -> world.bean(Journal.class)
                .audit(
                        Scope.jurisdiction(world.jurisdiction()),
                        new Journal.Filter(null, null, clerk.account(), "members-exported", null, null),
                        new Paging(null, 5)));
        assertThat(written.items()).hasSize(1);
        assertThat(written.items().getFirst().payload().toString()).contains("\"count\":2", "status=FULL");
        clerk.get("/api/members/export").is(200);
        clerk.get("/api/members/export").is(200);
        clerk.get("/api/members/export").is(429).problem("export.often");
    }

    private static Id register(Person clerk, Map<String, Object> form) {
        return clerk.post("/api/members", form).is(201).id();
    }

    private static Map<String, Long> count(World world, String path) {
        return world.inside(() -> world.bean(Tally.class)
                .statesByPath(Scope.jurisdiction(world.jurisdiction()), "member", List.of(path))
                .getOrDefault(path, Map.of()));
    }

    /// The person behind the account is the member.
    private static void own(World world, Person resident, Id member) {
        world.server()
                .owner()
                .execute(
                        "UPDATE identity.account SET person = ? WHERE id = ?",
                        member.value(),
                        resident.account().value());
    }
}
