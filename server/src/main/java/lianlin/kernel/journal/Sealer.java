package lianlin.kernel.journal;

import java.time.Clock;
import org.springframework.stereotype.Component;

/// Chains the journal in batches, behind the transactions that write it, so that none of them waits (IDN-15).
@Component
class Sealer implements Reader {
    static final String NAME = "seal";

    private final SealStore seals;
    private final SealedRows rows;
    private final Clock clock;

    Sealer(SealStore seals, SealedRows rows, Clock clock) {
        this.seals = seals;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void read(Span span) {
        var before = seals.last().orElse(null);
        seals.insert(Seal.of(before, span, rows.within(span.from(), span.to()), clock.instant()));
    }
}
