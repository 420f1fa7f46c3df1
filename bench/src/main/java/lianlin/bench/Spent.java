package lianlin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Processor time that the application and its database have used since they started, in milliseconds, user and
/// system together.
record Spent(long java, long database) {
    /// What Linux counts in since Linux 2.6, whatever the kernel's own clock does.
    private static final long MILLIS_OF_TICK = 10;

    /// Some of the fields of `/proc/<pid>/stat`, which stand behind the name in brackets.
    record Stat(long parent, long own, long ofEnded) {
        static Stat parse(String line) {
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return new Stat(
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                    Long.parseLong(fields[13]) + Long.parseLong(fields[14]));
        }
    }

    static Spent of(long java, long postmaster) {
        var ticks = 0L;
        for (var process : database(postmaster)) {
            var stat = stat(process);
            // connections that were closed count for the postmaster, who has waited for them
            ticks += stat.own() + (process == postmaster ? stat.ofEnded() : 0);
        }
        return new Spent(stat(java).own() * MILLIS_OF_TICK, ticks * MILLIS_OF_TICK);
    }

    /// Of connections alone.
    static Spent of(List<Long> connections) {
        return new Spent(
                0,
                connections.stream().mapToLong(process -> stat(process).own()).sum() * MILLIS_OF_TICK);
    }

    Spent since(Spent before) {
        return new Spent(java - before.java, database - before.database);
    }

    long all() {
        return java + database;
    }

    /// The postmaster and every process that it has made.
    static List<Long> database(long postmaster) {
        var processes = new ArrayList<Long>();
        processes.add(postmaster);
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var folder : all) {
                var process = Long.parseLong(folder.getFileName().toString());
                if (stat(process).parent() == postmaster) {
                    processes.add(process);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return processes;
    }

    /// The share of memory that is these processes' own: pages that several use count in parts. In bytes.
    static long memory(List<Long> processes) {
        return processes.stream()
                .mapToLong(process -> {
                    try {
                        return Files.readAllLines(Path.of("/proc/" + process + "/smaps_rollup")).stream()
                                .filter(line -> line.startsWith("Pss:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                                .sum();
                    } catch (IOException e) {
                        return 0;
                    }
                })
                .sum();
    }

    /// Nothing for a process that has ended meanwhile.
    private static Stat stat(long process) {
        try {
            return Stat.parse(Files.readString(Path.of("/proc/" + process + "/stat")));
        } catch (IOException e) {
            return new Stat(0, 0, 0);
        }
    }
}
