package lianlin.bench;

import java.nio.file.Path;
import java.util.List;

/// The first start, which writes the district, and what has to be right before anything is measured.
final class Filling {
    private Filling() {}

    static String fill(Options options, Path data) throws Exception {
        var properties =
                List.of("-Dlianlin.demo.size=" + options.size(), "-Dlianlin.demo.matters=" + options.matters());
        System.out.printf(
                "The application fills its database: size %s, %,d matters (its words: %s)%n",
                options.size(), options.matters(), data.resolveSibling("lianlin.log"));
        var begin = System.nanoTime();
        try (var application = Application.start(options.root(), data, options.port(), properties);
                var database = new Database(data)) {
            database.followed();
            database.execute("VACUUM ANALYZE");
            var counters = Counters.check(database);
            var spent = application.spent();
            return "Filled in %.0f s, %.0f CPU s. %s"
                    .formatted((System.nanoTime() - begin) / 1e9, spent.all() / 1e3, counters);
        }
    }
}
