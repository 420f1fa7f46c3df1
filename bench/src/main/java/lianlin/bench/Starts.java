package lianlin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.bench.Bench.Setting;

/// P11: processor time to the first answer on a filled database, and memory while lists are read.
final class Starts {
    private static final int READERS = 4;

    private Starts() {}

    static List<Row> rows(Setting setting) {
        var seconds = setting.application().started() / 1e3;
        return List.of(new Row(
                "P11",
                "start to first answer, database counted in, second start",
                "17–22 CPU s",
                "",
                "≤ 5 CPU s",
                "%.1f CPU s".formatted(seconds),
                seconds <= 5,
                Map.of("start", seconds)));
    }

    static List<Row> memory(Setting setting) throws Exception {
        var readers = new ArrayList<Load.Work>();
        var first = setting.visitor("quji");
        for (var i = 0; i < READERS; i++) {
            var reader = first.twin();
            readers.add(number -> reader.get(
                    switch (number % 3) {
                        case 0 -> "/api/members?limit=20";
                        case 1 -> "/api/organizations?limit=20";
                        default -> "/api/service-orders?limit=20";
                    }));
        }
        setting.load().together(4_000, 4_000, readers, null);
        var memory = setting.application().memory();
        var all = (memory[0] + memory[1]) >> 20;
        var idle = idle(setting.application());
        return List.of(
                new Row(
                        "P11",
                        "memory under list load (proportional set size)",
                        "1.15 GB + MariaDB",
                        "",
                        "≤ 600 MB",
                        "%d MB: application %d, database %d".formatted(all, memory[0] >> 20, memory[1] >> 20),
                        all <= 600,
                        Map.of("memory", (double) all)),
                new Row(
                        "P11",
                        "nobody asks anything; is contained in all figures",
                        "",
                        "",
                        "",
                        "%.1f CPU ms a second".formatted(idle),
                        null,
                        Map.of("idle", idle)));
    }

    /// Processor milliseconds of a second in which there is nothing to do.
    private static double idle(Application application) throws InterruptedException {
        var before = application.spent();
        var begin = System.nanoTime();
        Thread.sleep(10_000);
        return application.spent().since(before).all() / ((System.nanoTime() - begin) / 1e9);
    }
}
