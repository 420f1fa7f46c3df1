package lianlin.organization;

/// Whether an organization works (ORG-28); the state in which the counters know it.
public enum OrganizationStatus {
    ACTIVE,
    SUSPENDED,
    DISSOLVED;

    boolean allows(OrganizationStatus next) {
        return switch (this) {
            case ACTIVE -> next == SUSPENDED || next == DISSOLVED;
            case SUSPENDED -> next == ACTIVE || next == DISSOLVED;
            case DISSOLVED -> false;
        };
    }
}
