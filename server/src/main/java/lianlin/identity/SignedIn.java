package lianlin.identity;

import lianlin.kernel.journal.Fact;

/// Somebody signed in; `means` is password or code, followed by how the second factor was shown, if he has one.
record SignedIn(Fact.Header header, String means) implements Fact {}
