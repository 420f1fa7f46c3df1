package lianlin.matter.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lianlin.kernel.Id;
import lianlin.testing.AtOnce;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The life of an item of the menu from draft to suspension, and what may stand in it (SRV-02).
@ServerTest
class ServiceItemTest {
    @Test
    @Tag("SRV-02")
    void anItemGoesFromDraftOverReviewToTheMenuAndBack(World world) {
        var story = new MenuStory(world);
        var item = story.draft(Map.of());
        assertThat(state(story, item)).isEqualTo("DRAFT");
        assertThat(story.menu(story.community)).isEmpty();

        story.step(story.secretary, item, "PUBLISH").is(409).problem("item.move");
        assertThat(story.step(story.secretary, item, "REVIEW").is(200).text("/state/code"))
                .isEqualTo("REVIEWED");
        assertThat(story.menu(story.community)).isEmpty();
        story.step(story.secretary, item, "PUBLISH").is(200);
        assertThat(story.menu(story.community)).containsExactly("上门修水管");
        story.step(story.secretary, item, "SUSPEND", "师傅休假").is(200);
        assertThat(story.menu(story.community)).isEmpty();
        story.step(story.secretary, item, "RESUME").is(200);
        assertThat(story.menu(story.community)).containsExactly("上门修水管");

        story.step(story.secretary, item, "SUSPEND", "改价格").is(200);
        story.step(story.clerk, item, "REWORK").is(200);
        assertThat(state(story, item)).isEqualTo("DRAFT");
        var steps = story.clerk.get("/api/service-items/{id}", item).is(200).json("/steps");
        assertThat(texts(steps, "label"))
                .containsExactly("写好草稿", "审核通过", "发布", "暂停", "恢复发布", "暂停", "转为草稿", "由作者以外的人审核", "发布给居民");
        assertThat(steps.get(3).get("note").asString()).isEqualTo("师傅休假");
    }

    @Test
    @Tag("SRV-02")
    void nobodyReviewsWhatHeHasWrittenOrChangedHimself(World world) {
        var story = new MenuStory(world);
        var own =
                story.secretary.post("/api/service-items", story.form(Map.of())).is(201);
        assertThat(own.json("/actions")).isEmpty();
        story.step(story.secretary, own.id(), "REVIEW").is(409).problem("item.own");

        var item = story.draft(Map.of("title", "上门修灯"));
        story.secretary
                .putAt(1, "/api/service-items/{id}", story.form(Map.of("title", "上门换灯管")), item)
                .is(200);
        story.step(story.secretary, item, "REVIEW").is(409).problem("item.own");
        story.step(story.community.secretary(), item, "REVIEW").is(200);
    }

    @Test
    @Tag("SRV-02")
    void eachStepNeedsItsPermissionAndReasonsAreSaid(World world) {
        var story = new MenuStory(world);
        var item = story.draft(Map.of());
        story.step(story.clerk, item, "REVIEW").is(403).problem("item.step");
        story.step(story.secretary, item, "REVIEW").is(200);
        story.step(story.clerk, item, "PUBLISH").is(403).problem("item.step");
        story.step(story.secretary, item, "RETURN").is(422).problem("item.note");
        story.step(story.secretary, item, "RETURN", "请写明材料费").is(200);
        assertThat(state(story, item)).isEqualTo("DRAFT");
        story.community
                .callAgent()
                .post("/api/service-items", story.form(Map.of()))
                .is(403)
                .problem("permission.missing");
    }

    @Test
    @Tag("SRV-02")
    void whatIsReviewedStaysAsItWasReviewed(World world) {
        var story = new MenuStory(world);
        var item = story.draft(Map.of());
        story.step(story.secretary, item, "REVIEW").is(200);

        story.clerk
                .putAt(2, "/api/service-items/{id}", story.form(Map.of("minutes", 90)), item)
                .is(409)
                .problem("item.fixed");
        assertThat(story.clerk.get("/api/service-items/{id}", item).number("/item/minutes"))
                .isEqualTo(60);
    }

