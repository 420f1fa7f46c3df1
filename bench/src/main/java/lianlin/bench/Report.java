package lianlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Collects the rows, prints them as Markdown, and keeps them in `bench/results` for comparison.
final class Report {
    /// What one run found, with the machine and its load beside it.
    record Result(
            Size size,
            long matters,
            String day,
            String machine,
            String loadBefore,
            String loadAfter,
            List<String> said,
            List<Row> rows) {
        String name() {
            return size + "-" + matters;
        }
    }

    private final Options options;
    private final String loadBefore = load();
    private final List<String> said = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String machine = "";

    Report(Options options) {
        this.options = options;
    }

    void said(String sentence) {
        said.add(sentence);
        System.out.println(sentence);
    }

    /// On what it runs.
    void ran(Database database) throws SQLException, IOException {
        var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
        machine = "%d × %s, JDK %s, PostgreSQL %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        System.getProperty("java.runtime.version"),
                        database.one(String.class, "SHOW server_version"));
    }

    void add(List<Row> more) {
        more.stream().filter(row -> options.wants(row.id())).forEach(row -> {
            rows.add(row);
            System.out.print(row.line());
        });
    }

    void print() throws IOException {
        rows.sort(Comparator.comparingInt(row -> Integer.parseInt(row.id().substring(1))));
        var result = new Result(
                options.size(),
                options.matters(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                machine,
                loadBefore,
                load(),
                said,
                rows);
        var results = options.root().resolve("bench/results");
        Files.createDirectories(results);
        var text = markdown(result) + growth(result, others(results, result));
        if (options.only().containsAll(Options.ALL)) {
            Files.write(
                    results.resolve(result.name() + ".json"),
                    Visitor.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
            Files.writeString(results.resolve(result.name() + ".md"), text);
        }
        System.out.println();
        System.out.print(text);
    }

    static String markdown(Result result) {
        var text = new StringBuilder("### %s: %,d organizations, %,d members, %,d matters more%n%n"
                .formatted(result.size(), result.size().organizations, result.size().members, result.matters()));
        text.append("%s, %s. Load average before: %s; after: %s.%n"
                .formatted(result.day(), result.machine(), result.loadBefore(), result.loadAfter()));
        result.said().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n').append(Row.HEADING);
        result.rows().forEach(row -> text.append(row.line()));
        return text.toString();
    }

    /// The same work on other sizes, as factors.
    static String growth(Result result, List<Result> others) {
        var text = new StringBuilder();
        for (var other : others) {
            for (var row : result.rows()) {
                other.rows().stream()
                        .filter(one -> one.id().equals(row.id()) && one.work().equals(row.work()))
                        .filter(one -> row.figures().containsKey("cpu")
                                && one.figures().containsKey("cpu"))
                        .findFirst()
                        .ifPresent(one -> text.append("| %s | %s | %s → %s | × %.2f |%n"
                                .formatted(row.id(), row.work(), other.name(), result.name(), cpu(row) / cpu(one))));
            }
        }
        return text.isEmpty()
                ? ""
                : "\nGrowth of processor time:\n\n| id | work | from → to | factor |\n| --- | --- | --- | --- |\n"
                        + text;
    }

    private static double cpu(Row row) {
        return Objects.requireNonNull(row.figures().get("cpu"));
    }

    private static List<Result> others(Path results, Result result) throws IOException {
        var others = new ArrayList<Result>();
        try (var files = Files.newDirectoryStream(results, "*.json")) {
            for (var file : files) {
                var other = Visitor.JSON.readValue(Files.readAllBytes(file), Result.class);
                if (!other.name().equals(result.name())) {
                    others.add(other);
                }
            }
        }
        others.sort(Comparator.comparing(Result::name));
        return others;
    }

    private static String load() {
        try {
            var fields = Files.readString(Path.of("/proc/loadavg")).split(" ");
            return String.join(" ", fields[0], fields[1], fields[2]);
        } catch (IOException e) {
            return "unknown";
        }
    }
}
