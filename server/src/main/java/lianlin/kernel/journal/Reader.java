package lianlin.kernel.journal;

/// One who reads the journal from end to end and keeps the position. Called inside a transaction that also
/// stores it.
interface Reader {
    String name();

    /// How many rows it takes at a time.
    default int most() {
        return 2_000;
    }

    void read(Span span);
}
