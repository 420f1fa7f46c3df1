package lianlin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Everything that a generation invents, line by line, without ids and moments: two generations give the same
/// lines.
final class Inventory {
    private Inventory() {}

    static List<String> of(Ground ground, DemoSize size, LocalDate today) {
        var lines = new ArrayList<String>();
        var organizations = new OrganizationPlan(ground, size, today);
        organizations
                .all()
                .forEach(one -> lines.add(one.parent() + " " + one.profile().kind() + " "
                        + one.profile().name() + " " + one.profile().area() + " "
                        + one.profile().secretary()));
        var places = new GroundPlan(ground, size);
        places.grids().forEach(grid -> lines.add(grid.toString()));
        var map = GroundShapes.of(ground, places.gridsByCommunity());
        map.outlines().forEach((area, outline) -> lines.add(area + " " + outline.getEnvelopeInternal()));
        places.places(map).forEach(place -> lines.add(place.toString()));
        OrderPlan.wanted(organizations.teams().size(), size.orders()).forEach(order -> lines.add(order.toString()));
        OrderPlan.wantedBefore(organizations.teams().size(), size.ordersBefore())
                .forEach(order -> lines.add(order.toString()));
        DemoMembers.planned(ground, organizations, size, today).forEach(member -> lines.add(member.line()));
        return lines;
    }
}
