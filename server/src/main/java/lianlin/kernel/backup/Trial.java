package lianlin.kernel.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import lianlin.kernel.crypto.StreamKey;
import lianlin.kernel.postgres.CannotStart;
import lianlin.kernel.postgres.EmbeddedServer;
import org.springframework.util.FileSystemUtils;

/// Brings a fresh copy back into a folder beside the cluster, starts it there, looks through it and throws it away. The
/// folder is in the data folder, for what lies in it is not sealed.
final class Trial {
    private static final String BEGINNING = "trial-";

    private final Path data;
    private final Clock clock;

    Trial(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    Inspection.Outcome of(Path backup, StreamKey key, Manifest manifest) throws IOException {
        var home = data.resolve("postgres");
        try (var left = Files.newDirectoryStream(home, BEGINNING + "*")) {
            for (var folder : left) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        var copy = Files.createTempDirectory(home, BEGINNING);
        try {
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            Pack.unpack(backup, key, manifest, Unpacked.inside(copy));
            Unpacked.arrange(copy, data.resolve("secrets"));
            Unpacked.useProgramsOf(data, copy);
            try (var server = EmbeddedServer.startTrial(copy)) {
                return new Inspection(copy, data.resolve("secrets").resolve("keys"), clock).of(server.login(), true);
            } catch (CannotStart e) {
                throw new NotDone("The copy was made, but it does not start: " + e.sentence(), e);
            }
        } finally {
            FileSystemUtils.deleteRecursively(copy);
        }
    }
}
