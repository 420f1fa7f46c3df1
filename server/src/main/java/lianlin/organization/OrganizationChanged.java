package lianlin.organization;

import lianlin.kernel.journal.Fact;

/// The profile of an organization was changed; the header tells the area before and after.
public record OrganizationChanged(Fact.Header header, String name) implements Fact {}
