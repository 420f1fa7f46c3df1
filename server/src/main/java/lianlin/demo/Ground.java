package lianlin.demo;

import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.territory.Areas;

/// The county that is filled: its streets and communities by their real names.
record Ground(Area county, String name, List<Street> streets, List<Community> communities) {
    record Street(Area area, String name) {
        /// 祖庙街道党工委, 南庄镇党委.
        boolean town() {
            return !name.endsWith("街道");
        }
    }

    record Community(Area area, String name, Street street) {}

    private static final int STREET = 4;
    private static final int COMMUNITY = 5;
    /// Where the people of the demo live who can sign in, if the county has it.
    private static final String STAGE = "培德社区";

    static Ground of(Areas areas, Area county) {
        var streets = new ArrayList<Street>();
        var communities = new ArrayList<Community>();
        for (var area : areas.within(county)) {
            if (area.depth() == STREET) {
                streets.add(new Street(area, areas.name(area)));
            } else if (area.depth() == COMMUNITY) {
                communities.add(new Community(area, areas.name(area), streets.getLast()));
            }
        }
        return new Ground(county, areas.name(county), streets, communities);
    }

    int jurisdiction() {
        return county.county();
    }

    /// The community in which the demo plays.
    Community stage() {
        return communities.stream()
                .filter(one -> one.name().equals(STAGE))
                .findFirst()
                .orElse(communities.getFirst());
    }

    /// All communities, the stage first, the others mixed.
    List<Community> order() {
        var mixed = new ArrayList<>(new Dice("communities").shuffled(communities));
        mixed.remove(stage());
        mixed.addFirst(stage());
        return mixed;
    }
}
