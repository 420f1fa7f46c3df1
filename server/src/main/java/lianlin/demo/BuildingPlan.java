package lianlin.demo;

import java.util.ArrayList;
import java.util.List;
import lianlin.territory.Grids;
import lianlin.territory.building.Buildings;

/// Some buildings of every grid, each on its ground.
final class BuildingPlan {
    private static final int OF_A_GRID = 4;

    private BuildingPlan() {}

    static List<Buildings.Registration> of(List<Grids.Registration> grids, GroundShapes map) {
        var dice = new Dice("buildings");
        var people = new Invented(new Dice("building stewards"), 0);
        var buildings = new ArrayList<Buildings.Registration>();
        for (var grid : grids) {
            var left = grid.households();
            for (var number = 1; number <= OF_A_GRID; number++) {
                var households = number == OF_A_GRID ? left : grid.households() / OF_A_GRID + dice.between(-12, 12);
                left -= households;
                var at = map.point(grid.code(), number);
                buildings.add(new Buildings.Registration(
                        grid.code(),
                        number + "号楼",
                        households,
                        dice.between(2, 4),
                        dice.between(7, 18),
                        people.name().reveal(),
                        at.x,
                        at.y));
            }
        }
        return buildings;
    }
}