    @Test
    @Tag("SRV-02")
    void onlySocialOrganizationsAskALowFeeUpToTheCap(World world) {
        var story = new MenuStory(world);
        story.write(Map.of("priceCents", 1000)).is(422).problem("item.free");
        var fee = Map.<String, Object>of("provider", story.society.toString(), "priceCents", 5000);
        assertThat(story.write(fee).is(201).number("/item/priceCents")).isEqualTo(5000);
        var more = new HashMap<>(fee);
        more.put("title", "上门助浴");
        more.put("priceCents", 5001);
        story.write(more).is(422).problem("item.cap");
        more.put("priceCents", 1000);
        more.put("priority", List.of("ELDERLY"));
        story.write(more).is(422).problem("item.priority");

        world.server()
                .owner()
                .execute(
                        "INSERT INTO kernel.setting (jurisdiction, name, value) VALUES (?, 'service-item.fee-cap', '800')",
                        world.jurisdiction());
        more.remove("priority");
        more.put("area", story.community.code());
        for (var end = System.nanoTime() + 10_000_000_000L; System.nanoTime() < end; ) {
            if (story.write(more).status() == 422) {
                break;
            }
            more.put("title", "上门助浴" + System.nanoTime() % 1000);
        }
        story.write(more).is(422).problem("item.cap");
    }

    @Test
    @Tag("SRV-02")
    void anItemServesADistrictAStreetOrACommunityThatTheWriterHas(World world) {
        var story = new MenuStory(world);
        story.write(Map.of("area", world.community("祖庙", "培德").code())).is(404).problem("area.absent");
        story.write(Map.of("area", world.street("祖庙").code())).is(404).problem("area.absent");
        story.write(Map.of("channels", List.of())).is(422).problem("item.channels");
        story.write(Map.of("provider", world.nothing().toString())).is(404).problem("organization.absent");
        story.write(Map.of("stations", List.of(world.nothing().toString())))
                .is(404)
                .problem("place.absent");
        var place = story.clerk
                .post(
                        "/api/places",
                        Map.of(
                                "kind",
                                "TEAHOUSE",
                                "name",
                                "邻里茶馆",
                                "area",
                                story.community.code(),
                                "openToPublic",
                                true))
                .is(201)
                .id();
        var item = story.write(Map.of("stations", List.of(place.toString()))).is(201);
        assertThat(item.text("/item/stations/0/name")).isEqualTo("邻里茶馆");
    }

    @Test
    @Tag("SRV-02")
    void theSameTeamOffersOneServiceOfAName(World world) {
        var story = new MenuStory(world);
        story.draft(Map.of());

        story.write(Map.of()).is(409).problem("service.item.title");
    }

    @Test
    @Tag("SRV-02")
    void twoWhoMoveAnItemAtOnceDoItOnce(World world) throws Exception {
        var story = new MenuStory(world);
        var item = story.draft(Map.of());
        var other = story.community.secretary();

        var answers = AtOnce.statuses(
                2, number -> story.stepAt(1, number == 0 ? story.secretary : other, item, Map.of("step", "REVIEW")));

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        story.secretary
                .post("/api/service-items/{id}/steps", Map.of("step", "PUBLISH"), item)
                .is(428);
    }

