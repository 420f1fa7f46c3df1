package lianlin.demo;

import java.util.List;

/// How much the demo county holds. Of the communities, `committees` have a committee and `generalBranches` a
/// general branch, the others a single branch; of the members, `probationary` and `mobile` are what their
/// names say. `orders` are those of the last months, in every state; `ordersBefore` those of the year before, all
/// closed. `below` makes more levels: so many committees below each committee or general branch of a community, general
/// branches below each of these, and branches below each of those; empty for none.
record DemoSize(
        int committees,
        int generalBranches,
        int branches,
        int departments,
        int socialOrganizations,
        int teams,
        int volunteers,
        int grids,
        int places,
        int members,
        int probationary,
        int mobile,
        int orders,
        int ordersBefore,
        List<Integer> below) {
    /// The district of the source figures (section 18).
    static final DemoSize S =
            new DemoSize(71, 39, 1_000, 5, 300, 219, 6_043, 1_000, 160, 43_000, 600, 3_000, 640, 39_360, List.of());
    /// Enough of everything for a test.
    static final DemoSize TINY = new DemoSize(5, 2, 40, 2, 8, 12, 60, 24, 10, 900, 20, 60, 160, 240, List.of());

    /// What is measured on, by name: `S`, `M` with a million members, `L` with a hundred thousand organizations in six
    /// levels besides. `matters` orders of the year before are added.
    static DemoSize measured(String name, int matters) {
        return switch (name) {
            case "S" -> S.with(S.members, matters, List.of());
            case "M" -> S.with(1_000_000, matters, List.of());
            case "L" -> S.with(1_000_000, matters, List.of(9, 9, 10));
            default -> throw new IllegalArgumentException("no size: " + name);
        };
    }

    /// The same with other members, of whom as large a part is probationary or mobile, and with more orders.
    private DemoSize with(int members, int matters, List<Integer> below) {
        return new DemoSize(
                committees,
                generalBranches,
                branches,
                departments,
                socialOrganizations,
                teams,
                volunteers,
                grids,
                places,
                members,
                (int) ((long) probationary * members / this.members),
                (int) ((long) mobile * members / this.members),
                orders,
                ordersBefore + matters,
                below);
    }
}
