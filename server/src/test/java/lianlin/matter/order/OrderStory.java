package lianlin.matter.order;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.organization.OrganizationKind;
import lianlin.organization.Organizations;
import lianlin.organization.Profile;
import lianlin.organization.Registration;
import lianlin.procedure.Expiry;
import lianlin.testing.Answer;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.World;

/// A community with a resident, a clerk and two teams, and what they do with orders.
public final class OrderStory {
    /// A volunteer team and the one who leads it.
    public record Team(Id id, Person leader) {}

    public final Locality community;
    public final Person resident;
    public final Person clerk;
    public final Team first;
    public final Team second;

    public OrderStory(World world) {
        this(world.community("滨江"));
    }

    public OrderStory(Locality community) {
        this.community = community;
        resident = community.resident();
        clerk = community.clerk();
        first = team("红棉志愿服务队");
        second = team("水电维修队");
    }

    public Team team(String name) {
        var world = community.world();
        var id = Id.next();
        var found = world.transaction(() -> world.bean(Organizations.class)
                .register(
                        world.jurisdiction(),
                        List.of(new Registration(
                                id, null, Profile.of(OrganizationKind.VOLUNTEER_TEAM, name, community.area()))),
                        UnaryOperator.identity()));
        return new Team(id, community.person("TEAM_LEADER", id, found.getFirst().path()));
    }

    public Answer placed() {
        return resident.post("/api/service-orders", Map.of("title", "厨房水管漏水", "category", "REPAIR"))
                .is(201);
    }

    public Id order() {
        return placed().id("/order/id");
    }

    public Answer seen(Person by, Id order) {
        return by.get("/api/service-orders/{id}", order);
    }

    /// An action by somebody at the version that the order has now.
    public Answer step(Person by, Id order, String action, Map<String, Object> form) {
        var version = seen(clerk, order).is(200).number("/version");
        return stepAt(version, by, order, action, form);
    }

    public Answer stepAt(int version, Person by, Id order, String action, Map<String, Object> form) {
        return by.postAt(version, "/api/service-orders/{id}/steps", Map.of("action", action, "form", form), order);
    }

    public Answer dispatch(Id order, Team team) {
        return step(clerk, order, "dispatch", Map.of("taker", team.id().toString()));
    }

    /// To a team, and to another one if the first refuses.
    public Answer dispatch(Id order, Team team, Team next) {
        return step(
                clerk,
                order,
                "dispatch",
                Map.of("taker", team.id().toString(), "next", next.id().toString()));
    }

    /// An order that the first team has accepted and begun.
    public Id serving() {
        var order = order();
        dispatch(order, first).is(200);
        step(first.leader(), order, "accept", Map.of()).is(200);
        step(first.leader(), order, "start", Map.of()).is(200);
        return order;
    }

    /// An order that waits for its rating.
    public Id completed() {
        var order = serving();
        step(first.leader(), order, "complete", Map.of("minutes", 45, "persons", 2, "note", "换了水龙头"))
                .is(200);
        return order;
    }

    public String state(Id order) {
        return seen(clerk, order).is(200).text("/state/code");
    }

    /// What the clock does by itself, done now for this district.
    public void expire() {
        var world = community.world();
        world.inside(() -> {
            world.bean(Expiry.class).look(Scope.jurisdiction(world.jurisdiction()));
            return null;
        });
    }
}
