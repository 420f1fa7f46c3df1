package lianlin.organization;

import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Named;
import org.jspecify.annotations.Nullable;

/// What other modules need to know of an organization: its name, its place in the two trees, what it is.
public record OrganizationRef(
        Id id,
        int jurisdiction,
        Area area,
        String path,
        @Nullable Id parent,
        OrganizationKind kind,
        String name,
        OrganizationStatus status) {
    public Named named() {
        return new Named(id, name);
    }
}
