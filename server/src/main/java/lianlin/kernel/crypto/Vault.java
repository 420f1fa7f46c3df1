package lianlin.kernel.crypto;

import java.nio.file.Path;
import java.security.Provider;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import lianlin.kernel.Id;
import lianlin.kernel.codes.Personal;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Locks personal values away before they go into a column, and finds them again (IDN-14). The keys lie in
/// the folder `lianlin.keys`, outside the database; a master key elsewhere is named by `lianlin.master-key`.
@Component
public class Vault {
    private final Provider provider = new BouncyCastleProvider();
    private final KeyRing keys;
    private final FieldCipher cipher;
    private final ConcurrentMap<String, BlindIndex> indexes = new ConcurrentHashMap<>();

    Vault(
            @Value("${lianlin.keys:${lianlin.data:data}/secrets/keys}") Path folder,
            @Value("${lianlin.master-key:${lianlin.keys:${lianlin.data:data}/secrets/keys}/master.key}") Path masterKey,
            Clock clock) {
        keys = KeyRing.openOrCreate(folder, masterKey, provider, clock.instant());
        cipher = new FieldCipher(keys, provider);
    }

    /// The bytes to store; null stays null. `column` is `schema.table.column`.
    public byte @Nullable [] seal(String column, Id row, int jurisdiction, @Nullable String value) {
        return value == null ? null : cipher.seal(value, new FieldCipher.Place(column, row.value(), jurisdiction));
    }

    public byte @Nullable [] seal(String column, Id row, int jurisdiction, @Nullable Personal value) {
        return seal(column, row, jurisdiction, value == null ? null : value.reveal());
    }

    /// The same for bytes, a piece of a file for example.
    public byte[] sealBytes(String column, Id row, int jurisdiction, byte[] value) {
        return cipher.seal(value, new FieldCipher.Place(column, row.value(), jurisdiction));
    }

    public byte[] openBytes(String column, Id row, int jurisdiction, byte[] stored) {
        return cipher.openBytes(stored, new FieldCipher.Place(column, row.value(), jurisdiction));
    }

    /// What was stored at this place; null stays null.
    public @Nullable String open(String column, Id row, int jurisdiction, byte @Nullable [] stored) {
        return stored == null ? null : cipher.open(stored, new FieldCipher.Place(column, row.value(), jurisdiction));
    }

    /// By what a value is found again by equality. Values of one kind of thing share the name of the index.
    public byte @Nullable [] index(String field, @Nullable String value) {
        return value == null ? null : require(field, value);
    }

    /// The same for a value that is there.
    public byte[] require(String field, String value) {
        return indexes.computeIfAbsent(field, name -> BlindIndex.of(name, keys, provider))
                .of(value);
    }
}
