package lianlin.kernel.backup;

import org.jspecify.annotations.Nullable;

/// Why a backup or a restore was not done, in one sentence for whoever asked for it.
public final class NotDone extends RuntimeException {
    public NotDone(String sentence) {
        this(sentence, null);
    }

    public NotDone(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
