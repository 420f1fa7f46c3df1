package lianlin.kernel.codes;

/// A text that is not the code it should be. The problem, like `identity-number.check-digit`, is the key of the
/// sentence
/// that people read; neither it nor the message holds the text itself, because both end up in logs (IDN-13).
public final class BadCode extends IllegalArgumentException {
    private final String code;

    /// `message` describes the defect in general words and never quotes the value.
    public BadCode(String code, String message) {
        super(message);
        this.code = code;
    }

    /// The key of the problem.
    public String code() {
        return code;
    }
}
