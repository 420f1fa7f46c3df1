package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.JOURNAL;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.crypto.TreeHash;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The seals of the journal for those who audit, and the proof that a row is under one (IDN-15).
@Component
public class Seals {
    /// A seal: `root` and `chained` in hex, `first` and `last` the ids at its ends.
    public record Line(
            long number,
            Instant sealed,
            int rows,
            String root,
            String chained,
            @Nullable Id first,
            @Nullable Id last) {}

    /// That a row is under a seal: with the row's canonical bytes and the neighbours on its way, anybody
    /// comes to the root, without seeing another row.
    public record Proof(long seal, Instant sealed, String root, String chained, String row, TreeHash.Proof way) {}

    private static final HexFormat HEX = HexFormat.of();

    private final DSLContext db;
    private final SealStore seals;
    private final SealedRows rows;

    Seals(DSLContext db, SealStore seals, SealedRows rows) {
        this.db = db;
        this.seals = seals;
        this.rows = rows;
    }

    /// Newest first.
    public Page<Line> list(Paging paging) {
        return seals.list(paging).map(Seals::line);
    }

    /// The proof of a row of the scope; none while it is not sealed yet. The other rows of its seal are read as the
    /// installation, and only hashed.
    public Optional<Proof> proof(Scope scope, Id id) {
        var position = db.select(JOURNAL.XID, JOURNAL.ID)
                .from(JOURNAL)
                .where(scope.on(JOURNAL.JURISDICTION), JOURNAL.ID.eq(id))
                .fetchOptional(
                        row -> new Span.Position(row.value1(), row.value2().value()));
        return position.flatMap(place -> lianlin.kernel.database.Scoped.call(
                Scope.INSTALLATION, () -> seals.over(place).flatMap(seal -> proof(seal, place))));
    }

    private Optional<Proof> proof(Seal seal, Span.Position place) {
        var batch = rows.within(seal.from(), seal.to());
        for (var i = 0; i < batch.size(); i++) {
            if (batch.get(i).position().equals(place)) {
                return Optional.of(new Proof(
                        seal.number(),
                        seal.sealed(),
                        HEX.formatHex(seal.root()),
                        HEX.formatHex(seal.chained()),
                        HEX.formatHex(batch.get(i).canonical()),
                        Seal.tree(batch).proof(i)));
            }
        }
        return Optional.empty();
    }

    private static Line line(Seal seal) {
        var prints = seal.remembered();
        return new Line(
                seal.number(),
                seal.sealed(),
                seal.rows(),
                HEX.formatHex(seal.root()),
                HEX.formatHex(seal.chained()),
                prints.isEmpty() ? null : prints.getFirst().id(),
                prints.isEmpty() ? null : prints.getLast().id());
    }
}
