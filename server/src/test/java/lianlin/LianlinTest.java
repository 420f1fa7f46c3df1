package lianlin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The application as people meet it on the command line: a process with options, output and an exit code.
class LianlinTest {
    @TempDir
    Path data;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void makeTheFolderReachable() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void announcesTheFacesAndStopsInOrderWhenItIsAskedTo(String signal) throws Exception {
        var port = freePort();
        var process = start("--data", data.toString(), "--port", port, "--no-demo");
        var output = readUntil(process, "Ctrl-C stops");

        assertThat(output).contains("is ready").contains("http://localhost:" + port + "/desk/");
        assertThat(health(port)).isEqualTo(200);

        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(20, SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var port = String.valueOf(taken.getLocalPort());

            assertRefused("Port " + port + " is in use", "--data", data.toString(), "--port", port);
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void saysInOneSentenceThatAnOptionIsUnknown() throws Exception {
        assertRefused("The option --prot is unknown", "--prot", "80");
    }

    private void assertRefused(String beginning, String... options) throws Exception {
        var process = start(options);
        var output = readUntil(process, null);

        assertThat(output).startsWith(beginning);
        assertThat(output.strip().lines()).hasSize(1);
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private Process start(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                // Whoever runs the tests in the background has made its children deaf to Ctrl-C.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                Lianlin.class.getName()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private static String readUntil(Process process, @Nullable String words) throws IOException {
        var lines = new ArrayList<String>();
        var reader = process.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (words != null && line.contains(words)) {
                break;
            }
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static int health(String port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://localhost:" + port + "/health");
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
