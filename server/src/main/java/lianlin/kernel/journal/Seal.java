package lianlin.kernel.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.crypto.Sm3;
import lianlin.kernel.crypto.TreeHash;
import org.jspecify.annotations.Nullable;

/// What binds a batch of rows and everything before it (IDN-15): `root` stands for the rows, `chained` for
/// the root, the number, the count, the place and the seal before. `prints` point at a row that does not fit.
record Seal(
        long number,
        Instant sealed,
        int rows,
        Span.Position from,
        Span.Position to,
        byte[] root,
        byte[] chained,
        byte[] prints) {
    private static final byte[] NOTHING_BEFORE = new byte[Sm3.BYTES];
    private static final int PRINT = 16;
    private static final int BEGINNING = 8;

    /// A row as the seal remembers it.
    record Print(Id id, long beginning) {}

    /// The seal of rows that follow `before`.
    static Seal of(@Nullable Seal before, Span span, List<SealedRows.Row> rows, Instant now) {
        var tree = tree(rows);
        var number = before == null ? 1 : before.number() + 1;
        var root = tree.root();
        return new Seal(
                number,
                now,
                rows.size(),
                span.from(),
                span.to(),
                root,
                chain(before == null ? NOTHING_BEFORE : before.chained(), root, number, rows.size(), span),
                prints(rows, tree));
    }

    static TreeHash tree(List<SealedRows.Row> rows) {
        return TreeHash.of(rows.stream().map(SealedRows.Row::canonical).toList());
    }

    /// Whether `chained` follows from the seal before.
    boolean follows(@Nullable Seal before) {
        var previous = before == null ? NOTHING_BEFORE : before.chained();
        return java.security.MessageDigest.isEqual(chained, chain(previous, root, number, rows, span()));
    }

    Span span() {
        return new Span(from, to);
    }

    List<Print> remembered() {
        var list = new ArrayList<Print>();
        for (var bytes = ByteBuffer.wrap(prints); bytes.remaining() >= PRINT; ) {
            list.add(new Print(new Id(bytes.getLong()), bytes.getLong()));
        }
        return list;
    }

    static byte[] prints(List<SealedRows.Row> rows, TreeHash tree) {
        var bytes = ByteBuffer.allocate(rows.size() * PRINT);
        for (var i = 0; i < rows.size(); i++) {
            bytes.putLong(rows.get(i).position().id()).put(tree.leaf(i), 0, BEGINNING);
        }
        return bytes.array();
    }

    private static byte[] chain(byte[] before, byte[] root, long number, int rows, Span span) {
        var place = ByteBuffer.allocate(6 * Long.BYTES)
                .putLong(number)
                .putLong(rows)
                .putLong(span.from().xid())
                .putLong(span.from().id())
                .putLong(span.to().xid())
                .putLong(span.to().id());
        return Sm3.of(before, root, place.array());
    }
}
