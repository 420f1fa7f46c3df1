package lianlin.identity;

import lianlin.kernel.journal.Fact;

/// A password or a code did not fit an account that exists.
record SignInFailed(Fact.Header header, String means) implements Fact {}
