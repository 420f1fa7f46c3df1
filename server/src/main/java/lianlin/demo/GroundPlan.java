package lianlin.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.demo.Ground.Community;
import lianlin.kernel.Area;
import lianlin.territory.Grids;
import lianlin.territory.ServicePlaces;

/// Grids with their heads and workers, and the places where people are served.
final class GroundPlan {
    private static final String PERSONS = "网格长、网格员、楼栋长、志愿者";
    private static final String DUTIES = "走访、排查、宣传、代办、上报";
    private static final String SYSTEM = "每日巡查、每周例会、每月走访、首问负责";
    private static final String STANDARDS = "情况清、底数明、上报快、处置实";

    private static final List<String> HOURS =
            List.of("周一至周五 8:30–12:00、14:00–17:30，周六 9:00–12:00", "周一至周日 8:30–21:00", "周一至周六 8:30–20:30");

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

    /// How many grids each community has.
    Map<Area, Integer> gridsByCommunity() {
        var many = new HashMap<Area, Integer>();
        grids().forEach(grid -> many.merge(grid.code().community(), 1, Integer::sum));
        return many;
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
                "0757-8100%04d".formatted(community.area().code() / 1000 % 1000 * 10 + number % 10),
                staff);
    }

    List<ServicePlaces.Registration> places(GroundShapes map) {
        var dice = new Dice("places");
        var places = new ArrayList<ServicePlaces.Registration>();
        for (var street : ground.streets()) {
            places.add(place(
                    "PARTY_SERVICE_CENTRE", street.name() + "党群服务中心", street.area(), 1_800, places.size(), map, dice));
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
                    map,
                    dice));
        }
        return places;
    }

    private static ServicePlaces.Registration place(
            String kind, String name, Area area, int floor, int number, GroundShapes map, Dice dice) {
        var rooms = floor < 100
                ? List.of(new ServicePlaces.Room("休息区", "歇脚、饮水、充电", 10, "饮水机、微波炉、急救箱"))
                : List.of(
                        new ServicePlaces.Room("便民服务大厅", "受理、咨询、代办", 30, "自助终端、叫号机"),
                        new ServicePlaces.Room("党员活动室", "三会一课、主题党日", 40, "投影、音响"),
                        new ServicePlaces.Room("邻里议事厅", "议事协商、调解", 20, "圆桌、白板"));
        var at = map.point(area, number);
        return new ServicePlaces.Registration(
                kind,
                name,
                area,
                "演示路" + (number + 1) + "号",
                "0757-8000%04d".formatted(number + 1),
                floor < 100 ? "每天 7:00–22:00" : dice.of(HOURS),
                floor,
                rooms,
                at.x,
                at.y,
                "公交 %d 路到演示路口站，下车往前走 %d 米".formatted(dice.between(101, 199), dice.between(5, 40) * 10));
    }
}
