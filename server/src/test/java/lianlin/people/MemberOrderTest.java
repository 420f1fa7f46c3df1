package lianlin.people;

import static lianlin.people.sql.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lianlin.testing.Person;
import lianlin.testing.Plans;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The orders in which members are listed.
@ServerTest
class MemberOrderTest {
    @Test
    void membersStandByTheirPinyinOrByTheDayOfJoiningAcrossBranches(World world) {
        var community = world.community("滨江");
        var party = new Party(world);
        var committee = party.committee("社区党委", community);
        var one = party.branch("第一党支部", committee);
        var two = party.branch("第二党支部", committee);
        var clerk = world.district().clerk();
        enrol(clerk, world, "赵一", one, "2010-01-01");
        enrol(clerk, world, "陈二", two, "2020-01-01");
        enrol(clerk, world, "王三", one, "2015-01-01");
        enrol(clerk, world, "白四", two, "2001-01-01");

        assertThat(families(clerk, "NAME")).containsExactly("白", "陈", "王", "赵");
        assertThat(families(clerk, "NAME_DOWN")).containsExactly("赵", "王", "陈", "白");
        assertThat(families(clerk, "JOINED")).containsExactly("白", "赵", "王", "陈");
        assertThat(families(clerk, "JOINED_DOWN")).containsExactly("陈", "王", "赵", "白");
    }

    @ParameterizedTest
    @EnumSource(MemberOrder.class)
    void everyOrderIsServedByAnIndex(MemberOrder order, World world) {
        assertThat(Plans.of(world, MEMBER, MEMBER.JURISDICTION, order.falls(), order.fields()))
                .contains("Index")
                .doesNotContain("Sort Key", "Seq Scan");
    }

    private static void enrol(Person clerk, World world, String name, Party.Org branch, String joined) {
        var form = new java.util.HashMap<>(Party.form(name, world.number(), branch));
        form.put("joinedOn", joined);
        clerk.post("/api/members", form).is(201);
    }

    /// The first signs of the names, two on a page.
    private static List<String> families(Person by, String sort) {
        var found = new ArrayList<String>();
        var after = "";
        while (true) {
            var page = by.get("/api/members?limit=2&sort=" + sort + after).is(200);
            page.items("/name").forEach(name -> found.add(name.substring(0, 1)));
            if (!page.json().hasNonNull("next")) {
                return found;
            }
            after = "&after=" + page.text("/next");
        }
    }
}
