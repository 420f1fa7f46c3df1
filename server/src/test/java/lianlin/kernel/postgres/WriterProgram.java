package lianlin.kernel.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;

/// An application of its own for the tests to kill: starts the server of a folder, writes rows for ever and
/// prints the number of each one that was acknowledged.
final class WriterProgram {
    private WriterProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = EmbeddedServer.start(Path.of(arguments[0]));
                var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var insert = connection.prepareStatement("INSERT INTO written VALUES (?)")) {
            for (var number = 1; ; number++) {
                insert.setInt(1, number);
                insert.executeUpdate();
                System.out.println(number);
            }
        }
    }
}
