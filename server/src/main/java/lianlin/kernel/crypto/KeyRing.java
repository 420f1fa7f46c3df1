package lianlin.kernel.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The data keys of one installation (IDN-14). They lie in `keys.json`, each wrapped by the master key, which is
/// another
/// file, best on another medium; either file alone is useless, and neither belongs into the database or its backup.
///
/// One key encrypts what is written now, older ones still read. The master of the blind indexes has no successor:
/// another
/// one means to compute all indexes anew.
public final class KeyRing {
    /// What a key is for.
    public enum Purpose {
        FIELD,
        INDEX
    }

    /// What may be told about a key.
    public record Key(int id, Purpose purpose, Instant created, boolean current) {}

    record Entry(int id, Purpose purpose, Instant created, String wrapped) {}

    record Content(int version, int field, int index, List<Entry> keys) {}

    private static final String FILE = "keys.json";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final PrivateFile file;
    private final Sm4Gcm sm4;
    private final SecretKey master;
    private final Content content;
    private final Map<Integer, byte[]> keys;

    private KeyRing(PrivateFile file, Sm4Gcm sm4, SecretKey master, Content content) {
        this.file = file;
        this.sm4 = sm4;
        this.master = master;
        this.content = content;
        keys = new TreeMap<>();
        for (var entry : content.keys()) {
            keys.put(entry.id(), unwrap(entry));
        }
    }

    /// The keys in `folder`, unwrapped by `masterKey`. Both files must be there (`IllegalStateException`) and fit
    /// together
    /// ([BrokenSeal]).
    public static KeyRing open(Path folder, Path masterKey, Provider provider) {
        var file = new PrivateFile(folder.resolve(FILE));
        var masterFile = new PrivateFile(masterKey);
        if (!file.exists() || !masterFile.exists()) {
            throw new IllegalStateException("Without its keys the personal data cannot be read: restore "
                    + folder.resolve(FILE) + " and " + masterKey);
        }
        return new KeyRing(file, sm4(provider), master(masterFile), read(file));
    }

    /// The same, but makes random keys, and a master key if there is none, where `keys.json` is missing: for an
    /// installation that has no data yet. Keys without their master key are refused as in [#open].
    public static KeyRing openOrCreate(Path folder, Path masterKey, Provider provider, Instant now) {
        var file = new PrivateFile(folder.resolve(FILE));
        if (file.exists()) {
            return open(folder, masterKey, provider);
        }
        var sm4 = sm4(provider);
        var masterFile = new PrivateFile(masterKey);
        if (!masterFile.exists()) {
            var text = Base64.getEncoder().encodeToString(sm4.randomBytes(Sm4Gcm.KEY_BYTES)) + "\n";
            masterFile.create(text.getBytes(UTF_8));
        }
        var master = master(masterFile);
        var keys = List.of(wrap(sm4, master, 1, Purpose.FIELD, now), wrap(sm4, master, 2, Purpose.INDEX, now));
        var content = new Content(VERSION, 1, 2, keys);
        file.create(JSON.writeValueAsBytes(content));
        return new KeyRing(file, sm4, master, content);
    }

    /// A ring that writes with a new key from now on; it is on the disk when this returns.
    public KeyRing rotated(Instant now) {
        var id = content.keys().stream().mapToInt(Entry::id).max().orElse(0) + 1;
        var entries = new ArrayList<>(content.keys());
        entries.add(wrap(sm4, master, id, Purpose.FIELD, now));
        return replaced(new Content(VERSION, id, content.index(), List.copyOf(entries)));
    }

    /// A ring without an old key, once nothing is encrypted by it any more. A key in use is refused
    /// (`IllegalArgumentException`).
    public KeyRing without(int id) {
        if (id == content.field() || id == content.index() || !keys.containsKey(id)) {
            throw new IllegalArgumentException("Key " + id + " is in use or unknown");
        }
        var left = content.keys().stream().filter(entry -> entry.id() != id).toList();
        return replaced(new Content(VERSION, content.field(), content.index(), left));
    }

    public List<Key> keys() {
        return content.keys().stream()
                .map(entry -> new Key(
                        entry.id(),
                        entry.purpose(),
                        entry.created(),
                        entry.id() == content.field() || entry.id() == content.index()))
                .toList();
    }

    int currentField() {
        return content.field();
    }

    SecretKey field(int id) {
        var bytes = keys.get(id);
        if (bytes == null || id == content.index()) {
            throw new BrokenSeal("Key " + id + " is not in the key ring");
        }
        return Sm4Gcm.key(bytes);
    }

    byte[] index() {
        var bytes = keys.get(content.index());
        if (bytes == null) {
            throw new BrokenSeal("The key of the blind indexes is not in the key ring");
        }
        return bytes.clone();
    }

    private KeyRing replaced(Content next) {
        file.replace(JSON.writeValueAsBytes(next));
        return new KeyRing(file, sm4, master, next);
    }

    private byte[] unwrap(Entry entry) {
        var place = bound(entry.id(), entry.purpose());
        return sm4.open(master, 0, Base64.getDecoder().decode(entry.wrapped()), place.getBytes(UTF_8), place);
    }

    private static Entry wrap(Sm4Gcm sm4, SecretKey master, int id, Purpose purpose, Instant now) {
        var length = purpose == Purpose.FIELD ? Sm4Gcm.KEY_BYTES : Sm3.BYTES;
        var wrapped = sm4.seal(
                master, new byte[0], sm4.randomBytes(length), bound(id, purpose).getBytes(UTF_8));
        return new Entry(id, purpose, now, Base64.getEncoder().encodeToString(wrapped));
    }

    private static String bound(int id, Purpose purpose) {
        return "key|" + id + "|" + purpose;
    }

    private static Content read(PrivateFile file) {
        try {
            var content = JSON.readValue(file.read(), Content.class);
            if (content.version() != VERSION) {
                throw new IllegalStateException("Key file of an unknown version: " + content.version());
            }
            return content;
        } catch (JacksonException e) {
            throw new BrokenSeal("The key file is not readable", e);
        }
    }

    private static SecretKey master(PrivateFile file) {
        var bytes = Base64.getDecoder().decode(new String(file.read(), UTF_8).strip());
        if (bytes.length != Sm4Gcm.KEY_BYTES) {
            throw new IllegalStateException("The master key has 16 bytes, in base64");
        }
        return Sm4Gcm.key(bytes);
    }

    private static Sm4Gcm sm4(Provider provider) {
        return new Sm4Gcm(provider, new SecureRandom());
    }
}
