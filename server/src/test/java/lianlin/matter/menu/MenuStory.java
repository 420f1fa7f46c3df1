package lianlin.matter.menu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lianlin.kernel.Id;
import lianlin.organization.OrganizationKind;
import lianlin.organization.Organizations;
import lianlin.organization.Profile;
import lianlin.organization.Registration;
import lianlin.testing.Answer;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.World;

/// A community with a team and a social organization, and those who write, review and publish what they offer.
public final class MenuStory {
    public final World world;
    public final Locality community;
    public final Person clerk;
    public final Person secretary;
    public final Id team;
    public final Id society;

    public MenuStory(World world) {
        this(world.community("祖庙", "滨江"));
    }

    public MenuStory(Locality community) {
        this.community = community;
        world = community.world();
        clerk = community.clerk();
        secretary = community.secretary();
        team = organization(OrganizationKind.VOLUNTEER_TEAM, "红棉维修队");
        society = organization(OrganizationKind.SOCIAL_ORGANIZATION, "长者服务社");
    }

    public Id organization(OrganizationKind kind, String name) {
        var id = Id.next();
        world.transaction(() -> world.bean(Organizations.class)
                .register(
                        world.jurisdiction(),
                        List.of(new Registration(id, null, Profile.of(kind, name, community.area()))),
                        UnaryOperator.identity()));
        return id;
    }

    /// What a form sends; `more` goes before what is usual.
    public Map<String, Object> form(Map<String, Object> more) {
        var form = new HashMap<String, Object>(Map.of(
                "title",
                "上门修水管",
                "description",
                "水龙头滴水、水管渗漏，志愿者带工具上门。",
                "category",
                "REPAIR",
                "provider",
                team.toString(),
                "area",
                community.code(),
                "audience",
                "本社区居民",
                "minutes",
                60,
                "priceCents",
                0,
                "channels",
                List.of("WEB", "APP", "PHONE", "ON_SITE")));
        form.putAll(more);
        return form;
    }

    public Answer write(Map<String, Object> more) {
        return clerk.post("/api/service-items", form(more));
    }

    public Id draft(Map<String, Object> more) {
        return write(more).is(201).id();
    }

    /// Written by the clerk, reviewed and published by the secretary.
    public Id published(Map<String, Object> more) {
        var item = draft(more);
        step(secretary, item, "REVIEW").is(200);
        step(secretary, item, "PUBLISH").is(200);
        return item;
    }

    public Id published() {
        return published(Map.of());
    }

    public Id suspended(Map<String, Object> more) {
        var item = published(more);
        step(secretary, item, "SUSPEND", "师傅休假").is(200);
        return item;
    }

    public Answer step(Person by, Id item, String step) {
        return stepAt(version(item), by, item, Map.of("step", step));
    }

    public Answer step(Person by, Id item, String step, String note) {
        return stepAt(version(item), by, item, Map.of("step", step, "note", note));
    }

    public Answer stepAt(int version, Person by, Id item, Map<String, Object> body) {
        return by.postAt(version, "/api/service-items/{id}/steps", body, item);
    }

    public int version(Id item) {
        return clerk.get("/api/service-items/{id}", item).is(200).number("/version");
    }

    /// The titles that everybody reads for a place.
    public List<String> menu(Locality place) {
        return world.visitor()
                .get("/api/service-menu?area=" + place.code())
                .is(200)
                .items("/title");
    }

    /// An order of a resident of the community.
    public Answer order(Id item, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("title", "厨房水管漏水", "item", item.toString()));
        body.putAll(more);
        return community.resident().post("/api/service-orders", body);
    }
}
