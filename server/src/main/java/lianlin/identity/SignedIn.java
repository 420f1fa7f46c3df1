package lianlin.identity;

import lianlin.kernel.journal.Fact;

/// Somebody signed in; `means` is password or code.
record SignedIn(Fact.Header header, String means) implements Fact {}
