package lianlin.kernel;

/// What was let pass although a rule advises otherwise (the WARN rules): its code and the sentence that
/// people read.
public record Warning(String code, String message) {}
