package lianlin.people;

/// Where a membership stands (MEM-01).
public enum MembershipStatus {
    FULL,
    PROBATIONARY,
    SUSPENDED,
    LEFT;

    /// Whether an organization may bring a member from here to there; nobody comes back who left.
    boolean allows(MembershipStatus next) {
        return switch (this) {
            case PROBATIONARY -> next == FULL || next == LEFT;
            case FULL -> next == SUSPENDED || next == LEFT;
            case SUSPENDED -> next == FULL || next == LEFT;
            case LEFT -> false;
        };
    }
}
