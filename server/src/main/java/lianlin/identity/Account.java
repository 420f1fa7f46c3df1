package lianlin.identity;

import java.time.Instant;
import lianlin.kernel.Id;
import lianlin.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

/// An account: who can sign in (IDN-10). The phone is masked.
record Account(
        Id id,
        int jurisdiction,
        Id person,
        String name,
        @Nullable String login,
        @Nullable String phone,
        State state,
        Instant created,
        @Nullable Instant lastLogin,
        boolean secondFactor,
        int version)
        implements Versioned {

    enum State {
        INVITED,
        ACTIVE,
        LOCKED,
        DISABLED,
        CLOSED;

        /// Whether the security administrator may set the other state.
        boolean allows(State next) {
            return switch (this) {
                case INVITED, ACTIVE, LOCKED, DISABLED -> next != INVITED && next != this;
                case CLOSED -> false;
            };
        }

        boolean mayEnter() {
            return switch (this) {
                case INVITED, ACTIVE -> true;
                case LOCKED, DISABLED, CLOSED -> false;
            };
        }
    }
}
