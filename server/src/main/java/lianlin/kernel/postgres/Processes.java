package lianlin.kernel.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The processes that run on a cluster, known by their working folder, which PostgreSQL sets to the cluster.
/// A process number alone proves nothing: after a restart of the machine another program may have it.
record Processes(Cluster cluster) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Ends what an application that was killed has left behind. To be called with the lock of the data
    /// folder in hand.
    void clear() throws IOException {
        stopServer();
        // Its helpers end by themselves as soon as they notice that the server is gone.
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!running().isEmpty() && System.nanoTime() < deadline) {
            pause(Duration.ofMillis(20));
        }
        for (var left = running(); !left.isEmpty(); left = running()) {
            left.forEach(ProcessHandle::destroyForcibly);
            pause(Duration.ofMillis(20));
        }
        // Nobody is left, so the file is stale, even if its number is in use again.
        Files.deleteIfExists(cluster.processFile());
    }

    /// Ends the server in good order: sessions are cut, everything is written. Does nothing where none is running.
    void stopServer() {
        if (server().isPresent() && !stopped("fast", 60) && !stopped("immediate", 15)) {
            server().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private boolean stopped(String mode, int seconds) {
        return Commands.attempt(cluster.user()
                        .command(
                                cluster.folder(),
                                cluster.binaries().control(),
                                "stop",
                                "--pgdata=" + cluster.folder(),
                                "--mode=" + mode,
                                "--wait",
                                "--timeout=" + seconds,
                                "--silent"))
                .good();
    }

    private Optional<ProcessHandle> server() {
        try (var lines = Files.lines(cluster.processFile())) {
            var number = lines.findFirst().map(String::strip).map(Long::valueOf).orElse(-1L);
            return running().stream().filter(process -> process.pid() == number).findFirst();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::isOfCluster).toList();
    }

    private boolean isOfCluster(ProcessHandle process) {
        var facts = Path.of("/proc", String.valueOf(process.pid()));
        try {
            return Files.readSymbolicLink(facts.resolve("cwd")).equals(cluster.folder())
                    && Files.readSymbolicLink(facts.resolve("exe")).toString().contains("/bin/postgres");
        } catch (IOException e) {
            // Gone by now, or somebody else's.
            return false;
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