    @Test
    @Tag("SRV-02")
    void theDeskSeesItsItemsByStateWithExactTotals(World world) {
        var story = new MenuStory(world);
        story.published(Map.of("title", "上门修灯"));
        story.draft(Map.of("title", "上门修锁"));
        story.draft(Map.of("title", "陪诊", "category", "HEALTH"));

        var counts = story.clerk.get("/api/service-items/counts").is(200);
        assertThat(counts.number("/total")).isEqualTo(3);
        assertThat(counts.json("/states")
                        .valueStream()
                        .map(one -> one.get("count").asInt()))
                .containsExactly(2, 0, 1, 0);
        assertThat(titles(story, "?state=DRAFT")).containsExactly("陪诊", "上门修锁");
        assertThat(titles(story, "?category=HEALTH")).containsExactly("陪诊");
        assertThat(titles(story, "?q=修灯")).containsExactly("上门修灯");
        var first = story.clerk.get("/api/service-items?limit=2").is(200);
        assertThat(first.number("/total")).isEqualTo(3);
        assertThat(story.clerk
                        .get("/api/service-items?limit=2&after=" + first.text("/next"))
                        .is(200)
                        .items("/title"))
                .containsExactly("上门修灯");
        assertThat(world.community("祖庙", "培德")
                        .clerk()
                        .get("/api/service-items")
                        .is(200)
                        .items())
                .isEmpty();
        assertThat(world.street("祖庙").clerk().get("/api/service-items").is(200).items())
                .hasSize(3);
    }

    @Test
    @Tag("SRV-02")
    void aTeamSeesWhatItOffersItselfAndKeepsItWhenItMoves(World world) {
        var story = new MenuStory(world);
        var item = story.draft(Map.of());
        story.draft(Map.of("provider", story.society.toString()));
        var leader = story.community.person("TEAM_LEADER", story.team, path(world, story.team));

        assertThat(leader.get("/api/service-items").is(200).items("/id")).containsExactly(item.toString());
        leader.post("/api/service-items", story.form(Map.of("title", "上门修锁"))).is(201);
        leader.post("/api/service-items", story.form(Map.of("title", "上门助浴", "provider", story.society.toString())))
                .is(404)
                .problem("organization.absent");
        world.transaction(() -> {
            world.bean(ServiceItemStore.class).relocate(world.jurisdiction(), path(world, story.team), "zzzzzz");
            return item;
        });
        assertThat(leader.get("/api/service-items").is(200).items()).isEmpty();
    }

    @Test
    @Tag("SRV-02")
    void moreItemsCostNoStatementMore(World world) {
        var story = new MenuStory(world);
        story.published(Map.of("title", "服务零"));
        var desk = story.clerk.statements("/api/service-items");
        IntStream.range(1, 12).forEach(i -> story.published(Map.of("title", "服务" + i)));

        assertThat(story.clerk.statements("/api/service-items")).isLessThanOrEqualTo(desk);
        var menu = "/api/service-menu?limit=100&area=" + story.community.code();
        var read = world.visitor().get(menu).is(200);
        assertThat(read.items()).hasSize(12);
        assertThat(read.statements()).isLessThan(8);
        assertThat(world.visitor().get(menu).is(200).statements())
                .as("the second reader is answered from memory")
                .isZero();
    }

    @Test
    @Tag("SRV-02")
    void whoMayReviewIsRemindedOfTheDraftsOfOthers(World world) {
        var story = new MenuStory(world);
        var item = story.draft(Map.of());
        story.secretary
                .post("/api/service-items", story.form(Map.of("title", "上门修锁")))
                .is(201);

        var reminders = story.secretary.get("/api/me/reminders").is(200);
        assertThat(reminders.items("/text")).contains("有 1 项服务等待审核。");
        assertThat(story.clerk.get("/api/me/reminders").is(200).items("/code")).doesNotContain("menu-drafts");
        story.step(story.secretary, item, "REVIEW").is(200);
        assertThat(story.secretary.get("/api/me/reminders").is(200).items("/code"))
                .doesNotContain("menu-drafts");
    }

    private static String state(MenuStory story, Id item) {
        return story.clerk.get("/api/service-items/{id}", item).is(200).text("/state/code");
    }

    private static List<String> titles(MenuStory story, String query) {
        return story.clerk.get("/api/service-items" + query).is(200).items("/title");
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.get(field).asString()).toList();
    }

    private static String path(World world, Id organization) {
        return world.server()
                .owner()
                .resultQuery("SELECT path FROM organization.organization WHERE id = ?", organization.value())
                .fetchOptionalInto(String.class)
                .orElseThrow();
    }
}
