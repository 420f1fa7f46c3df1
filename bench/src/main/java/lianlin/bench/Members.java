package lianlin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lianlin.bench.Bench.Setting;

/// P1, P2 and P9: one member, pages of members, members by name; each beside its SQL alone.
final class Members {
    private static final int WARM = 4_000;
    private static final int MANY = 2_000;
    private static final String LINE = """
            SELECT m.id, m.jurisdiction, m.name, m.organization, m.status, m.categories, m.joined_on, m.path, m.area, m.sort,
                   p.gender, p.born, p.phone
              FROM people.member m JOIN people.person p ON p.jurisdiction = m.jurisdiction AND p.id = m.id
            """;
    private static final String IN_ORDER = " ORDER BY m.path, m.sort, m.id LIMIT 21";

    private Members() {}

    static List<Row> byKey(Setting setting) throws Exception {
        var keys = setting.database().list(Long.class, "SELECT id FROM people.member ORDER BY md5(id::text) LIMIT 500");
        try (var visitor = setting.visitor("quji");
                var connection = setting.database().connect();
                var statement = connection.prepareStatement("""
                        SELECT m.*, p.* FROM people.member m
                          JOIN people.person p ON p.jurisdiction = m.jurisdiction AND p.id = m.id
                         WHERE m.jurisdiction = ? AND m.id = ?
                        """)) {
            var limit = Load.on(List.of(connection)).alone(WARM, MANY, number -> {
                statement.setInt(1, Ids.DISTRICT);
                statement.setLong(2, keys.get(number % keys.size()));
                read(statement);
            });
            var ours = setting.load()
                    .alone(
                            WARM,
                            MANY,
                            number -> visitor.get("/api/members/" + Ids.text(keys.get(number % keys.size()))));
            return List.of(Row.cpu("P1", "one member by key", "1.1–1.4 CPU ms", limit, 0.25, ours));
        }
    }

    static List<Row> pages(Setting setting) throws Exception {
        var rows = new ArrayList<Row>();
        var peer = switch (setting.options().size()) {
            case S -> "9–16 CPU ms";
            case M -> "140–270 CPU ms";
            case L -> "360–700 CPU ms";
        };
        try (var visitor = setting.visitor("quji")) {
            rows.add(subtrees(setting, visitor, peer));
            rows.add(Row.cpu(
                    "P2",
                    "first page of the district, exact total",
                    peer,
                    null,
                    0.8,
                    setting.load().alone(WARM, MANY, number -> visitor.get("/api/members?limit=20"))));
            var far = "/api/members?limit=20&after=" + encoded(thousandth(visitor));
            rows.add(Row.cpu(
                    "P2",
                    "page 1,000 of the district, exact total",
                    peer,
                    null,
                    0.8,
                    setting.load().alone(WARM / 2, MANY, number -> visitor.get(far))));
        }
        return rows;
    }

    private static Row subtrees(Setting setting, Visitor visitor, String peer) throws Exception {
        var database = setting.database();
        // from the whole district down to single branches
        var paths = database.list(String.class, """
                SELECT path FROM (SELECT path, row_number() OVER (PARTITION BY length(path) ORDER BY md5(path)) AS number
                                    FROM organization.organization WHERE kind LIKE '%BRANCH' OR kind LIKE '%COMMITTEE') AS part
                 WHERE number <= 20 ORDER BY md5(path)
                """);
        var ids = new ArrayList<Long>();
        for (var path : paths) {
            ids.add(database.one(Long.class, "SELECT id FROM organization.organization WHERE path = ?", path));
        }
        try (var connection = database.connect();
                var page = connection.prepareStatement(LINE
                        + " WHERE m.jurisdiction = ? AND m.path BETWEEN ? AND ? AND m.status <> 'LEFT'" + IN_ORDER);
                var total = connection.prepareStatement(
                        "SELECT state, amount FROM kernel.tally WHERE jurisdiction = ? AND node = ? AND subject = 'member'")) {
            var limit = Load.on(List.of(connection)).alone(WARM, MANY, number -> {
                var path = paths.get(number % paths.size());
                page.setInt(1, Ids.DISTRICT);
                page.setString(2, path);
                page.setString(3, path + '~');
                read(page);
                total.setInt(1, Ids.DISTRICT);
                total.setString(2, "O" + path);
                read(total);
            });
            var ours = setting.load()
                    .alone(
                            WARM,
                            MANY,
                            number -> visitor.get(
                                    "/api/members?limit=20&organization=" + Ids.text(ids.get(number % ids.size()))));
            return Row.cpu("P2", "first page of any subtree, exact total", peer, limit, 0.8, ours);
        }
    }

    /// Where page 1,000 begins.
    private static String thousandth(Visitor visitor) throws IOException {
        var after = "";
        for (var page = 0; page < 100; page++) {
            var answer = visitor.json(
                    "GET", "/api/members?limit=200" + (after.isEmpty() ? "" : "&after=" + encoded(after)), null);
            after = answer.path("next").asString();
        }
        return after;
    }

    static List<Row> names(Setting setting) throws Exception {
        var names = setting.database()
                .list(String.class, "SELECT name FROM people.member ORDER BY md5(id::text || 'n') LIMIT 600");
        var rows = new ArrayList<Row>();
        var peer = setting.options().size() == Size.S ? "14 CPU ms" : "183 CPU ms";
        try (var visitor = setting.visitor("quji");
                var connection = setting.database().connect()) {
            for (var length = 2; length <= 3; length++) {
                var wanted = length;
                var typed = names.stream()
                        .filter(name -> name.length() >= wanted)
                        .map(name -> name.substring(name.length() - wanted))
                        .toList();
                var limit = Load.on(List.of(connection)).alone(WARM / 4, MANY / 2, search(connection, typed));
                var ours = setting.load()
                        .alone(
                                WARM / 2,
                                MANY / 2,
                                number -> visitor.get(
                                        "/api/members?limit=20&q=" + encoded(typed.get(number % typed.size()))));
                rows.add(Row.cpu(
                        "P9",
                        "members by %d characters of the name, with total".formatted(length),
                        peer,
                        limit,
                        2,
                        ours));
            }
        }
        return rows;
    }

    private static Load.Work search(Connection connection, List<String> typed) throws SQLException {
        var where = " WHERE m.jurisdiction = ? AND m.grams @@ ?::tsquery";
        var page = connection.prepareStatement("WITH m AS MATERIALIZED (SELECT * FROM people.member m" + where
                + " LIMIT 2000) " + LINE.replace("people.member m", "m") + IN_ORDER);
        var total = connection.prepareStatement(
                "SELECT count(*) FROM (SELECT FROM people.member m" + where + " LIMIT 1001) AS part");
        return number -> {
            for (var statement : List.of(page, total)) {
                statement.setInt(1, Ids.DISTRICT);
                statement.setString(2, pairs(typed.get(number % typed.size())));
                read(statement);
            }
        };
    }

    /// Every pair of neighbours, as the texts are kept.
    static String pairs(String typed) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i + 1 < typed.length(); i++) {
            pairs.add("'" + typed.substring(i, i + 2) + "'");
        }
        return String.join(" & ", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (var found = statement.executeQuery()) {
            var columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                for (var column = 1; column <= columns; column++) {
                    found.getString(column);
                }
            }
        }
    }
}
