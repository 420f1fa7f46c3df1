package lianlin.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import lianlin.testing.Answer;
import lianlin.testing.Importing;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Organizations come in from a sheet, in any order, and members after them.
@ServerTest
class OrganizationImportTest {
    private static final String HEAD = "组织名称,组织类型,上级组织,所在区划,统一社会信用代码\n";

    @Test
    @Tag("EXC-03")
    @Tag("ORG-01")
    void aTreeComesInInAnyOrderAndMembersAfterIt(World world) {
        open(world);
        var clerk = world.district().clerk();
        var sheet = HEAD + "第一党支部,党支部,培德社区党委,东街街道培德社区,\n"
                + "培德社区党委,党委,东街街道党工委,培德社区,91440604MA4UJ0013Y\n"
                + "东街街道党工委,党工委,,东街街道,\n"
                + "第二党支部,党支部,培德社区党委," + world.community("培德社区").code() + ",\n";

        var checked = settled(clerk, upload(clerk, "organizations", sheet));
        assertThat(checked.number("/bad")).as(problems(clerk, checked)).isZero();
        confirm(clerk, checked);

        var tree = clerk.get("/api/organizations/tree").is(200);
        assertThat(tree.items("/name")).containsExactly("东街街道党工委");
        var below = clerk.get("/api/organizations?q=第一党支部").is(200);
        assertThat(below.items("/parent/name")).containsExactly("培德社区党委");

        var members = "姓名,身份证号,所在支部,党员类型,入党时间\n"
                + "王一," + Party.identity(1) + ",第一党支部,正式,2005.7.1\n"
                + "王二," + Party.identity(3) + ",第二党支部,预备党员,2025年7月1日\n";
        confirm(clerk, settled(clerk, upload(clerk, "members", members)));

        assertThat(clerk.get("/api/members").number("/total")).isEqualTo(2);
        assertThat(clerk.get("/api/organizations/{id}", tree.items("/id").getFirst())
                        .number("/counts/members"))
                .isEqualTo(2);
        assertThat(world.community("培德社区").clerk().get("/api/members").number("/total"))
                .isEqualTo(2);
    }

    @Test
    @Tag("EXC-03")
    @Tag("IDN-02")
    void whatIsWrongWithOrganizationsIsNamed(World world) {
        open(world);
        var clerk = world.district().clerk();
        confirm(clerk, settled(clerk, upload(clerk, "organizations", HEAD + "区委,党委,,培德社区,91350100M000100Y43\n")));
        var sheet = HEAD + "甲,党委,区委,培德社区,91440604MA4UJ0013W\n"
                + "乙,党委,没有的组织,培德社区,\n"
                + "丙,党委,丁,培德社区,\n"
                + "丁,党委,丙,培德社区,\n"
                + "戊,党小组,区委,培德社区,\n"
                + "己,党支部,戊,培德社区,\n"
                + "庚,党支部,区委,培得社区,\n"
                + "辛,支部,区委,培德社区,\n"
                + "壬,党支部,区委,培德社区,91350100M000100Y43\n"
                + "癸,党支部,区委,培德社区,\n"
                + "癸,党支部,区委,培德社区,\n"
                + "区委,党委,,培德社区,\n";

        var checked = settled(clerk, upload(clerk, "organizations", sheet));

        var rows = clerk.get("/api/imports/{id}/rows?limit=50", checked.id()).is(200);
        assertThat(rows.items().stream()
                        .map(row ->
                                row.at("/row").asInt() + " " + row.at("/code").asString())
                        .toList())
                .containsExactly(
                        "2 credit-code.check-digit",
                        "3 sheet.parent",
                        "4 sheet.parent-circle",
                        "5 sheet.parent-circle",
                        "7 sheet.parent-kind",
                        "8 sheet.area-near",
                        "9 sheet.choice-near",
                        "10 sheet.there",
                        "12 sheet.twice",
                        "13 sheet.there");
        assertThat(checked.number("/good")).isEqualTo(2);
    }

    @Test
    @Tag("EXC-03")
    void aCommunityCannotImportIntoItsNeighbour(World world) {
        open(world);
        var secretary = world.community("培德社区").secretary();
        var sheet = HEAD + "甲,党委,,培德社区,\n乙,党委,,东湖社区,\n";

        var checked = settled(secretary, upload(secretary, "organizations", sheet));

        assertThat(checked.number("/good")).isEqualTo(1);
        assertThat(secretary.get("/api/imports/{id}/rows", checked.id()).items("/row"))
                .containsExactly("3");
        world.community("培德社区")
                .clerk()
                .get("/api/imports/templates/organizations")
                .is(403);
        secretary.get("/api/imports/templates/organizations").is(200);
    }

    private static void open(World world) {
        world.community("东街街道", "培德社区");
        world.community("东街街道", "东湖社区");
    }

    private static Answer upload(Person by, String kind, String csv) {
        return by.call("POST", "/api/imports/" + kind + "?name=a.csv")
                .bytes("text/csv", csv.getBytes(StandardCharsets.UTF_8))
                .send()
                .is(201);
    }

    private static String problems(Person by, Answer batch) {
        return by.get("/api/imports/{id}/rows", batch.id()).text();
    }

    private static void confirm(Person by, Answer checked) {
        Importing.move(by, checked, "CONFIRMED", false).is(200);
        assertThat(settled(by, checked).text("/state")).isEqualTo("APPLIED");
    }

    private static Answer settled(Person by, Answer batch) {
        return Importing.settled(by, batch.id());
    }
}
