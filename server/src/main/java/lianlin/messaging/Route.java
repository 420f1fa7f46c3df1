package lianlin.messaging;

import org.jspecify.annotations.Nullable;

/// That messages of a kind go out by a channel when they are unread after so many minutes; not at all without minutes.
record Route(
        int jurisdiction,
        MessageKind kind,
        Way channel,
        int version,
        @Nullable Integer minutes) {}
