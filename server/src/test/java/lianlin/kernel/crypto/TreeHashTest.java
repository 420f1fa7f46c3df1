package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("IDN-15")
class TreeHashTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 33, 100})
    void everyRowHasAProofThatHoldsForItAlone(int size) {
        var rows = rows(size);
        var tree = TreeHash.of(rows);
        var root = tree.root();

        for (var i = 0; i < size; i++) {
            var proof = tree.proof(i);
            assertThat(TreeHash.verify(rows.get(i), proof, root)).isTrue();
            assertThat(TreeHash.verify("other".getBytes(UTF_8), proof, root)).isFalse();
            assertThat(TreeHash.verify(rows.get(i), proof, Sm3.of())).isFalse();
            if (size > 1) {
                var wrong = new TreeHash.Proof((i + 1) % size, size, proof.path());
                assertThat(TreeHash.verify(rows.get(i), wrong, root)).isFalse();
                var cut = new TreeHash.Proof(
                        i, size, proof.path().subList(1, proof.path().size()));
                assertThat(TreeHash.verify(rows.get(i), cut, root)).isFalse();
            }
            var longer = new ArrayList<>(proof.path());
            longer.add("0".repeat(64));
            assertThat(TreeHash.verify(rows.get(i), new TreeHash.Proof(i, size, longer), root))
                    .isFalse();
        }
    }

    @Test
    void anyChangeChangesTheRoot() {
        var root = TreeHash.of(rows(10)).root();

        assertThat(TreeHash.of(rows(10)).root()).isEqualTo(root);
        assertThat(TreeHash.of(rows(9)).root()).isNotEqualTo(root);
        var swapped = new ArrayList<>(rows(10));
        Collections.swap(swapped, 3, 4);
        assertThat(TreeHash.of(swapped).root()).isNotEqualTo(root);
    }

    @Test
    void rootsFollowTheDefinition() {
        var rows = rows(3);
        var leaves = rows.stream().map(row -> Sm3.of(new byte[] {0}, row)).toList();
        var node = Sm3.of(new byte[] {1}, leaves.get(0), leaves.get(1));

        assertThat(TreeHash.of(rows).root()).isEqualTo(Sm3.of(new byte[] {1}, node, leaves.get(2)));
        assertThat(TreeHash.of(rows.subList(0, 1)).root()).isEqualTo(leaves.getFirst());
        assertThat(TreeHash.of(List.of()).root()).isEqualTo(Sm3.of());
    }

    @Test
    void aNodeDoesNotPassForARow() {
        var rows = rows(4);
        var leaves = rows.stream().map(row -> Sm3.of(new byte[] {0}, row)).toList();
        var inner = new byte[64];
        System.arraycopy(leaves.get(0), 0, inner, 0, 32);
        System.arraycopy(leaves.get(1), 0, inner, 32, 32);
        var tree = TreeHash.of(rows);
        var forged = new TreeHash.Proof(0, 2, tree.proof(0).path().subList(1, 2));

        assertThat(TreeHash.verify(inner, forged, tree.root())).isFalse();
    }

    @Test
    void canonicalRowsTellFieldsApart() {
        var rows = List.of(
                TreeHash.canonical(List.of("ab", "c")),
                TreeHash.canonical(List.of("a", "bc")),
                TreeHash.canonical(List.of("abc")),
                TreeHash.canonical(List.of("abc", "")),
                TreeHash.canonical(Arrays.asList("abc", null)));

        for (var i = 0; i < rows.size(); i++) {
            for (var j = i + 1; j < rows.size(); j++) {
                assertThat(rows.get(i)).isNotEqualTo(rows.get(j));
            }
        }
    }

    private static List<byte[]> rows(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> TreeHash.canonical(List.of("row", Integer.toString(i))))
                .toList();
    }
}
