package lianlin.kernel.postgres;

import org.jspecify.annotations.Nullable;

/// Why the application cannot start, in one sentence for the person at the keyboard. It is shown without a
/// stack trace.
public final class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        this(sentence, null);
    }

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
