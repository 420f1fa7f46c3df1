package lianlin.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Provider;
import java.security.Security;
import java.time.Instant;
import java.util.Arrays;
import lianlin.kernel.crypto.FieldCipher.Place;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("IDN-14")
class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String PHONE = "13812341234";
    private static final Place PLACE = new Place("people.person.phone", 4711, 440604);

    private final Provider provider = new BouncyCastleProvider();

    @TempDir
    private Path disk;

    private Path folder;
    private Path master;
    private KeyRing ring;

    @BeforeEach
    void create() {
        folder = disk.resolve("keys");
        master = disk.resolve("elsewhere/master.key");
        ring = KeyRing.openOrCreate(folder, master, provider, NOW);
    }

    @Test
    void aValueOpensWhereItWasWritten() {
        var cipher = new FieldCipher(ring, provider);
        var stored = cipher.seal(PHONE, PLACE);

        assertThat(stored).hasSize(PHONE.length() + 33).startsWith(1, 0, 0, 0, 1);
        assertThat(cipher.seal(PHONE, PLACE)).isNotEqualTo(stored);
        assertThat(cipher.open(stored, PLACE)).isEqualTo(PHONE);
        assertThat(cipher.open(cipher.seal("", PLACE), PLACE)).isEmpty();
        assertThat(cipher.open(cipher.seal("祖庙街道", PLACE), PLACE)).isEqualTo("祖庙街道");
    }

    @Test
    void everyChangedByteIsSeen() {
        var cipher = new FieldCipher(ring, provider);
        var stored = cipher.seal(PHONE, PLACE);

        for (var i = 0; i < stored.length; i++) {
            for (var bit = 0; bit < 8; bit++) {
                var changed = stored.clone();
                changed[i] ^= (byte) (1 << bit);
                assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> cipher.open(changed, PLACE));
            }
        }
        for (var length = 0; length < stored.length; length++) {
            var cut = Arrays.copyOf(stored, length);
            assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> cipher.open(cut, PLACE));
        }
    }

    @Test
    void aMovedValueIsRefusedAndNotTold() {
        var cipher = new FieldCipher(ring, provider);
        var stored = cipher.seal(PHONE, PLACE);

        for (var other : new Place[] {
            new Place("people.person.mobile", 4711, 440604),
            new Place("people.person.phone", 4712, 440604),
            new Place("people.person.phone", 4711, 440605)
        }) {
            assertThatExceptionOfType(BrokenSeal.class)
                    .isThrownBy(() -> cipher.open(stored, other))
                    .withMessageContaining(other.toString())
                    .withMessageNotContaining(PHONE);
        }
    }

    @Test
    void afterARotationOldValuesOpenAndNewOnesHaveTheNewKey() {
        var old = new FieldCipher(ring, provider).seal(PHONE, PLACE);
        ring = ring.rotated(NOW.plusSeconds(60));
        var reread = KeyRing.open(folder, master, provider);
        var cipher = new FieldCipher(reread, provider);
        var fresh = cipher.seal(PHONE, PLACE);

        assertThat(cipher.isCurrent(old)).isFalse();
        assertThat(cipher.isCurrent(fresh)).isTrue();
        assertThat(cipher.keyOf(fresh)).isEqualTo(3);
        assertThat(cipher.open(old, PLACE)).isEqualTo(cipher.open(fresh, PLACE));
        assertThat(reread.keys())
                .containsExactly(
                        new KeyRing.Key(1, KeyRing.Purpose.FIELD, NOW, false),
                        new KeyRing.Key(2, KeyRing.Purpose.INDEX, NOW, true),
                        new KeyRing.Key(3, KeyRing.Purpose.FIELD, NOW.plusSeconds(60), true));

        var later = new FieldCipher(reread.without(1), provider);
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> later.open(old, PLACE));
        assertThat(later.open(fresh, PLACE)).isEqualTo(PHONE);
        assertThatIllegalArgumentException().isThrownBy(() -> reread.without(2));
        assertThatIllegalArgumentException().isThrownBy(() -> reread.without(3));
    }

    @Test
    void theBlindIndexIsStableAndOnePerField() {
        var phone = BlindIndex.of("people.person.phone", ring, provider);
        var again = BlindIndex.of(
                "people.person.phone", KeyRing.open(folder, master, provider).rotated(NOW), provider);
        var other = BlindIndex.of("people.person.number", ring, provider);

        assertThat(phone.of(PHONE)).hasSize(16).isEqualTo(again.of(PHONE));
        assertThat(phone.of(PHONE)).isNotEqualTo(phone.of("13812341235")).isNotEqualTo(other.of(PHONE));
    }

    @Test
    void theKeyFileAloneIsUseless() throws IOException {
        var text = Files.readString(folder.resolve("keys.json"));
        Files.delete(master);
        assertThatIllegalStateException().isThrownBy(() -> KeyRing.open(folder, master, provider));
        assertThatIllegalStateException().isThrownBy(() -> KeyRing.openOrCreate(folder, master, provider, NOW));

        var foreign = disk.resolve("foreign");
        KeyRing.openOrCreate(foreign, master, provider, NOW);
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> KeyRing.open(folder, master, provider));
        assertThat(Files.readString(folder.resolve("keys.json"))).isEqualTo(text);
    }

    @Test
    void nobodyElseMayReadTheFiles() throws IOException {
        for (var file : new Path[] {folder.resolve("keys.json"), master}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theProviderIsNotRegistered() {
        assertThat(Security.getProvider("BC")).isNull();
    }
}
