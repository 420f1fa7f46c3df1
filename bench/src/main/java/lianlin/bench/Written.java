package lianlin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lianlin.bench.Bench.Setting;

/// The limit of P4: the rows that placing an order has written, again and again under new keys, by prepared statements
/// in
/// one durable transaction. Into copies of the tables with all their indexes and checks, so that no counter goes wrong.
final class Written {
    /// Which rows of which table belong to an order, and which of their columns tell one order from the next.
    private record Table(String name, String rows, List<String> keys) {}

    private static final List<Table> TABLES = List.of(
            new Table("procedure.\"case\"", "id = %d", List.of("id", "number")),
            new Table("matter.service_order", "id = %d", List.of("id")),
            new Table("kernel.journal", "subject_id = %d", List.of("id", "subject_id")),
            new Table(
                    "kernel.answered",
                    "key = (SELECT key FROM kernel.answered ORDER BY stored DESC LIMIT 1)",
                    List.of("key")));

    /// One row as a statement with its values; those at `keys` get the next key.
    private record Ready(PreparedStatement statement, List<Integer> keys) {
        void write(long key) throws SQLException {
            for (var at : keys) {
                statement.setString(at, Long.toString(key));
            }
            statement.execute();
        }
    }

    private Written() {}

    static Load.Figure load(Setting setting, int clients, long order) throws Exception {
        var next = new AtomicLong(System.nanoTime());
        var connections = new ArrayList<Connection>();
        try {
            setting.database().execute("DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench");
            for (var table : TABLES) {
                setting.database()
                        .execute("CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(copy(table), table.name()));
            }
            var workers = new ArrayList<Load.Work>();
            for (var i = 0; i < clients; i++) {
                var connection = setting.database().connect();
                connections.add(connection);
                var ready = new ArrayList<Ready>();
                for (var table : TABLES) {
                    ready.addAll(rows(connection, table, order));
                }
                connection.setAutoCommit(false);
                workers.add(number -> {
                    var key = next.incrementAndGet();
                    for (var row : ready) {
                        row.write(key);
                    }
                    connection.commit();
                });
            }
            return Load.on(connections).together(2_000, 8_000, workers, null);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
            setting.database().execute("DROP SCHEMA IF EXISTS bench CASCADE");
        }
    }

    private static String copy(Table table) {
        return "bench." + table.name().substring(table.name().indexOf('.') + 1);
    }

    private static List<Ready> rows(Connection connection, Table table, long order) throws SQLException {
        var ready = new ArrayList<Ready>();
        var select = "SELECT * FROM " + table.name() + " WHERE " + table.rows().formatted(order);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            var about = rows.getMetaData();
            var names = new ArrayList<String>();
            var marks = new ArrayList<String>();
            for (var at = 1; at <= about.getColumnCount(); at++) {
                names.add(about.getColumnName(at));
                marks.add("?::text::" + about.getColumnTypeName(at));
            }
            while (rows.next()) {
                var insert = connection.prepareStatement("INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(copy(table), String.join(", ", names), String.join(", ", marks)));
                for (var at = 1; at <= names.size(); at++) {
                    insert.setString(at, rows.getString(at));
                }
                ready.add(new Ready(insert, places(names, table.keys())));
            }
        }
        if (ready.isEmpty()) {
            throw new IllegalStateException("The order has no rows in " + table.name());
        }
        return ready;
    }

    private static List<Integer> places(List<String> names, List<String> keys) {
        var places = new ArrayList<Integer>();
        for (var key : keys) {
            places.add(names.indexOf(key) + 1);
        }
        return Collections.unmodifiableList(places);
    }
}
