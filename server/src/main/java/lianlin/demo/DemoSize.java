package lianlin.demo;

/// How much the demo county holds. Of the communities, `committees` have a committee and `generalBranches` a
/// general branch, the others a single branch; of the members, `probationary` and `mobile` are what their
/// names say. `orders` are those of the last months, in every state; `ordersBefore` those of the year before, all
/// closed.
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
        int ordersBefore) {
    /// The district of the source figures (section 18).
    static final DemoSize S =
            new DemoSize(71, 39, 1_000, 5, 300, 219, 6_043, 1_000, 160, 43_000, 600, 3_000, 640, 39_360);
    /// Enough of everything for a test.
    static final DemoSize TINY = new DemoSize(5, 2, 40, 2, 8, 12, 60, 24, 10, 900, 20, 60, 160, 240);
}
