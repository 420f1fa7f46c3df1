package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lianlin.kernel.crypto.TreeHash;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What the auditor reads (IDN-15).
@ServerTest
class JournalTest {
    @Test
    @Tag("IDN-15")
    void aChangeIsReadWithWhoWhatUnderWhichPostAndFromWhere(World world) {
        var admin = world.securityAdmin();
        var account = open(world, admin);

        var rows = world.auditAdmin().get("/api/journal?kind=account-opened").is(200);

        assertThat(rows.items("/subjectId")).containsExactly(account);
        var row = rows.items().getFirst();
        assertThat(row.at("/actor/name").asString()).isEqualTo(admin.name());
        assertThat(row.at("/post").asString()).isEqualTo("测试区 · 安全管理员");
        assertThat(row.at("/kind/label").asString()).isEqualTo("开设账号");
        assertThat(row.at("/to").asString()).isEqualTo("INVITED");
        assertThat(row.at("/address").asString()).isEqualTo("127.0.0.1");
        assertThat(row.at("/request").asString()).hasSize(13);
    }

    @Test
    @Tag("IDN-15")
    void theJournalIsFilteredByThingActorKindAndTime(World world) {
        var admin = world.securityAdmin();
        var account = open(world, admin);
        open(world, world.securityAdmin());
        admin.putAt(1, "/api/accounts/{id}/state", Map.of("state", "DISABLED"), account)
                .is(200);
        var audit = world.auditAdmin();

        assertThat(audit.get("/api/journal").is(200).items()).hasSize(3);
        assertThat(audit.get("/api/journal?subjectId={id}", account).items("/kind/code"))
                .containsExactly("account-moved", "account-opened");
        assertThat(audit.get("/api/journal?actor={id}", admin.account()).items())
                .hasSize(2);
        assertThat(audit.get("/api/journal?kind=account-moved").items()).hasSize(1);
        assertThat(audit.get("/api/journal?to=2020-01-01T00:00:00Z").items()).isEmpty();
        assertThat(audit.get("/api/journal?from=2020-01-01T00:00:00%2B08:00").items())
                .hasSize(3);
        assertThat(audit.get("/api/journal?limit=2").json("/next").isNull()).isFalse();
    }

    @Test
    @Tag("IDN-15")
    void aRowComesWithTheProofThatItIsSealed(World world) {
        open(world, world.securityAdmin());
        world.catchUp();
        var audit = world.auditAdmin();
        var id = audit.get("/api/journal").items("/id").getFirst();

        var row = audit.get("/api/journal/{id}", id).is(200);

        var proof = row.json("/proof");
        var way = new JsonMapper().treeToValue(proof.path("way"), TreeHash.Proof.class);
        var bytes = java.util.HexFormat.of();
        assertThat(TreeHash.verify(
                        bytes.parseHex(proof.path("row").asString()),
                        way,
                        bytes.parseHex(proof.path("root").asString())))
                .isTrue();
        var seals = audit.get("/api/journal/seals?limit=200").is(200);
        assertThat(seals.items("/root")).contains(proof.path("root").asString());
        assertThat(row.json("/payload").isObject()).isTrue();
    }

    @Test
    @Tag("IDN-15")
    void theAuditorVerifiesTheWholeJournalAndThatIsWrittenDownToo(World world) {
        open(world, world.securityAdmin());
        world.catchUp();
        var audit = world.auditAdmin();

        var verdict = audit.post("/api/journal/verification", null).is(200);

        assertThat(verdict.json("/ok").asBoolean()).as(verdict.text()).isTrue();
        assertThat(verdict.number("/rows")).isPositive();
        assertThat(audit.get("/api/journal?kind=journal-verified").items()).hasSize(1);
    }

    @Test
    void onlyTheAuditorReadsAndOnlyHisDistrict(World world) {
        var admin = world.securityAdmin();
        open(world, admin);
        var foreign = world.neighbour().auditAdmin();
        var id = world.auditAdmin().get("/api/journal").items("/id").getFirst();

        assertThat(foreign.get("/api/journal").is(200).items()).isEmpty();
        foreign.get("/api/journal/{id}", id).is(404).problem("journal.absent");
        for (var other : new Person[] {
            admin,
            world.systemAdmin(),
            world.district().clerk(),
            world.district().leader()
        }) {
            other.get("/api/journal").is(403);
            other.get("/api/journal/{id}", id).is(403);
            other.post("/api/journal/verification", null).is(403);
        }
        world.visitor().get("/api/journal").is(401);
    }

    private static String open(World world, Person admin) {
        return admin.post("/api/accounts", Map.of("name", "李梅", "login", "journal." + world.number()))
                .is(201)
                .text("/account/id");
    }
}
