package lianlin.organization;

import lianlin.kernel.journal.Fact;

/// An organization was suspended, works again or was dissolved.
public record OrganizationMoved(Fact.Header header) implements Fact {}
