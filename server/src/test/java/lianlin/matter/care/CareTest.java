package lianlin.matter.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Scope;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Helper and household: consent, visits, alarms, end.
@ServerTest
@Tag("SRV-05")
class CareTest {
    @Test
    void nothingIsPlannedBeforeTheHouseholdHasAgreed(World world) {
        var story = new CareStory(world);
        var pair = story.proposed();
        var plan = story.plan(world.today().toString());

        story.clerk.putAt(1, "/api/care-pairs/{id}/plan", plan, pair).is(409).problem("care.consent");
        var agreed = story.clerk.postAt(1, "/api/care-pairs/{id}/consent", Map.of("how", "SIGNATURE"), pair);

        assertThat(agreed.is(200).text("/consent/how/code")).isEqualTo("SIGNATURE");
        assertThat(agreed.text("/consent/notedBy")).isEqualTo(story.clerk.name());
        story.clerk.putAt(2, "/api/care-pairs/{id}/plan", plan, pair).is(200);
        assertThat(story.told(story.household)).contains("结对探访定下来了");
    }

    @Test
    @Tag("SRV-04")
    void theTierRatesTheServiceAndNobodyElse(World world) {
        var story = new CareStory(world);
        var seen = story.seen(story.helper, story.visited()).is(200);

        assertThat(seen.text("/tier/label")).isEqualTo("四星服务");
        assertThat(seen.text()).doesNotContain("score", "risk");
    }

    @Test
    void aVisitIsWrittenDownAndTheNextDayFollowsFromThePlan(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        var due = LocalDate.parse(story.next(pair));

        var told = Map.of("kind", "DOOR", "minutes", 40, "done", "量了血压", "next", "要换一个灯泡");
        var after = story.helper
                .postAt(3, "/api/care-pairs/{id}/visits", told, pair)
                .is(200);

        assertThat(after.text("/visits/0/result/code")).isEqualTo("DONE");
        assertThat(after.text("/visits/0/done")).isEqualTo("量了血压");
        assertThat(LocalDate.parse(after.text("/line/next"))).isAfter(due).isBefore(due.plusDays(11));
        var inside = world.inside(() -> world.db()
                .resultQuery("SELECT count(*) FROM matter.care_visit WHERE encode(done, 'escape') LIKE '%血压%'")
                .fetchSingle(0, int.class));
        assertThat(inside).isZero();
    }

    @Test
    void onlyTheTeamTheCommunityAndTheHouseholdSeeAPair(World world) {
        var story = new CareStory(world);
        var pair = story.visited();

        for (var sees :
                List.of(story.clerk, story.community.secretary(), story.team.leader(), story.helper, story.household)) {
            assertThat(story.seen(sees, pair).is(200).text("/line/name")).isNotEqualTo(story.household.name());
            assertThat(sees.get("/api/care-pairs").is(200).items()).hasSize(1);
        }
        for (var blind : List.of(
                story.mate,
                story.community.resident(),
                world.community("东湖").clerk(),
                world.neighbour().community("南湖").clerk())) {
            story.seen(blind, pair).is(404).problem("care-pair.absent");
            assertThat(blind.get("/api/care-pairs").is(200).items()).isEmpty();
        }
        for (var above :
                List.of(world.street("东街街道").clerk(), world.district().clerk(), story.community.gridWorker())) {
            story.seen(above, pair).is(403);
            above.get("/api/care-pairs").is(403);
        }
    }

    @Test
    void aStreetSeesNumbersAndNoHouseholdWhateverItsRoleIsGiven(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        var street = world.street("东街街道");
        var curious = street.person(world.role(
                Scope.Reach.AREA, "care.read", "care.edit", "care.visit", "care.lead", "care.count", "area.read"));

        assertThat(curious.get("/api/care-pairs").is(200).items()).isEmpty();
        assertThat(curious.get("/api/care-pairs/counts").is(200).number("/total"))
                .isZero();
        story.seen(curious, pair).is(404);
        curious.post("/api/care-pairs", story.wish()).is(403).problem("care.community");
        curious.post("/api/care-pairs/{id}/withdrawal", Map.of(), pair).is(404);
        curious.post("/api/care-pairs/{id}/contact", Map.of("reason", "看看"), pair)
                .is(404);

        var summary = street.clerk().get("/api/care-pairs/summary").is(200);
        assertThat(summary.number("/below/0/running")).isEqualTo(1);
        assertThat(summary.text()).doesNotContain(pair.toString(), story.helper.name(), "LIVING_ALONE");
    }

    @Test
    void aVisitThatNobodyWritesDownAlarmsTheHelperThenTheCommunity(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        var due = LocalDate.parse(story.next(pair));
        var late = "有一次探访没有记录";
        var missed = "有一户没有按时探访";

        world.later(Duration.ofDays(due.toEpochDay() - world.today().toEpochDay() + 1));
        story.alarms();
        assertThat(story.told(story.helper)).doesNotContain(late);

        world.later(Duration.ofDays(1));
        story.alarms();
        story.alarms();
        assertThat(story.told(story.helper)).containsOnlyOnce(late);
        assertThat(story.told(story.clerk)).doesNotContain(missed);
        assertThat(story.seen(story.helper, pair).text("/line/lamp")).isEqualTo("RED");

        world.later(Duration.ofDays(2));
        story.alarms();
        assertThat(story.told(story.clerk)).containsOnlyOnce(missed);
        assertThat(story.told(story.team.leader())).containsOnlyOnce(missed);
        assertThat(story.told(story.mate)).doesNotContain(missed);
        assertThat(story.seen(story.clerk, pair).text("/visits/0/result/code")).isEqualTo("MISSED");
        assertThat(story.clerk.get("/api/me/reminders").text()).contains("care-late");

        // the visit after all: it was the missed one's
        var seen = story.seen(story.helper, pair);
        var again = story.helper
                .postAt(
                        seen.number("/version"),
                        "/api/care-pairs/{id}/visits",
                        Map.of("kind", "PHONE", "minutes", 5),
                        pair)
                .is(200);
        assertThat(again.text("/line/lamp")).isNotEqualTo("RED");
        assertThat(again.text("/visits/0/result/code")).isEqualTo("DONE");
        assertThat(again.json("/visits")).hasSize(1);
    }

