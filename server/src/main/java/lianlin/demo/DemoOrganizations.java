package lianlin.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lianlin.demo.Ground.Community;
import lianlin.kernel.Id;
import lianlin.organization.OrganizationRef;
import lianlin.organization.Organizations;
import lianlin.organization.Registration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Writes the organizations of the plan down.
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoOrganizations {
    /// The organizations that stand now, in the order of the plan; branches and teams by their communities.
    record Founded(OrganizationPlan plan, List<OrganizationRef> refs) {
        Map<Community, List<OrganizationRef>> teams() {
            var teams = new LinkedHashMap<Community, List<OrganizationRef>>();
            plan.teams().forEach((home, all) -> teams.put(home, all.stream().map(refs::get).toList()));
            return teams;
        }

        List<OrganizationRef> branches() {
            return plan.branches().stream().map(refs::get).toList();
        }
    }

    private final Organizations organizations;

    DemoOrganizations(Organizations organizations) {
        this.organizations = organizations;
    }

    Founded found(Ground ground, DemoSize size, LocalDate today) {
        var plan = new OrganizationPlan(ground, size, today);
        var ids = plan.all().stream().map(one -> Id.next()).toList();
        var registrations = new java.util.ArrayList<Registration>();
        for (var i = 0; i < ids.size(); i++) {
            var one = plan.all().get(i);
            registrations.add(new Registration(ids.get(i), one.parent() < 0 ? null : ids.get(one.parent()), one.profile()));
        }
        return new Founded(
                plan, organizations.register(ground.jurisdiction(), registrations, UnaryOperator.identity()));
    }
}
