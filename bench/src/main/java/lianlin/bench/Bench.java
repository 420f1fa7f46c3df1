package lianlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Fills a district of the size asked for, measures the application on it, and prints the table of
/// `docs/performance.md`.
final class Bench {
    /// What can be measured, on a running application.
    interface Probe {
        List<Row> rows(Setting setting) throws Exception;
    }

    /// A running application and what is needed to ask it.
    record Setting(Options options, Application application, Database database, Load load) {
        Visitor visitor(String login) throws IOException {
            return Visitor.signedIn(options.port(), login);
        }
    }

    private record Part(Set<String> ids, Probe probe) {}

    /// In this order: reads before writes, and the memory right after the reads.
    private static final List<Part> PARTS = List.of(
            new Part(Set.of("P11"), Starts::memory),
            new Part(Set.of("P1"), Members::byKey),
            new Part(Set.of("P2"), Members::pages),
            new Part(Set.of("P3"), Bench::dashboards),
            new Part(Set.of("P6"), Trees::levels),
            new Part(Set.of("P9"), Members::names),
            new Part(Set.of("P10"), Logins::rows),
            new Part(Set.of("P4"), Orders::placed),
            new Part(Set.of("P5"), Orders::lives),
            new Part(Set.of("P8"), Sheets::export),
            new Part(Set.of("P7"), Sheets::intake),
            new Part(Set.of("P12"), Pages::rows));

    private Bench() {}

    public static void main(String[] words) throws Exception {
        try {
            var options = Options.parse(List.of(words));
            if (options.help()) {
                System.out.print(Options.HELP);
            } else {
                measure(options);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void measure(Options options) throws Exception {
        var kept = options.data();
        var folder = kept == null ? Files.createTempDirectory("lianlin-bench") : kept;
        // the database runs as another user where the application is root's
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = folder.resolve("data");
        try {
            var report = new Report(options);
            if (kept == null) {
                report.said(Filling.fill(options, data));
            }
            probe(options, data, report);
            report.print();
        } finally {
            if (kept != null || options.keep()) {
                System.out.println("The data stay in " + folder);
            } else {
                delete(folder);
            }
        }
    }

    private static void probe(Options options, Path data, Report report) throws Exception {
        // one start so that the second one finds no recovery and warm files
        Application.start(options.root(), data, options.port(), List.of()).close();
        try (var application = Application.start(options.root(), data, options.port(), List.of());
                var database = new Database(data)) {
            var setting = new Setting(options, application, database, new Load(application::spent));
            report.ran(database);
            database.followed();
            report.add(Starts.rows(setting));
            for (var part : PARTS) {
                if (part.ids().stream().anyMatch(options::wants)) {
                    report.add(rows(part, setting));
                }
            }
            database.followed();
            report.said(Counters.check(database));
        }
    }

    /// One part that fails does not take the others along.
    private static List<Row> rows(Part part, Setting setting) {
        try {
            return part.probe().rows(setting);
        } catch (Exception e) {
            return part.ids().stream()
                    .map(id -> Row.absent(id, "", "", "failed: " + e.getMessage()))
                    .toList();
        }
    }

    private static List<Row> dashboards(Setting setting) {
        return List.of(Row.absent(
                "P3",
                "dashboard of one organization or place",
                "≤ 1 CPU ms",
                "not measured: there is no endpoint yet"));
    }

    private static void delete(Path folder) throws IOException {
        var all = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(all::add);
        }
        for (var file : all.reversed()) {
            Files.delete(file);
        }
    }
}
