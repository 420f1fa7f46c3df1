package lianlin.exchange;

import lianlin.kernel.journal.Fact;

/// An uploaded sheet came to another state: who brought what, how many rows were good, how many were written.
public record ImportMoved(Fact.Header header, String sheet, int rows, int bad, int applied) implements Fact {}
