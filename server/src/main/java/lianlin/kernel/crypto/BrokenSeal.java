package lianlin.kernel.crypto;

/// Something encrypted or signed is not what was once stored: changed, moved to another place, cut off, or
/// made with a key that is gone. The message names the place and never the content.
public final class BrokenSeal extends RuntimeException {
    BrokenSeal(String message) {
        super(message);
    }

    BrokenSeal(String message, Throwable cause) {
        super(message, cause);
    }
}
