package lianlin.kernel.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How the owner of a server inside gets in.
public record Login(int port, String password) {
    /// The one of the server that runs on a data folder now.
    public static Login ofRunning(Path data) {
        try {
            var port = Files.readString(EmbeddedServer.port(data)).strip();
            return new Login(
                    Integer.parseInt(port),
                    Files.readString(OwnerPassword.file(data)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, EmbeddedServer.DATABASE);
    }

    public String user() {
        return Cluster.OWNER;
    }
}
