package lianlin.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was not carried out. The code, like `booking.move`, is a part of the API and the key of the two
/// sentences that people read: what was not done and why, and how to mend it. `values` fill the sentences; personal
/// data has no place there.
public final class Problem extends RuntimeException {
    /// One wrong field of a request: its name, the code of the sentence and what fills it.
    public record FieldError(String field, String code, List<Object> values) {
        public FieldError(String field, String code, Object... values) {
            this(field, code, List.of(values));
        }
    }

    private final int status;
    private final String code;
    private final List<Object> values;
    private final List<FieldError> errors;

    private Problem(int status, String code, List<Object> values, List<FieldError> errors) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.values = values;
        this.errors = errors;
    }

    /// 404: there is no such thing, or the caller may not know that there is one.
    public static Problem absent(String thing, @Nullable Object id) {
        return new Problem(404, thing + ".absent", id == null ? List.of() : List.of(id), List.of());
    }

    /// 422: a field has a shape or a value that cannot be.
    public static Problem invalid(String field, String code, Object... values) {
        return new Problem(422, "invalid", List.of(), List.of(new FieldError(field, code, values)));
    }

    /// 422: several fields at once.
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, "invalid", List.of(), errors);
    }

    /// 409: the state of things does not allow it.
    public static Problem refused(String code, Object... values) {
        return new Problem(409, code, List.of(values), List.of());
    }

    /// 412: somebody else changed the thing in the meantime.
    public static Problem stale(String thing, Object id) {
        return new Problem(412, "stale", List.of(thing, id), List.of());
    }

    /// 403: the post does not carry the permission.
    public static Problem denied(String code, Object... values) {
        return new Problem(403, code, List.of(values), List.of());
    }

    /// 401: nobody is signed in, or not any more.
    public static Problem unknownCaller(String code) {
        return new Problem(401, code, List.of(), List.of());
    }

    /// 429: too often; `values` tell when to come back.
    public static Problem tooOften(String code, Object... values) {
        return new Problem(429, code, List.of(values), List.of());
    }

    /// Any other status, for what the transport demands (400, 413, 415, 428, 503).
    public static Problem of(int status, String code, Object... values) {
        return new Problem(status, code, List.of(values), List.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> values() {
        return values;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
