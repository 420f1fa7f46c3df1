package lianlin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lianlin.bench.Bench.Setting;
import tools.jackson.databind.JsonNode;

/// P4: placing an order, beside the same rows written by prepared statements; P5: its whole life.
final class Orders {
    private static final int CLIENTS = 8;

    private Orders() {}

    static List<Row> placed(Setting setting) throws Exception {
        var rows = new ArrayList<Row>();
        try (var clerk = setting.visitor("shequ")) {
            var placing = new Placing(clerk);
            var load = setting.load();
            load.together(2_000, 1, List.of(placing.by(clerk)), null);
            var alone = load.together(500, 1_000, List.of(placing.by(clerk)), setting.database()::followed);
            var together = load.together(500, 2_400, placing.many(CLIENTS), setting.database()::followed);
            var limitAlone = Written.load(setting, 1, placing.last());
            var limitTogether = Written.load(setting, CLIENTS, placing.last());
            rows.add(Row.cpu(
                    "P4", "place an order, 1 client", "1.0–1.4 CPU ms for one row, audit later", limitAlone, 1, alone));
            var share = limitTogether.rate() / together.rate();
            rows.add(new Row(
                    "P4",
                    "place orders, %d clients".formatted(CLIENTS),
                    "",
                    "%.0f/s (%.0f/s by 1)".formatted(limitTogether.rate(), limitAlone.rate()),
                    "≥ 1/8 of the limit",
                    "%.0f/s (%.0f/s by 1), 1/%.1f of the limit; %s"
                            .formatted(together.rate(), alone.rate(), share, Row.said(together)),
                    share <= 8,
                    Map.of("rate", together.rate(), "share", share, "cpu", together.cpu())));
            rows.add(scale("P4", alone, together));
        }
        return rows;
    }

    static List<Row> lives(Setting setting) throws Exception {
        var rows = new ArrayList<Row>();
        var load = setting.load();
        var lives = new ArrayList<Load.Work>();
        for (var i = 0; i < CLIENTS; i++) {
            lives.add(new Life(setting, i));
        }
        load.together(200, 2, lives.subList(0, 2), null);
        Load.Figure alone = null;
        for (var clients : new int[] {1, 2, CLIENTS}) {
            var figure = load.together(40, 240, lives.subList(0, clients), setting.database()::followed);
            if (alone == null) {
                alone = figure;
            }
            rows.add(new Row(
                    "P5",
                    "whole life of an order with the lists between, %d client%s"
                            .formatted(clients, clients == 1 ? "" : "s"),
                    clients == 1 ? "DIGIT: 37/s empty, 6.3/s at 1 million" : "",
                    "",
                    clients == 1 ? "" : "≥ 150/s",
                    "%.0f/s; %s".formatted(figure.rate(), Row.said(figure)),
                    clients == 1 ? null : figure.rate() >= 150,
                    Map.of("rate", figure.rate(), "cpu", figure.cpu())));
            if (clients == CLIENTS) {
                rows.add(scale("P5", alone, figure));
            }
        }
        return rows;
    }

    private static Row scale(String id, Load.Figure alone, Load.Figure together) {
        var times = together.rate() / alone.rate();
        return new Row(
                id,
                "throughput by %d clients over that by 1".formatted(CLIENTS),
                "",
                "",
                "≥ × 1.6",
                "× %.2f".formatted(times),
                times >= 1.6,
                Map.of("scale", times));
    }

    /// A clerk who writes orders down for people on the telephone.
    private static final class Placing {
        private final Visitor clerk;
        private final AtomicInteger phones = new AtomicInteger((int) (System.nanoTime() % 50_000_000));
        private volatile String last = "";

        Placing(Visitor clerk) {
            this.clerk = clerk;
        }

        Load.Work by(Visitor one) {
            return number -> last = one.json(
                            "POST",
                            "/api/service-orders",
                            Map.of(
                                    "title",
                                    "代购药品 " + number,
                                    "category",
                                    "CARE",
                                    "channel",
                                    "PHONE",
                                    "behalf",
                                    Map.of(
                                            "name",
                                            "测试甲",
                                            "phone",
                                            "139%08d".formatted(phones.incrementAndGet()),
                                            "consent",
                                            "VOICE")))
                    .path("order")
                    .path("id")
                    .asString();
        }

        List<Load.Work> many(int clients) {
            var all = new ArrayList<Load.Work>();
            for (var i = 0; i < clients; i++) {
                all.add(by(clerk.twin()));
            }
            return all;
        }

        long last() {
            return Ids.value(last);
        }
    }

    /// A resident, a clerk and the leader of a team, who see one order through after the other.
    private static final class Life implements Load.Work {
        private final Visitor resident;
        private final Visitor clerk;
        private final Visitor leader;
        private final String place;
        private String team = "";

        Life(Setting setting, int number) throws IOException {
            resident = setting.visitor("jumin" + (1 + number % 3));
            clerk = setting.visitor("shequ");
            leader = new Visitor(setting.options().port());
            place = leader.signIn("duizhang1").path("post").path("place").asString();
        }

        @Override
        public void go(int number) throws IOException {
            var placed = resident.json(
                    "POST",
                    "/api/service-orders",
                    Map.of("title", "修水龙头 " + number, "category", "REPAIR", "channel", "APP"));
            var order = placed.path("order");
            list(clerk);
            if (team.isEmpty()) {
                team = team(order.path("id").asString());
            }
            order = step(clerk, order, "dispatch", Map.of("taker", team));
            list(leader);
            order = step(leader, order, "accept", Map.of());
            order = step(leader, order, "start", Map.of());
            order = step(leader, order, "complete", Map.of("minutes", 30, "persons", 1, "note", "好了"));
            list(resident);
            order = step(resident, order, "rate", Map.of("stars", 5));
            if (!order.path("state").path("code").asString().equals("CLOSED")) {
                throw new IllegalStateException("An order did not close: " + order.path("state"));
            }
        }

        private static void list(Visitor visitor) throws IOException {
            visitor.get("/api/service-orders?limit=20");
        }

        /// The team of the leader among those that could take it.
        private String team(String order) throws IOException {
            var takers = new HashMap<String, String>();
            clerk.json("GET", "/api/service-orders/" + order + "/takers", null)
                    .path("items")
                    .forEach(taker -> takers.put(
                            taker.path("name").asString(), taker.path("id").asString()));
            return takers.entrySet().stream()
                    .filter(taker -> place.contains(taker.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No taker " + place + " among " + takers.keySet()));
        }

        private static JsonNode step(Visitor by, JsonNode order, String action, Map<String, Object> form)
                throws IOException {
            return by.json(
                    "POST",
                    "/api/service-orders/" + order.path("id").asString() + "/steps",
                    Map.of("action", action, "form", form),
                    "If-Match: \"" + order.path("version").asInt() + "\"");
        }
    }
}
