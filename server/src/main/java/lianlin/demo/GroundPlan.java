package lianlin.demo;

import java.util.ArrayList;
import java.util.List;
import lianlin.demo.Ground.Community;
import lianlin.territory.Grids;
import lianlin.territory.ServicePlaces;

/// Grids with their heads and workers, and the places where people are served.
final class GroundPlan {
    private static final String PERSONS = "网格长、网格员、楼栋长、志愿者";
    private static final String DUTIES = "走访、排查、宣传、代办、上报";
    private static final String SYSTEM = "每日巡查、每周例会、每月走访、首问负责";
    private static final String STANDARDS = "情况清、底数明、上报快、处置实";

    private final Ground ground;
    private final DemoSize size;

    GroundPlan(Ground ground, DemoSize size) {
        this.ground = ground;
        this.size = size;
    }

    List<Grids.Registration> grids() {
        var dice = new Dice("grids");
        var people = new Invented(new Dice("grid staff"), 0);
        var communities = ground.order();
        var used = communities.subList(0, Math.min(communities.size(), Math.max(1, size.grids() / 6)));
        var grids = new ArrayList<Grids.Registration>();
        for (var i = 0; i < used.size(); i++) {
            var share = size.grids() / used.size() + (i < size.grids() % used.size() ? 1 : 0);
            for (var number = 1; number <= share; number++) {
                grids.add(grid(used.get(i), number, dice, people));
            }
        }
        return grids;
    }

    private static Grids.Registration grid(Community community, int number, Dice dice, Invented people) {
        var head = people.name().reveal();
        var staff = new ArrayList<Grids.Staff>();
        staff.add(new Grids.Staff(true, head, null));
        var worker = people.name().reveal();
        staff.add(new Grids.Staff(false, worker, null));
        var second = people.name().reveal();
        if (dice.in100(25) && !second.equals(worker)) {
            staff.add(new Grids.Staff(false, second, null));
        }
        return new Grids.Registration(
                community.area().grid(number),
                "第" + number + "网格",
                dice.between(290, 520),
                PERSONS,
                DUTIES,
                SYSTEM,
                STANDARDS,
                head,
                worker,
                staff);
    }

    List<ServicePlaces.Registration> places() {
        var dice = new Dice("places");
        var places = new ArrayList<ServicePlaces.Registration>();
        for (var street : ground.streets()) {
            places.add(place("PARTY_SERVICE_CENTRE", street.name() + "党群服务中心", street.area(), 1_800, places.size(), dice));
        }
        var communities = ground.order();
        for (var i = 0; places.size() < size.places(); i++) {
            var community = communities.get(i % communities.size());
            var second = i >= communities.size();
            places.add(place(
                    second ? "PIONEER_POST" : "PARTY_SERVICE_CENTRE",
                    community.name() + (second ? "先锋驿站" : "党群服务中心"),
                    community.area(),
                    second ? dice.between(30, 80) : dice.between(180, 860),
                    places.size(),
                    dice));
        }
        return places;
    }

    private static ServicePlaces.Registration place(
            String kind, String name, lianlin.kernel.Area area, int floor, int number, Dice dice) {
        var rooms = floor < 100
                ? List.of(new ServicePlaces.Room("休息区", "歇脚、饮水、充电", 10))
                : List.of(
                        new ServicePlaces.Room("便民服务大厅", "受理、咨询、代办", 30),
                        new ServicePlaces.Room("党员活动室", "三会一课、主题党日", 40),
                        new ServicePlaces.Room("邻里议事厅", "议事协商、调解", 20));
        return new ServicePlaces.Registration(
                kind,
                name,
                area,
                "演示路" + (number + 1) + "号",
                "0757-8000%04d".formatted(number + 1),
                "周一至周日 8:30-21:00",
                floor,
                rooms,
                113.02 + dice.between(0, 1_300) / 10_000.0,
                22.95 + dice.between(0, 900) / 10_000.0,
                "公交：演示路口站");
    }
}
