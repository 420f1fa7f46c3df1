package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A hash tree over rows (IDN-15): its root stands for all of them, and a short proof shows that one row is
/// among them without showing the others. Leaves and nodes are hashed apart, so that neither passes for the
/// other: leaf = SM3(0‖row), node = SM3(1‖left‖right); an odd one at the end of a level moves up
/// unchanged.
public final class TreeHash {
    /// That the row at `index` of `size` rows is in a tree: the neighbours on its way to the root, in hex.
    public record Proof(int index, int size, List<String> path) {
        public Proof {
            path = List.copyOf(path);
        }
    }

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final HexFormat HEX = HexFormat.of();

    private final List<List<byte[]>> levels = new ArrayList<>();

    private TreeHash(List<byte[]> leaves) {
        levels.add(leaves);
        for (var level = leaves; level.size() > 1; levels.add(level)) {
            level = above(level);
        }
    }

    /// The tree of rows in their order, each in its canonical bytes.
    public static TreeHash of(List<byte[]> rows) {
        return new TreeHash(rows.stream().map(row -> Sm3.of(LEAF, row)).toList());
    }

    /// The canonical bytes of a row: every field as its length (4 bytes) and its UTF-8, an absent one as the
    /// length -1.
    public static byte[] canonical(List<? extends @Nullable String> fields) {
        var bytes = new ByteArrayOutputStream();
        for (var field : fields) {
            var text = field == null ? new byte[0] : field.getBytes(UTF_8);
            var length = ByteBuffer.allocate(Integer.BYTES).putInt(field == null ? -1 : text.length);
            bytes.writeBytes(length.array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    public int size() {
        return levels.getFirst().size();
    }

    /// The hash of the row at `index`, as it stands in the tree.
    public byte[] leaf(int index) {
        return levels.getFirst().get(index).clone();
    }

    /// 32 bytes; of no rows, the digest of nothing.
    public byte[] root() {
        var top = levels.getLast();
        return top.isEmpty() ? Sm3.of() : top.getFirst().clone();
    }

    /// The proof for the row at `index` (`IndexOutOfBoundsException` if there is none).
    public Proof proof(int index) {
        var path = new ArrayList<String>();
        var at = Objects.checkIndex(index, size());
        for (var level : levels.subList(0, levels.size() - 1)) {
            var neighbour = at ^ 1;
            if (neighbour < level.size()) {
                path.add(HEX.formatHex(level.get(neighbour)));
            }
            at /= 2;
        }
        return new Proof(index, size(), path);
    }

    /// Whether a row, by its proof, is in the tree of that root; false for every proof that is not well formed.
    public static boolean verify(byte[] row, Proof proof, byte[] root) {
        if (proof.index() < 0 || proof.index() >= proof.size()) {
            return false;
        }
        var hash = Sm3.of(LEAF, row);
        var at = proof.index();
        var step = 0;
        for (var size = proof.size(); size > 1; size = (size + 1) / 2) {
            if ((at ^ 1) < size) {
                if (step == proof.path().size()) {
                    return false;
                }
                var text = proof.path().get(step++);
                if (!text.matches("[0-9a-f]{64}")) {
                    return false;
                }
                var neighbour = HEX.parseHex(text);
                hash = at % 2 == 0 ? Sm3.of(NODE, hash, neighbour) : Sm3.of(NODE, neighbour, hash);
            }
            at /= 2;
        }
        return step == proof.path().size() && MessageDigest.isEqual(hash, root);
    }

    private static List<byte[]> above(List<byte[]> level) {
        var next = new ArrayList<byte[]>((level.size() + 1) / 2);
        for (var i = 0; i + 1 < level.size(); i += 2) {
            next.add(Sm3.of(NODE, level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            next.add(level.getLast());
        }
        return next;
    }
}
