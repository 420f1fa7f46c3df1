package lianlin.territory.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import lianlin.testing.Answer;
import lianlin.testing.AtOnce;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pieces of green that members look after.
@ServerTest
@Tag("TER-15")
class SectionTest {
    @Test
    void aSectionIsClaimedConfirmedWorkedInCheckedAndGivenBack(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var member = community.person("FULL_MEMBER");
        var section = cut(clerk, community, "滨江路东段");

        var claimed = member.post("/api/sections/{id}/claim", null, section).is(200);
        assertThat(claimed.text("/line/state/code")).isEqualTo("CLAIMED");
        assertThat(claimed.text("/line/holder")).isEqualTo(member.name());
        world.catchUp();
        assertThat(clerk.get("/api/messages").items("/title")).contains("有人认领责任区");

        clerk.postAt(2, "/api/sections/{id}/confirmation", null, section).is(200);
        world.catchUp();
        assertThat(member.get("/api/messages").items("/title")).contains("责任区归您管护");

        member.post("/api/sections/{id}/entries", Map.of("note", "捡了落叶", "minutes", 30), section)
                .is(200);
        clerk.post("/api/sections/{id}/checks", Map.of("verdict", "TO_MEND"), section)
                .is(422)
                .problem("section.mend");
        clerk.post("/api/sections/{id}/checks", Map.of("verdict", "TO_MEND", "note", "花池有杂物"), section)
                .is(200);
        world.catchUp();
        assertThat(member.get("/api/messages").items("/title")).contains("责任区有处要整改");
        assertThat(clerk.get("/api/sections?mend=true").items("/name")).containsExactly("滨江路东段");

        var seen = member.get("/api/sections/{id}", section).is(200);
        assertThat(seen.json("/entries")).hasSize(2);
        assertThat(seen.text("/entries/0/note")).isEqualTo("花池有杂物");
        assertThat(does(seen)).containsExactly("WORK", "RELEASE");

        member.postAt(5, "/api/sections/{id}/release", Map.of(), section)
                .is(422)
                .problem("section.reason");
        var freed = member.postAt(5, "/api/sections/{id}/release", Map.of("reason", "要出远门"), section)
                .is(200);
        assertThat(freed.text("/line/state/code")).isEqualTo("RELEASED");
        var history = clerk.get("/api/sections/{id}", section).is(200);
        assertThat(history.text("/holders/0/reason")).isEqualTo("要出远门");
        assertThat(history.text("/holders/0/ending/code")).isEqualTo("GIVEN_BACK");
        community
                .person("FULL_MEMBER")
                .post("/api/sections/{id}/claim", null, section)
                .is(200);
    }

    @Test
    void ofManyWhoClaimAtOnceOneHasIt(World world) throws InterruptedException {
        var community = world.community("滨江");
        var section = cut(community.clerk(), community, "滨江路东段");
        var members = IntStream.range(0, 30)
                .mapToObj(each -> community.person("FULL_MEMBER"))
                .toList();
        members.forEach(Person::session);

        var statuses = AtOnce.statuses(
                members.size(), number -> members.get(number).post("/api/sections/{id}/claim", null, section));

        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        // whoever waits too long for a connection is told to come again
        assertThat(statuses).isSubsetOf(200, 409, 503).contains(409);
        assertThat(members.stream()
                        .filter(member -> member.get("/api/sections?mine=true")
                                .items("/id")
                                .contains(section)))
                .hasSize(1);
    }

    @Test
    void theTableItselfKeepsOneHolderAtATime(World world) {
        var community = world.community("滨江");
        var section = cut(community.clerk(), community, "滨江路东段");
        community
                .person("FULL_MEMBER")
                .post("/api/sections/{id}/claim", null, section)
                .is(200);

        assertThatThrownBy(() -> world.server().owner().execute("""
                                INSERT INTO territory.section_holding (jurisdiction, id, section, name, claimed)
                                SELECT jurisdiction, id + 1, section, '王芳', claimed
                                  FROM territory.section_holding WHERE jurisdiction = ?
                                """, world.jurisdiction()))
                .hasMessageContaining("section_held");
    }

    @Test
    void aClaimCanBeWithdrawnOrDeclinedAndIsThenAsIfItHadNotBeen(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var member = community.person("FULL_MEMBER");
        var section = cut(clerk, community, "滨江路东段");

        member.post("/api/sections/{id}/claim", null, section).is(200);
        var withdrawn = member.postAt(2, "/api/sections/{id}/release", Map.of(), section);
        assertThat(withdrawn.is(200).text("/line/state/code")).isEqualTo("OPEN");
        member.post("/api/sections/{id}/claim", null, section).is(200);
        clerk.postAt(4, "/api/sections/{id}/release", Map.of(), section).is(422);
        var declined = clerk.postAt(4, "/api/sections/{id}/release", Map.of("reason", "已有保洁"), section);
        assertThat(declined.is(200).text("/line/state/code")).isEqualTo("OPEN");
        world.catchUp();
        assertThat(member.get("/api/messages").items("/title")).contains("认领未确认");
        clerk.postAt(5, "/api/sections/{id}/confirmation", null, section)
                .is(409)
                .problem("section.move");
    }

