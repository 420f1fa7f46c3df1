package lianlin.kernel.http;

/// A thing whose version goes out as `ETag`, to come back in `If-Match`.
public interface Versioned {
    int version();
}
