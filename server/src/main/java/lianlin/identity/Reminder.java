package lianlin.identity;

/// Work that stands although nobody asked for it: `code` says of what kind it is and pages know where it is done,
/// `count` how many things wait, `text` says it in a sentence.
public record Reminder(String code, long count, String text) {}
