package lianlin.organization;

import lianlin.kernel.journal.Fact;

/// An organization is there.
public record OrganizationFounded(Fact.Header header, OrganizationKind organizationKind) implements Fact {}
