package lianlin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The application as `./lianlin run` starts it, in a process of its own.
final class Application implements AutoCloseable {
    private static final Pattern HEAP = Pattern.compile("\\b\\d+M->(\\d+)M\\(\\d+M\\)");

    final Path data;
    final int port;
    private final Process process;
    private final Path collections;
    private long started;

    private Application(Path data, int port, Process process, Path collections) {
        this.data = data;
        this.port = port;
        this.process = process;
        this.collections = collections;
    }

    /// `properties` are those of the virtual machine. Comes back when the application answers.
    static Application start(Path root, Path data, int port, List<String> properties)
            throws IOException, InterruptedException {
        var built = root.resolve("server/target/application");
        var cache = built.resolve("lianlin.aot");
        var collections = data.resolveSibling("collections.log");
        Files.deleteIfExists(collections);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dstdout.encoding=UTF-8",
                "-Xlog:gc:file=" + collections + "::filecount=0"));
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(properties);
        command.addAll(List.of(
                "-jar", built.resolve("lianlin.jar").toString(), "--data", data.toString(), "--port", "" + port));
        var log = data.resolveSibling("lianlin.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        var application = new Application(data, port, process, collections);
        application.awaitAnswer(log.toPath());
        return application;
    }

    private void awaitAnswer(Path log) throws InterruptedException {
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application did not start; its words are in " + log);
            }
            try (var visitor = new Visitor(port)) {
                if (visitor.ask("GET", "/health", null).status() == 200) {
                    started = spent().all();
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(20);
        }
    }

    /// Processor time up to the first answer, database included, in milliseconds.
    long started() {
        return started;
    }

    Spent spent() {
        return Spent.of(process.pid(), postmaster());
    }

    /// Of the application and of its database, in bytes; pages that both use count once.
    long[] memory() {
        return new long[] {Spent.memory(List.of(process.pid())), Spent.memory(Spent.database(postmaster()))};
    }

    private long postmaster() {
        try (Stream<String> lines = Files.lines(data.resolve("postgres/cluster/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Collects the garbage and gives what is left of the heap, in megabytes.
    long heapAtRest() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, "" + process.pid(), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return afterCollections(Files.readAllLines(collections)).getLast();
    }

    /// How many collections there were.
    int collections() throws IOException {
        return afterCollections(Files.readAllLines(collections)).size();
    }

    /// The most that collections since then have left behind, in megabytes.
    long heapSince(int collection) throws IOException {
        var all = afterCollections(Files.readAllLines(collections));
        return all.subList(Math.min(collection, all.size()), all.size()).stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    static List<Long> afterCollections(List<String> log) {
        return log.stream()
                .map(HEAP::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }

    /// Stops it as Ctrl-C does, and waits until the database has stopped too.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
