package lianlin.messaging;

/// What a message is to its reader (MSG-01).
enum MessageKind {
    NOTICE,
    REMINDER,
    GREETING,
    RESULT,
    ALARM;

    /// Belongs to the duty of a post: it cannot be switched off.
    boolean duty() {
        return switch (this) {
            case NOTICE, REMINDER, ALARM -> true;
            case GREETING, RESULT -> false;
        };
    }

    /// Whether it waits for the morning (MSG-02).
    boolean heedsQuietHours() {
        return this != ALARM;
    }
}
