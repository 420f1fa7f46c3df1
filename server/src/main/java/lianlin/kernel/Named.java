package lianlin.kernel;

/// A thing that another one points to, with the name that people know it by.
public record Named(Id id, String name) {}
