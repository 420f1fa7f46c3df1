package lianlin.messaging;

import java.time.Duration;
import java.time.Instant;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// How a message goes out by one channel, with what became of it (MSG-02).
record Delivery(
        int jurisdiction,
        Id id,
        Id message,
        Way channel,
        State state,
        Instant created,
        Instant due,
        int attempts,
        @Nullable Instant sent,
        @Nullable String reason) {

    /// FAILED is tried again, PARKED was tried often enough, SKIPPED was not needed or not possible.
    enum State {
        WAITING,
        SENT,
        FAILED,
        PARKED,
        SKIPPED
    }

    /// After so many tries a message is laid aside (R10).
    static final int MOST_ATTEMPTS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    static Delivery inApp(Message message) {
        return new Delivery(
                message.jurisdiction(),
                Id.next(),
                message.id(),
                Way.IN_APP,
                State.SENT,
                message.created(),
                message.created(),
                1,
                message.created(),
                null);
    }

    static Delivery waiting(Message message, Way way, Instant due) {
        return new Delivery(
                message.jurisdiction(),
                Id.next(),
                message.id(),
                way,
                State.WAITING,
                message.created(),
                due,
                0,
                null,
                null);
    }

    static Delivery skipped(Message message, Way way, String reason) {
        return new Delivery(
                message.jurisdiction(),
                Id.next(),
                message.id(),
                way,
                State.SKIPPED,
                message.created(),
                message.created(),
                0,
                null,
                reason);
    }

    /// How long to wait after a failed try: a minute, then twice as long each time.
    static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << (attempts - 1));
    }
}
