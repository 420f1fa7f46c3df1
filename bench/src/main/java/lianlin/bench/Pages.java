package lianlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lianlin.bench.Bench.Setting;

/// P12: what the first load of a page weighs, by the same count that fails a build.
final class Pages {
    private static final Pattern LINE = Pattern.compile("^(ok|OVER)\\s+(.+?)\\s+([\\d.]+) of (\\d+) KB.*$");

    private Pages() {}

    static List<Row> rows(Setting setting) throws IOException, InterruptedException {
        var web = setting.options().root().resolve("web");
        if (!Files.exists(web.resolve("dist/m"))) {
            return List.of(Row.absent("P12", "first load of a page", "", "not measured: the pages are not built"));
        }
        var process = new ProcessBuilder("node", "scripts/budget.mjs")
                .directory(web.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return rows(said);
    }

    static List<Row> rows(String said) {
        var rows = new ArrayList<Row>();
        for (var line : said.lines().toList()) {
            var found = LINE.matcher(line);
            if (found.matches()) {
                rows.add(new Row(
                        "P12",
                        "first load, " + found.group(2),
                        "",
                        "",
                        "≤ " + found.group(4) + " KB JS gzip",
                        found.group(3) + " KB",
                        found.group(1).equals("ok"),
                        Map.of("kilobytes", Double.valueOf(found.group(3)))));
            }
        }
        return rows;
    }
}
