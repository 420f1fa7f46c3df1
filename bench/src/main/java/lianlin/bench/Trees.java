package lianlin.bench;

import java.util.ArrayList;
import java.util.List;
import lianlin.bench.Bench.Setting;

/// P6: the organization tree as the pages load it, level by level.
final class Trees {
    private Trees() {}

    static List<Row> levels(Setting setting) throws Exception {
        var big = setting.options().size() == Size.L;
        try (var visitor = setting.visitor("quji")) {
            var root = visitor.json("GET", "/api/organizations/tree", null)
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            var first = setting.load().alone(big ? 500 : 1_500, 500, number -> {
                visitor.get("/api/organizations/tree");
                visitor.get("/api/organizations/tree?parent=" + root);
            });
            var parents = setting.database()
                    .list(
                            Long.class,
                            "SELECT DISTINCT ON (md5(parent::text)) parent FROM organization.organization"
                                    + " WHERE parent IS NOT NULL ORDER BY md5(parent::text) LIMIT 100");
            var level = setting.load()
                    .alone(
                            1_000,
                            1_000,
                            number -> visitor.get("/api/organizations/tree?parent="
                                    + Ids.text(parents.get(number % parents.size()))));
            var rows = new ArrayList<Row>();
            rows.add(Row.cpu(
                    "P6",
                    "first paint of the tree: the top and the level below",
                    big ? "no answer in 240 s" : "15 CPU ms (all 1,400)",
                    null,
                    big ? 300 : 7,
                    first));
            rows.add(Row.cpu("P6", "one level further down, any", "", null, big ? 300 : 7, level));
            rows.add(Row.absent(
                    "P6",
                    "the whole tree in one answer",
                    big ? "≤ 400 CPU ms" : "≤ 7 CPU ms",
                    "not measured: the interface gives the tree by level only"));
            return rows;
        }
    }
}
