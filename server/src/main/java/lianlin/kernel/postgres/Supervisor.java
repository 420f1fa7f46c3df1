package lianlin.kernel.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the server of a cluster running until it is told to stop. A server that was killed comes back on the same
/// port;
/// an application that was killed takes its server with it.
final class Supervisor {
    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
    private static final Duration BETWEEN_REVIVALS = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Processes processes;
    private final RememberedPort remembered;
    private final ServerSettings settings;

    private @Nullable Process guard;
    private volatile int port;
    private volatile boolean stopping;

    Supervisor(Cluster cluster, RememberedPort remembered, ServerSettings settings) {
        this.cluster = cluster;
        this.processes = new Processes(cluster);
        this.remembered = remembered;
        this.settings = settings;
    }

    int port() {
        return port;
    }

    /// Starts the server and waits until it accepts connections. After a hard kill the lock file and the
    /// shared memory of the former server can linger for a moment; hence the tries.
    synchronized void start() throws IOException {
        for (var attempt = 1; attempt <= settings.tries() && !stopping; attempt++) {
            processes.clear();
            var chosen = port == 0 ? remembered.orFree() : port;
            cluster.configure(chosen, settings);
            var server = launch();
            if (ready(server)) {
                port = chosen;
                remembered.remember(chosen);
                var _ = server.onExit().thenAcceptAsync(this::revive, Supervisor::inBackground);
                return;
            }
            dismissGuard();
            Processes.pause(BETWEEN_TRIES);
        }
        throw new CannotStart("The database in %s does not start: %s (more in %s)"
                .formatted(cluster.folder(), Files.readString(output()).strip(), cluster.logs()));
    }

    void stop() {
        stopping = true;
        synchronized (this) {
            processes.stopServer();
            dismissGuard();
        }
    }

    private Process launch() throws IOException {
        var server = cluster.user()
                .session(
                        cluster.folder(),
                        cluster.binaries().postgres(),
                        "-D",
                        cluster.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        server.getOutputStream().close();
        guard = guard(server);
        return server;
    }

    /// A small process that waits for the end of this application, however it ends: the system then closes the pipe
    /// between them. It has the server stop in good order, if the number is still that of the server.
    private Process guard(Process server) throws IOException {
        var script = "read -r _; [ \"$(readlink \"/proc/$0/cwd\")\" = \"$1\" ] && kill -INT \"$0\"";
        var command = new ArrayList<>(Commands.OWN_SESSION);
        command.addAll(List.of(
                "sh",
                "-c",
                script,
                String.valueOf(server.pid()),
                cluster.folder().toString()));
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void dismissGuard() {
        if (guard != null) {
            guard.destroyForcibly();
            guard = null;
        }
    }

    /// Recovery after a crash may take long, so there is no limit as long as the process lives.
    private boolean ready(Process server) {
        while (server.isAlive() && !stopping) {
            if (condition().equals("ready")) {
                return true;
            }
            Processes.pause(Duration.ofMillis(20));
        }
        return false;
    }

    private String condition() {
        try (var lines = Files.lines(cluster.processFile(), UTF_8)) {
            return lines.skip(7).findFirst().orElse("").strip();
        } catch (IOException e) {
            return "";
        }
    }

    private void revive(Process ended) {
        while (!stopping) {
            log.warn("The database ended by itself (code {}) and is started again.", ended.exitValue());
            try {
                dismissGuard();
                start();
                return;
            } catch (IOException | CannotStart e) {
                log.error("The database could not be started again.", e);
                Processes.pause(BETWEEN_REVIVALS);
            }
        }
    }

    private static void inBackground(Runnable work) {
        Thread.ofPlatform().name("database-supervisor").daemon().start(work);
    }

    private Path output() {
        return cluster.logs().resolve("start.log");
    }
}
