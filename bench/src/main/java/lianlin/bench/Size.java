package lianlin.bench;

/// How much there is to measure on.
///
/// @param organizations about how many the demonstration district has
/// @param members how many members
enum Size {
    S(1_400, 43_000),
    M(1_400, 1_000_000),
    L(100_000, 1_000_000);

    final int organizations;
    final int members;

    Size(int organizations, int members) {
        this.organizations = organizations;
        this.members = members;
    }
}
