package lianlin.kernel.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// The port of the last start, so that people who look into the database find it where it was.
record RememberedPort(Path file) {
    /// The port of the last time where nobody else has it, otherwise a free one.
    int orFree() throws IOException {
        var last = last();
        return last.isPresent() && bind(last.getAsInt()).isPresent()
                ? last.getAsInt()
                : bind(0).orElseThrow(() -> new CannotStart("This computer has no free port left for the database."));
    }

    void remember(int port) throws IOException {
        Files.writeString(file, port + "\n");
    }

    private OptionalInt last() {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt bind(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return OptionalInt.of(socket.getLocalPort());
        } catch (IOException | IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }
}
