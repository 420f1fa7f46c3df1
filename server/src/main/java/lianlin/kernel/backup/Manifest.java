package lianlin.kernel.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import lianlin.kernel.crypto.SealedInput;
import lianlin.kernel.crypto.SealedOutput;
import lianlin.kernel.crypto.StreamKey;
import tools.jackson.databind.json.JsonMapper;

/// What a backup holds, and that it was tried out. It lies beside the copy, sealed like it.
///
/// @param began before anything was copied
/// @param complete from this moment on the copy can be brought back
/// @param postgres the version that wrote it
/// @param timeline the line of history on which it was made
/// @param firstLog the first piece of the log that is in it
/// @param lastLog the last one; later ones bring it forward
/// @param rows how many rows each table had when the copy was tried out
/// @param seals how many seals of the journal fitted then
public record Manifest(
        Instant began,
        Instant complete,
        String postgres,
        int timeline,
        String firstLog,
        String lastLog,
        long bytes,
        List<Entry> files,
        SortedMap<String, Long> rows,
        long seals) {
    /// A file of the copy; `sum` is its SHA-256 in hex.
    public record Entry(String name, long size, String sum) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "manifest.sealed";

    Manifest of(List<Entry> packed) {
        return new Manifest(began, complete, postgres, timeline, firstLog, lastLog, bytes, packed, rows, seals);
    }

    Manifest triedOut(Inspection.Outcome outcome) {
        return new Manifest(
                began, complete, postgres, timeline, firstLog, lastLog, bytes, files, outcome.rows(), outcome.seals());
    }

    void write(Path folder, StreamKey key) throws IOException {
        try (var file = new SealedOutput(folder.resolve(FILE), key, FILE)) {
            file.write(JSON.writeValueAsBytes(this));
        }
    }

    static Manifest read(Path folder, StreamKey key) throws IOException {
        try (var file = new SealedInput(folder.resolve(FILE), key, FILE)) {
            return JSON.readValue(file.readAllBytes(), Manifest.class);
        }
    }
}
