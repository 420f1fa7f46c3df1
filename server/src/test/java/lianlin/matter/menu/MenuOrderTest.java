package lianlin.matter.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianlin.organization.OrganizationKind;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The menu as residents read it, and orders that are placed from it (SRV-02, SRV-07).
@ServerTest
class MenuOrderTest {
    @Test
    @Tag("SRV-02")
    void everybodyReadsWhatServesAPlaceWithoutSigningIn(World world) {
        var story = new MenuStory(world);
        story.published(Map.of("title", "社区修灯"));
        publish(
                world,
                story,
                world.street("祖庙").clerk(),
                "街道义诊",
                world.street("祖庙").code());
        publish(world, story, world.district().clerk(), "全区代办", world.district().code());
        story.draft(Map.of("title", "还没写好"));

        assertThat(story.menu(story.community)).containsExactlyInAnyOrder("社区修灯", "街道义诊", "全区代办");
        assertThat(story.menu(world.community("祖庙", "培德"))).containsExactlyInAnyOrder("街道义诊", "全区代办");
        assertThat(story.menu(world.community("石湾", "河宕"))).containsExactly("全区代办");
        assertThat(story.menu(world.street("祖庙"))).containsExactlyInAnyOrder("社区修灯", "街道义诊", "全区代办");
        assertThat(story.menu(world.neighbour().community("南湖"))).isEmpty();
        var visitor = world.visitor();
        assertThat(visitor.get("/api/service-menu?category=REPAIR&q=修灯&area=" + story.community.code())
                        .is(200)
                        .items("/title"))
                .containsExactly("社区修灯");
        visitor.get("/api/service-menu?area=440000000000").is(422).problem("item.menu-area");
    }

    @Test
    @Tag("SRV-02")
    void theMenuNamesNoPersonAndIsKeptForAMinute(World world) {
        var story = new MenuStory(world);
        var item = story.published();
        var draft = story.draft(Map.of("title", "上门修锁"));

        var read = world.visitor().get("/api/service-menu/{id}", item).is(200);

        assertThat(read.header("Cache-Control")).contains("max-age=60").contains("public");
        assertThat(read.text("/provider/name")).isEqualTo("红棉维修队");
        assertThat(read.text()).doesNotContain(story.clerk.name()).doesNotContain("author");
        world.visitor().get("/api/service-menu/{id}", draft).is(404).problem("service-item.absent");
        story.step(story.secretary, item, "SUSPEND", "休假").is(200);
        world.visitor().get("/api/service-menu/{id}", item).is(404).problem("service-item.absent");
    }

    @Test
    @Tag("SRV-02")
    void anOrderTakesItsCategoryFromTheItem(World world) {
        var story = new MenuStory(world);
        var item = story.published(Map.of("title", "每周探访", "category", "CARE", "kind", "CARE_PLAN"));

        var order = story.order(item, Map.of("category", "OTHER")).is(201);

        assertThat(order.text("/order/category/code")).isEqualTo("CARE");
        assertThat(order.text("/order/kind/code")).isEqualTo("CARE_PLAN");
        assertThat(order.text("/order/item/name")).isEqualTo("每周探访");
        assertThat(order.text("/order/item/id")).isEqualTo(item.toString());
        story.community
                .resident()
                .post("/api/service-orders", Map.of("title", "修一修水管"))
                .is(422)
                .problem("order.category");
    }

    @Test
    @Tag("SRV-02")
    void whatIsSuspendedElsewhereOrNotOfferedByThisEndIsRefused(World world) {
        var story = new MenuStory(world);
        story.order(story.suspended(Map.of()), Map.of()).is(409).problem("item.suspended");
        story.order(story.draft(Map.of("title", "上门修锁")), Map.of()).is(404).problem("service-item.absent");
        var atTheWindow = story.published(Map.of("title", "代办老年证", "channels", List.of("ON_SITE")));
        story.order(atTheWindow, Map.of()).is(409).problem("item.channel");
        var item = story.published(Map.of("title", "上门修灯"));
        var elsewhere = world.community("祖庙", "培德").resident();
        elsewhere
                .post("/api/service-orders", Map.of("title", "灯管坏了", "item", item.toString()))
                .is(409)
                .problem("item.elsewhere");
        world.neighbour()
                .community("南湖")
                .resident()
                .post("/api/service-orders", Map.of("title", "灯管坏了", "item", item.toString()))
                .is(404)
                .problem("service-item.absent");
    }

