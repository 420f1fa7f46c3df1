package lianlin.kernel.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lianlin.kernel.Id;
import lianlin.kernel.journal.SealVerification.Finding;
import lianlin.kernel.journal.SealVerification.Kind;
import org.jooq.DSLContext;

/// What somebody could do to the journal who owns the database, and what a verification must then say: exactly this.
/// `mine` are the seals that hold rows of a test; those at both ends are left alone.
record Tampering(DSLContext db, SealStore seals, int jurisdiction, List<Seal> mine, Random random) {
    enum Way {
        CHANGE_NUMBER,
        CHANGE_TEXT,
        CHANGE_TIME_AND_PAYLOAD,
        DELETE_ROW,
        PLANT_ROW,
        SWAP_CONTENTS,
        SWAP_ORDER,
        FORGE_CHAIN,
        FORGE_PRINTS,
        DELETE_SEAL,
        CUT_TAIL
    }

    List<Finding> by(Way way) {
        var seal = mine.get(1 + random.nextInt(mine.size() - 2));
        return switch (way) {
            case CHANGE_NUMBER -> {
                var column = any("actor", "post", "subject_id", "organization", "area", "from_area", "jurisdiction");
                yield changed(seal, "%s = coalesce(%s, 0) + 1".formatted(column, column));
            }
            case CHANGE_TEXT -> {
                var column = any(
                        "kind",
                        "subject",
                        "from_state",
                        "to_state",
                        "from_path",
                        "path",
                        "reason",
                        "address",
                        "request");
                yield changed(seal, "%s = coalesce(%s, '') || 'x'".formatted(column, column));
            }
            case CHANGE_TIME_AND_PAYLOAD ->
                changed(
                        seal,
                        any(
                                "at = at + interval '1 millisecond'",
                                "recorded = recorded - interval '1 microsecond'",
                                "payload = payload || '{\"what\": \"else\"}'"));
            case DELETE_ROW -> {
                var row = row(seal);
                db.execute("DELETE FROM kernel.journal WHERE id = ?", row.value());
                yield List.of(new Finding(seal.number(), row, Kind.ROW_DELETED));
            }
            case PLANT_ROW -> plant(seal);
            case SWAP_CONTENTS -> swapContents(seal);
            case SWAP_ORDER -> swapOrder(seal);
            case FORGE_CHAIN -> {
                db.execute("UPDATE kernel.seal SET chained = sha256(chained) WHERE number = ?", seal.number());
                yield List.of(
                        new Finding(seal.number(), null, Kind.SEAL_CHANGED),
                        new Finding(seal.number() + 1, null, Kind.SEAL_CHANGED));
            }
            case FORGE_PRINTS -> {
                db.execute("UPDATE kernel.seal SET prints = set_byte(prints, 0, 1) WHERE number = ?", seal.number());
                yield List.of(new Finding(seal.number(), null, Kind.SEAL_CHANGED));
            }
            case DELETE_SEAL -> deleteSeal(seal);
            case CUT_TAIL -> cutTail(seal);
        };
    }

    private List<Finding> changed(Seal seal, String change) {
        var row = row(seal);
        db.execute("UPDATE kernel.journal SET " + change + " WHERE id = ?", row.value());
        return List.of(new Finding(seal.number(), row, Kind.ROW_CHANGED));
    }

    /// A row that looks as if it had always been there.
    private List<Finding> plant(Seal seal) {
        var planted = Id.next();
        db.execute("""
                INSERT INTO kernel.journal (jurisdiction, id, xid, at, kind, subject, subject_id)
                SELECT jurisdiction, ?, xid, at, kind, subject, subject_id FROM kernel.journal WHERE id = ?
                """, planted.value(), row(seal).value());
        var xid = db.fetchSingle("SELECT xid FROM kernel.journal WHERE id = ?", planted.value())
                .get(0, Long.class);
        var over = seals.over(new Span.Position(xid, planted.value())).orElseThrow();
        return List.of(new Finding(over.number(), planted, Kind.ROW_INSERTED));
    }

    /// Two rows of one seal say what the other one said.
    private List<Finding> swapContents(Seal seal) {
        var one = rows(seal).getFirst();
        var other = rows(seal).getLast();
        db.execute("""
                UPDATE kernel.journal AS a SET payload = b.payload, subject_id = b.subject_id, at = b.at
                  FROM kernel.journal AS b WHERE (a.id, b.id) IN ((?, ?), (?, ?))
                """, one.value(), other.value(), other.value(), one.value());
        return List.of(
                new Finding(seal.number(), one, Kind.ROW_CHANGED), new Finding(seal.number(), other, Kind.ROW_CHANGED));
    }

    /// Two rows change their places.
    private List<Finding> swapOrder(Seal seal) {
        var one = rows(seal).getFirst();
        var other = rows(seal).getLast();
        rename(one, new Id(-1));
        rename(other, one);
        rename(new Id(-1), other);
        return List.of(
                new Finding(seal.number(), one, Kind.ROW_CHANGED), new Finding(seal.number(), other, Kind.ROW_CHANGED));
    }

    private void rename(Id row, Id name) {
        db.execute("UPDATE kernel.journal SET id = ? WHERE id = ?", name.value(), row.value());
    }

    /// Its rows show under the next one as if they had been planted.
    private List<Finding> deleteSeal(Seal seal) {
        db.execute("DELETE FROM kernel.seal WHERE number = ?", seal.number());
        var found = new ArrayList<Finding>();
        found.add(new Finding(seal.number(), null, Kind.SEAL_MISSING));
        seal.remembered().forEach(row -> found.add(new Finding(seal.number() + 1, row.id(), Kind.ROW_INSERTED)));
        return found;
    }

    /// The end is taken away with all that points at it.
    private List<Finding> cutTail(Seal seal) {
        db.execute("DELETE FROM kernel.seal WHERE number >= ?", seal.number());
        db.execute(
                "DELETE FROM kernel.journal WHERE (xid, id) > (?, ?)",
                seal.from().xid(),
                seal.from().id());
        db.execute(
                "UPDATE kernel.listener SET xid = ?, id = ? WHERE name = 'seal'",
                seal.from().xid(),
                seal.from().id());
        return List.of(new Finding(seal.number(), null, Kind.TAIL_CUT));
    }

    private Id row(Seal seal) {
        var rows = rows(seal);
        return rows.get(random.nextInt(rows.size()));
    }

    /// The rows of the test under a seal; other tests may have some there too.
    private List<Id> rows(Seal seal) {
        return db
                .fetch(
                        """
                        SELECT id FROM kernel.journal
                         WHERE jurisdiction = ? AND (xid, id) > (?, ?) AND (xid, id) <= (?, ?) ORDER BY id
                        """,
                        jurisdiction,
                        seal.from().xid(),
                        seal.from().id(),
                        seal.to().xid(),
                        seal.to().id())
                .into(Long.class)
                .stream()
                .map(Id::new)
                .toList();
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
