package lianlin.identity;

import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;

/// An account has no second factor any more. `requester`: the person, who is told where somebody else did it.
record SecondFactorRemoved(Fact.Header header, Id requester) implements Fact {}
