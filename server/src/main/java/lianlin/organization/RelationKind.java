package lianlin.organization;

/// How an organization stands to another one beside the tree.
public enum RelationKind {
    /// The other is a member of this regional committee (ORG-20).
    REGIONAL_MEMBER,
    /// Paired with each other, 结对 (ORG-27).
    PAIRING,
    /// This enterprise or social organization is covered by the other (ORG-08).
    COVERED_BY,
    /// Guided by the other, the line across (ORG-25).
    GUIDED_BY,
    /// This functional organization was formed by the other (ORG-09).
    FUNCTIONAL_OF,
    /// This team serves the other.
    SERVES;

    /// The part that a member plays in a regional committee (ORG-20).
    public enum Role {
        LEAD,
        MEMBER,
        OBSERVER
    }
}
