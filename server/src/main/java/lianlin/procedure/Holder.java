package lianlin.procedure;

import lianlin.kernel.Id;

/// The organization that has the ball, with its place in the hierarchy and the name that people know it by.
public record Holder(Id id, String path, String name) {}