    @Test
    @Tag("SRV-06")
    void staffPlaceAnOrderFromTheMenuForSomebodyWhoCalls(World world) {
        var story = new MenuStory(world);
        var item = story.published();
        var order = story.clerk
                .post(
                        "/api/service-orders",
                        Map.of(
                                "title",
                                "水管漏水",
                                "item",
                                item.toString(),
                                "channel",
                                "PHONE",
                                "behalf",
                                Map.of("name", "王芳", "phone", "13800000001", "consent", "VOICE")))
                .is(201);

        assertThat(order.text("/order/item/name")).isEqualTo("上门修水管");
        assertThat(order.text("/order/channel/code")).isEqualTo("PHONE");
    }

    @Test
    @Tag("SRV-02")
    void whoOffersTheServiceIsProposedFirstWithTheReason(World world) {
        var story = new MenuStory(world);
        story.organization(OrganizationKind.VOLUNTEER_TEAM, "便民维修队");
        var item = story.published(Map.of("provider", story.society.toString()));
        var order = story.order(item, Map.of()).is(201).id("/order/id");

        var takers = story.clerk.get("/api/service-orders/{id}/takers", order).is(200);

        assertThat(takers.items("/name").getFirst()).isEqualTo("长者服务社");
        assertThat(takers.text("/items/0/reasons/0")).isEqualTo("提供这项服务");
        assertThat(takers.items("/name")).contains("便民维修队", "红棉维修队");
        story.clerk
                .postAt(
                        1,
                        "/api/service-orders/{id}/steps",
                        Map.of("action", "dispatch", "form", Map.of("taker", story.society.toString())),
                        order)
                .is(200);
    }

    @Test
    @Tag("SRV-07")
    void freeServicesServeVulnerableGroupsFirstByTheRuleOfTheItem(World world) {
        var story = new MenuStory(world);
        var item = story.published(Map.of("priority", List.of("ELDERLY", "DISABLED")));
        var plain = story.published(Map.of("title", "上门修灯"));

        var order = story.order(item, Map.of("priority", "ELDERLY")).is(201);

        assertThat(order.text("/order/priority/label")).isEqualTo("高龄、独居老人");
        assertThat(story.order(item, Map.of()).is(201).json("/order/priority").isNull())
                .isTrue();
        story.order(item, Map.of("priority", "CHILD")).is(422).problem("order.priority");
        story.order(plain, Map.of("priority", "ELDERLY")).is(422).problem("order.priority");
    }

    @Test
    @Tag("SRV-02")
    void theMenuSaysHowOftenAServiceWasGivenOfLate(World world) {
        var story = new MenuStory(world);
        var item = story.published();
        var order = story.order(item, Map.of()).is(201).id("/order/id");
        var leader = story.community.person(
                "TEAM_LEADER",
                story.team,
                world.server()
                        .owner()
                        .resultQuery("SELECT path FROM organization.organization WHERE id = ?", story.team.value())
                        .fetchOptionalInto(String.class)
                        .orElseThrow());
        act(story.clerk, 1, order, "dispatch", Map.of("taker", story.team.toString()));
        act(leader, 2, order, "accept", Map.of());
        act(leader, 3, order, "start", Map.of());
        act(leader, 4, order, "complete", Map.of("minutes", 40, "persons", 1, "note", "换了软管"));

        var read = world.visitor().get("/api/service-menu/{id}", item).is(200);
        assertThat(read.number("/served")).isEqualTo(1);
        assertThat(read.json("/rating").isNull()).as("one is no mean").isTrue();
    }

    private static void act(Person by, int version, Object order, String action, Map<String, Object> form) {
        by.postAt(version, "/api/service-orders/{id}/steps", Map.of("action", action, "form", form), order)
                .is(200);
    }

    private static void publish(World world, MenuStory story, Person writer, String title, String area) {
        var item = writer.post("/api/service-items", story.form(Map.of("title", title, "area", area)))
                .is(201)
                .id();
        story.stepAt(1, world.district().clerk(), item, Map.of("step", "REVIEW"))
                .is(200);
        story.stepAt(2, world.district().clerk(), item, Map.of("step", "PUBLISH"))
                .is(200);
    }
}
