package lianlin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import lianlin.bench.Bench.Setting;
import org.dhatim.fastexcel.Workbook;
import tools.jackson.databind.JsonNode;

/// P7 and P8: members in and out by sheets of Excel.
final class Sheets {
    private static final int ROWS = 50_000;
    private static final int MOST_HEAP = 64;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String EXCEL =
            "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Sheets() {}

    static List<Row> intake(Setting setting) throws Exception {
        var sheet = sheet(setting.database());
        var application = setting.application();
        try (var clerk = setting.visitor("quji")) {
            var rest = application.heapAtRest();
            var collections = application.collections();
            var before = application.spent();
            var begin = System.nanoTime();
            var received = clerk.ok("POST", "/api/imports/members?name=bench.xlsx", sheet, EXCEL)
                    .json();
            var checked = await(clerk, received, "CHECKED");
            var seconds = (System.nanoTime() - begin) / 1e9;
            confirm(clerk, checked);
            var applied = await(clerk, received, "APPLIED");
            var all = (System.nanoTime() - begin) / 1e9;
            var spent = application.spent().since(before);
            var growth = Math.max(0, application.heapSince(collections) - rest);
            var rows = applied.path("applied").asInt();
            var rate = rows / all;
            return List.of(new Row(
                    "P7",
                    "Excel import of %,d members, upload to written".formatted(rows),
                    "11–13 rows/s, 543 MB heap",
                    "24,000 rows/s by COPY",
                    "≥ 6,000 rows/s, heap + ≤ 64 MB",
                    "%,.0f rows/s (checked after %.1f s, written after %.1f s, %d rows refused), %.2f CPU ms a row, heap + %d MB"
                            .formatted(
                                    rate,
                                    seconds,
                                    all,
                                    applied.path("bad").asInt(),
                                    (double) spent.all() / rows,
                                    growth),
                    rate >= 6_000 && growth <= MOST_HEAP,
                    Map.of("rate", rate, "heap", (double) growth, "cpu", (double) spent.all() / rows)));
        }
    }

    static List<Row> export(Setting setting) throws Exception {
        var application = setting.application();
        try (var clerk = setting.visitor("quji")) {
            var members = clerk.json("GET", "/api/members?limit=1", null)
                    .path("total")
                    .asInt();
            var rest = application.heapAtRest();
            var collections = application.collections();
            var before = application.spent();
            var begin = System.nanoTime();
            var bytes = clerk.ok("GET", "/api/members/export", null).body().length;
            var seconds = (System.nanoTime() - begin) / 1e9;
            var spent = application.spent().since(before);
            var growth = Math.max(0, application.heapSince(collections) - rest);
            var rate = members / seconds;
            return List.of(new Row(
                    "P8",
                    "Excel export of %,d members".formatted(members),
                    "out of memory with status 200 at 1,000,000",
                    "0.8 s for COPY of 1,000,000",
                    "≥ 25,000 rows/s, heap + ≤ 64 MB",
                    "%,.0f rows/s (%.1f s, %d MB), %.3f CPU ms a row, heap + %d MB"
                            .formatted(rate, seconds, bytes >> 20, (double) spent.all() / members, growth),
                    rate >= 25_000 && growth <= MOST_HEAP,
                    Map.of("rate", rate, "heap", (double) growth, "cpu", (double) spent.all() / members)));
        }
    }

    private static JsonNode await(Visitor clerk, JsonNode batch, String state)
            throws IOException, InterruptedException {
        while (true) {
            var now = clerk.json("GET", "/api/imports/" + batch.path("id").asString(), null);
            if (now.path("state").asString().equals(state)) {
                return now;
            }
            if (List.of("REJECTED", "CANCELLED").contains(now.path("state").asString())) {
                throw new IllegalStateException("The import ended: " + now);
            }
            Thread.sleep(100);
        }
    }

    private static void confirm(Visitor clerk, JsonNode checked) throws IOException {
        clerk.json(
                "PUT",
                "/api/imports/" + checked.path("id").asString() + "/state",
                Map.of("state", "CONFIRMED", "goodOnly", true),
                "If-Match: \"" + checked.path("version").asInt() + "\"");
    }

    private static byte[] sheet(Database database) throws SQLException, IOException {
        var branches = database.list(String.class, """
                SELECT name FROM organization.organization
                 WHERE kind IN ('BRANCH', 'JOINT_BRANCH') AND status = 'ACTIVE' GROUP BY name HAVING count(*) = 1
                 ORDER BY md5(name) LIMIT 1000
                """);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var file = new ByteArrayOutputStream();
        var titles = List.of("姓名", "公民身份号码", "联系电话", "家庭住址", "所在党支部", "党员状态", "人员类别", "入党日期");
        try (var workbook = new Workbook(file, "bench", "1.0")) {
            var page = workbook.newWorksheet("党员花名册");
            for (var at = 0; at < titles.size(); at++) {
                page.value(0, at, titles.get(at));
            }
            for (var row = 1; row <= ROWS; row++) {
                page.value(row, 0, "测" + (char) ('一' + row % 5_000) + (char) ('一' + row / 5_000));
                page.value(row, 1, identity(row, random));
                page.value(row, 2, "1990%07d".formatted(1_000_000 + row));
                page.value(row, 3, "演示路%d号%d座".formatted(row % 188 + 1, row % 17 + 1));
                page.value(row, 4, branches.get(row % branches.size()));
                page.value(row, 5, "正式党员");
                page.value(row, 6, "社区直管党员");
                page.value(row, 7, "2011-07-01");
            }
        }
        return file.toByteArray();
    }

    /// Of another county than the members that are there, so that nobody comes twice.
    private static String identity(int row, RandomGenerator random) {
        var born = LocalDate.of(1970, 1, 1).plusDays(row / 20);
        var body = "440605%s%03d".formatted(born.toString().replace("-", ""), row % 20 * 40 + random.nextInt(40));
        return body + check(body);
    }

    static char check(String body) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
