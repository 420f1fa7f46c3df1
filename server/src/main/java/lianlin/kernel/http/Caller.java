package lianlin.kernel.http;

/// Who calls, as far as the kernel needs to know: request attributes that the module of identity sets.
public final class Caller {
    /// The id of the account, an [lianlin.kernel.Id].
    public static final String ACTOR = "lianlin.actor";

    private Caller() {}
}