    @Test
    void theCommunityEntersAMemberWithOrWithoutAnAccount(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var member = community.person("FULL_MEMBER");
        var first = cut(clerk, community, "一号楼道");
        var second = cut(clerk, community, "二号楼道");

        assertThat(clerk.get("/api/sections/{id}/members", first).is(200).items("/name"))
                .contains(member.name());
        clerk.post("/api/sections/{id}/holder", Map.of("account", member.account()), first)
                .is(200);
        assertThat(member.get("/api/sections?mine=true").items("/name")).containsExactly("一号楼道");
        var resident = community.resident().account();
        clerk.post("/api/sections/{id}/holder", Map.of("account", resident), second)
                .is(422)
                .problem("section.account");
        var byName = clerk.post("/api/sections/{id}/holder", Map.of("name", "老党员"), second)
                .is(200);
        assertThat(byName.text("/line/state/code")).isEqualTo("ACTIVE");
        assertThat(does(byName)).contains("WORK");
        clerk.post("/api/sections/{id}/entries", Map.of("note", "打扫了楼梯"), second)
                .is(200);
        clerk.post("/api/sections/{id}/entries", Map.of("note", "打扫了楼梯"), first).is(403);
    }

    @Test
    void membersReadOfOthersTheFamilyNameAloneAndResidentsNothing(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var section = cut(clerk, community, "滨江路东段");
        var member = community.person("FULL_MEMBER");
        var other = community.person("FULL_MEMBER");
        member.post("/api/sections/{id}/claim", null, section).is(200);
        clerk.postAt(2, "/api/sections/{id}/confirmation", null, section).is(200);
        member.post("/api/sections/{id}/entries", Map.of("note", "捡了落叶"), section)
                .is(200);

        var seen = other.get("/api/sections/{id}", section).is(200);
        assertThat(seen.text()).doesNotContain(member.name(), "捡了落叶");
        assertThat(seen.text("/line/holder")).contains("*");
        assertThat(does(seen)).isEmpty();
        other.post("/api/sections/{id}/entries", Map.of("note", "捡了落叶"), section)
                .is(403);
        other.postAt(4, "/api/sections/{id}/release", Map.of("reason", "换我来"), section)
                .is(403);
        community.resident().get("/api/sections").is(403);
        world.community("东湖")
                .person("FULL_MEMBER")
                .get("/api/sections/{id}", section)
                .is(404);
    }

    @Test
    void countsFollowEveryStepAndEachStreetSeesItsOwn(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var member = community.person("FULL_MEMBER");
        var first = cut(clerk, community, "一段");
        cut(clerk, community, "二段");
        member.post("/api/sections/{id}/claim", null, first).is(200);

        var counts = world.street("东街街道").clerk().get("/api/sections/counts").is(200);
        assertThat(counts.json("/total").asInt()).isEqualTo(2);
        assertThat(counts.json("/states/0/count").asInt()).isEqualTo(1);
        assertThat(counts.json("/states/1/count").asInt()).isEqualTo(1);
        assertThat(world.street("西街街道")
                        .clerk()
                        .get("/api/sections/counts")
                        .json("/total")
                        .asInt())
                .isZero();
        clerk.post("/api/sections", form(community, "一段")).is(409).problem("section.name");
    }

    @Test
    void aListCostsTheSameForAnyNumberOfSections(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        cut(clerk, community, "一段");
        var cost = clerk.statements("/api/sections");
        IntStream.range(2, 12).forEach(each -> cut(clerk, community, each + "段"));

        assertThat(clerk.statements("/api/sections")).isEqualTo(cost);
    }

    @Test
    void everyStateSaysWhereItLeads() {
        var moves = Arrays.stream(DutySection.State.values())
                .flatMap(from -> Arrays.stream(DutySection.State.values())
                        .filter(from::allows)
                        .map(to -> from + " " + to))
                .toList();

        assertThat(moves)
                .containsExactly(
                        "OPEN CLAIMED",
                        "CLAIMED OPEN",
                        "CLAIMED ACTIVE",
                        "CLAIMED RELEASED",
                        "ACTIVE RELEASED",
                        "RELEASED CLAIMED");
    }

    private static String cut(Person clerk, Locality community, String name) {
        return clerk.post("/api/sections", form(community, name)).is(201).text("/id");
    }

    private static Map<String, Object> form(Locality community, String name) {
        return Map.of(
                "area",
                community.code(),
                "name",
                name,
                "kind",
                "GREEN",
                "description",
                "滨江路从东门到西门的绿化带",
                "plan",
                "每周六上午捡拾垃圾");
    }

    private static List<String> does(Answer section) {
        return StreamSupport.stream(section.json("/does").spliterator(), false)
                .map(act -> act.asString())
                .toList();
    }
}
