package lianlin.organization;

import static lianlin.organization.Founding.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/// The tree of organizations: founding, reading by scope, moving subtrees, relations, dissolving, export.
/// Organizations as lists, as a sheet and as teams.
@ServerTest
class OrganizationListTest {
    @Test
    void aListCostsTheSameStatementsForManyRows(World world) {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        found(clerk, root, "BRANCH", "支部", world.district());
        var few = statements(clerk, "/api/organizations?limit=100");
        var fewOfTree = statements(clerk, "/api/organizations/tree?parent=" + root);
        for (var i = 0; i < 30; i++) {
            found(clerk, root, "BRANCH", "支部" + i, world.district());
        }

        assertThat(statements(clerk, "/api/organizations?limit=100")).isLessThanOrEqualTo(few);
        assertThat(statements(clerk, "/api/organizations/tree?parent=" + root)).isLessThanOrEqualTo(fewOfTree);
    }

    /// What a list costs once session and roles are remembered.
    private static int statements(Person by, String path) {
        return by.statements(path);
    }

    @Test
    void anExportIsASheetInWhichNothingIsAFormula(World world) throws IOException {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "=HYPERLINK(\"http://x\")", world.district());
        found(clerk, root, "BRANCH", "支部", world.district());
        var file = clerk.get("/api/organizations/export").is(200);

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("组织名称");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("'=HYPERLINK(\"http://x\")");
        }
        assertThat(file.header("Content-Length")).isEqualTo(String.valueOf(file.bytes().length));
        world.community("培德社区")
                .person("COMMUNITY_CLERK")
                .get("/api/organizations/export")
                .is(403);
    }

    @Test
    void aTeamKnowsItsPeople(World world) {
        var community = world.community("培德社区");
        var secretary = world.district().clerk();
        var root = found(secretary, null, "COMMITTEE", "区委", world.district());
        var team = found(secretary, root, "VOLUNTEER_TEAM", "红马甲服务队", community);

        secretary
                .post("/api/teams/{id}/members", Map.of("name", "赵一", "leads", true), team)
                .is(201);
        var account = community.resident().account();
        var both = secretary
                .post("/api/teams/{id}/members", Map.of("account", account, "leads", false), team)
                .is(201);
        assertThat(both.items()).hasSize(2);
        secretary
                .post("/api/teams/{id}/members", Map.of("account", account, "leads", false), team)
                .is(409)
                .problem("team.member.twice");
        var list = community.secretary().get("/api/teams").is(200);
        assertThat(list.text("/items/0/leader")).isEqualTo("赵一");
        assertThat(list.number("/items/0/members")).isEqualTo(2);
        world.community("升平社区")
                .secretary()
                .get("/api/teams/{id}/members", team)
                .is(404)
                .problem("team.absent");
    }
}