    @Test
    void aVisitIsPutOffUntilTheDayOfTheNextOne(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        var to = LocalDate.parse(story.next(pair)).plusDays(2);
        var far = Map.of("to", to.plusDays(20).toString(), "reason", "WEATHER");

        story.helper
                .postAt(3, "/api/care-pairs/{id}/postponement", far, pair)
                .is(422)
                .problem("care.postpone");
        story.helper
                .postAt(3, "/api/care-pairs/{id}/postponement", Map.of("to", to, "reason", "HOUSEHOLD_WISH"), pair)
                .is(200);

        assertThat(story.next(pair)).isEqualTo(to.toString());
        assertThat(story.told(story.household)).contains("探访改期");
    }

    @Test
    @Tag("IDN-13")
    void theHouseholdWithdrawsAtAnyTimeAndNothingOfItIsLeft(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        story.helper
                .postAt(3, "/api/care-pairs/{id}/visits", Map.of("kind", "DOOR", "minutes", 40, "done", "量了血压"), pair)
                .is(200);

        story.household.post("/api/care-pairs/{id}/withdrawal", Map.of(), pair).is(204);

        var seen = story.seen(story.clerk, pair).is(200);
        assertThat(seen.text("/line/state/code")).isEqualTo("ENDED");
        assertThat(seen.text()).doesNotContain("量了血压", "LIVING_ALONE");
        story.clerk
                .post("/api/care-pairs/{id}/contact", Map.of("reason", "回访"), pair)
                .is(403);
        story.seen(story.household, pair).is(404);
        assertThat(story.told(story.clerk)).contains("一户家庭撤回了同意");
        assertThat(story.told(story.helper)).contains("一户家庭撤回了同意");
        var left = world.inside(() -> world.db()
                .resultQuery("SELECT count(*) FROM matter.care_pair WHERE contact_name IS NOT NULL"
                        + " OR contact_phone IS NOT NULL OR address IS NOT NULL OR shown_name <> ''")
                .fetchSingle(0, int.class));
        assertThat(left).isZero();
    }

    @Test
    @Tag("SRV-06")
    void whatIsNeededNextBecomesAnOrderForTheHousehold(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        var order = story.helper
                .post(
                        "/api/care-pairs/{id}/orders",
                        Map.of("title", "换楼道灯", "category", "REPAIR", "consent", "VOICE"),
                        pair)
                .is(201);

        var placed =
                story.clerk.get("/api/service-orders/{id}", order.text("/id")).is(200);
        assertThat(placed.text("/kind/code")).isEqualTo("CARE_PLAN");
        assertThat(placed.text("/consent/code")).isEqualTo("VOICE");
        story.household.get("/api/service-orders/{id}", order.text("/id")).is(200);
    }

    @Test
    void whoStandsInSeesThePairOnlyAsLongAsHeDoes(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        var days = Map.of(
                "account",
                story.mate.account(),
                "from",
                world.today().toString(),
                "until",
                world.today().plusDays(3).toString());
        story.helper.putAt(3, "/api/care-pairs/{id}/stand-in", days, pair).is(200);

        story.seen(story.mate, pair).is(200);
        story.mate
                .post("/api/care-pairs/{id}/contact", Map.of("reason", ""), pair)
                .is(200);
        assertThat(story.household.get("/api/me/looks").is(200).items("/who")).containsExactly(story.mate.name());

        world.later(Duration.ofDays(4));
        story.seen(story.mate, pair).is(404);
    }

    @Test
    void theCommunitySeesThePhoneOnlyWithAReasonAndIsWrittenDown(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        story.clerk
                .post("/api/care-pairs/{id}/contact", Map.of("reason", " "), pair)
                .is(422)
                .problem("reveal.reason");
        var contact = story.clerk.post("/api/care-pairs/{id}/contact", Map.of("reason", "核实情况"), pair);

        assertThat(contact.is(200).text("/phone")).isEqualTo(story.household.phone());
        assertThat(story.household.get("/api/me/looks").items()).hasSize(1);
    }

    @Test
    void anotherHelperTakesOverAndTheOldOneSeesNothingMore(World world) {
        var story = new CareStory(world);
        var pair = story.visited();
        story.clerk
                .putAt(3, "/api/care-pairs/{id}/helper", Map.of("helper", story.mate.account()), pair)
                .is(200);

        story.seen(story.mate, pair).is(200);
        story.seen(story.helper, pair).is(404);
        assertThat(story.told(story.mate)).contains("一户结对交给您了");
        story.clerk
                .putAt(4, "/api/care-pairs/{id}/helper", Map.of("helper", story.household.account()), pair)
                .is(422)
                .problem("care.helper");
    }

    @Test
    void aListOfPairsCostsTheSameForAnyNumber(World world) {
        var story = new CareStory(world);
        story.visited();
        var one = story.clerk.statements("/api/care-pairs");
        for (var i = 0; i < 6; i++) {
            story.visited();
        }

        assertThat(story.clerk.get("/api/care-pairs").items()).hasSize(7);
        assertThat(story.clerk.statements("/api/care-pairs")).isEqualTo(one);
    }
}
