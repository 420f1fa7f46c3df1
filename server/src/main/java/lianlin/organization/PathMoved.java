package lianlin.organization;

import lianlin.kernel.journal.Fact;

/// A subtree stands elsewhere: from the path `before` to that of the header. The counters follow by
/// themselves; whoever copied the path into rows of his own listens to this.
public record PathMoved(Fact.Header header, String before) implements Fact {}
