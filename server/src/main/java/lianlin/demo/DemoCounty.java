package lianlin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Reading;
import lianlin.territory.Areas;
import lianlin.territory.Counties;
import lianlin.territory.Grids;
import lianlin.territory.ServicePlaces;
import lianlin.territory.building.Buildings;
import lianlin.territory.shape.Shapes;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens a county of the national list and fills it, in one transaction: there is the whole demo or none of it.
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoCounty {
    /// What was made, in numbers that the same seed always gives.
    record Made(int organizations, int teams, int grids, int places, int accounts, int orders, int members) {}

    /// A small machine has two processors.
    private static final int HANDS = 2;

    /// What the platform itself writes down: nobody signs it.
    private static final UnaryOperator<Fact.Header> UNSIGNED = UnaryOperator.identity();

    private final Counties counties;
    private final Areas areas;
    private final Grids grids;
    private final ServicePlaces places;
    private final Shapes shapes;
    private final Buildings buildings;
    private final DemoOrganizations organizations;
    private final DemoPeople people;
    private final DemoMembers members;
    private final DemoMenu menu;
    private final DemoOrders orders;
    private final DemoCare care;
    private final DemoDuty duty;
    private final DemoSections sections;
    private final DemoPatrols patrols;
    private final Reading reading;
    private final TransactionTemplate transactions;
    private final DSLContext db;
    private final Clock clock;

    DemoCounty(
            Counties counties,
            Areas areas,
            Grids grids,
            ServicePlaces places,
            Shapes shapes,
            Buildings buildings,
            DemoOrganizations organizations,
            DemoPeople people,
            DemoMembers members,
            DemoMenu menu,
            DemoOrders orders,
            DemoCare care,
            DemoDuty duty,
            DemoSections sections,
            DemoPatrols patrols,
            Reading reading,
            TransactionTemplate transactions,
            DSLContext db,
            Clock clock) {
        this.counties = counties;
        this.areas = areas;
        this.grids = grids;
        this.places = places;
        this.shapes = shapes;
        this.buildings = buildings;
        this.organizations = organizations;
        this.people = people;
        this.members = members;
        this.menu = menu;
        this.orders = orders;
        this.care = care;
        this.duty = duty;
        this.sections = sections;
        this.patrols = patrols;
        this.reading = reading;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
    }

    /// Whether the database is new: nobody has opened a county yet.
    boolean wanted() {
        return counties.none();
    }

    /// `code` is the 12-digit code of the county; `progress` hears a line for each part that is done.
    Made make(long code, DemoSize size, Consumer<String> progress) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var made = transactions.execute(status -> fill(code, size, progress));
            // plans that were made while the tables were empty would read all of them again and again
            var counted = CompletableFuture.runAsync(
                    () -> Scoped.run(Scope.INSTALLATION, () -> db.execute("SELECT kernel.count_anew()")));
            reading.catchUp(HANDS);
            counted.join();
            progress.accept("counters 计数完成");
            return made;
        });
    }

    private Made fill(long code, DemoSize size, Consumer<String> progress) {
        var opened = counties.open(code);
        progress.accept("%s: %d streets, %d communities 街道、社区"
                .formatted(opened.full(), opened.streets(), opened.communities()));
        var today = LocalDate.now(clock);
        var ground = Ground.of(areas, Area.division(code));
        var groundPlan = new GroundPlan(ground, size);
        var gridList = groundPlan.grids();
        grids.register(ground.jurisdiction(), gridList, today.minusYears(1), UNSIGNED);
        var gridsOfEach = gridsOf(gridList);
        var map = GroundShapes.of(ground, gridsOfEach);
        shapes.register(map.outlines(), clock.instant().minus(Duration.ofDays(365)), UNSIGNED);
        buildings.register(BuildingPlan.of(gridList, map), today.minusYears(1));
        var placeList = groundPlan.places(map);
        var placeIds = places.register(placeList, UNSIGNED);
        progress.accept("%d grids 网格, %d service places 服务阵地".formatted(gridList.size(), placeList.size()));
        var founded = organizations.found(ground, size, today);
        progress.accept("%d organizations 组织, %d volunteer teams 志愿服务队"
                .formatted(founded.refs().size(), size.teams()));
        var cast = people.enrol(ground, founded, size, today);
        progress.accept("%d accounts 账号".formatted(cast.accounts()));
        var stations = stations(placeList, placeIds);
        var offered = menu.write(ground, founded, cast, stations);
        progress.accept("%d services on the menu 服务菜单".formatted(offered.size()));
        var written = orders.write(ground, gridsOfEach, founded, cast, offered, size);
        progress.accept("%d service orders 服务订单".formatted(written));
        var paired = care.write(
                ground, founded, cast, gridsOfEach.getOrDefault(ground.stage().area(), 0));
        progress.accept("%d care pairs 结对帮扶".formatted(paired));
        var stage = ground.stage().area();
        var phones = new HashMap<Area, String>();
        placeList.forEach(place -> phones.putIfAbsent(place.area(), place.phone()));
        var shifts = duty.write(ground, cast, stations, phones, gridsOfEach.getOrDefault(stage, 0));
        progress.accept("%d shifts on duty 值班".formatted(shifts));
        progress.accept("%d patrols 巡查记录".formatted(patrols.write(ground, cast, gridsOfEach.getOrDefault(stage, 0))));
        progress.accept("%d responsibility sections 责任区".formatted(sections.write(ground, cast, gridsOfEach)));
        var registered = members.register(ground, founded, cast.of(Cast.DISTRICT), size, today);
        progress.accept("%d members 党员".formatted(registered));
        return new Made(
                founded.refs().size(),
                size.teams(),
                gridList.size(),
                placeList.size(),
                cast.accounts(),
                written,
                registered);
    }

    /// The first service place of each community and street.
    private static Map<Area, Id> stations(List<ServicePlaces.Registration> places, List<Id> ids) {
        var first = new HashMap<Area, Id>();
        for (var i = 0; i < ids.size(); i++) {
            first.putIfAbsent(places.get(i).area(), ids.get(i));
        }
        return first;
    }

    private static Map<Area, Integer> gridsOf(List<Grids.Registration> all) {
        var many = new HashMap<Area, Integer>();
        all.forEach(grid -> many.merge(grid.code().community(), 1, Integer::sum));
        return many;
    }

    /// What the same seed always gives: names, places and counts without ids and moments.
    List<String> inventory(Ground ground, DemoSize size) {
        return Inventory.of(ground, size, LocalDate.now(clock));
    }
}
