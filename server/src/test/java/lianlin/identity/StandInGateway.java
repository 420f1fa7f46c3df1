package lianlin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stands for the SMS gateway of whoever runs the house, as `docs/operating.md` wants it: it takes what is
/// signed, and what comes twice under one id goes to the phone once.
final class StandInGateway implements AutoCloseable {
    static final String SECRET = "a-secret-of-the-gateway";

    /// How it answers.
    enum Mood {
        WELL,
        NO_SUCH_PHONE,
        FORBIDS,
        BROKEN,
        SLOW,
        SLOW_IN_THE_MIDDLE,
        ELSEWHERE
    }

    /// What was asked of it.
    record Asked(Map<String, String> headers, byte[] body) {
        JsonNode message() {
            return new JsonMapper().readTree(body);
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> onPhones = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.WELL;

    StandInGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // threads of its own: the virtual ones of all tests share two carriers
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/sms", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sms";
    }

    void be(Mood next) {
        mood = next;
    }

    List<Asked> asked() {
        return asked;
    }

    /// The texts that have come to a phone.
    List<String> on(String phone) {
        return onPhones.values().stream()
                .filter(message -> message.path("phone").asString().equals(phone))
                .map(message -> message.path("text").asString())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        var now = new Asked(headers, exchange.getRequestBody().readAllBytes());
        asked.add(now);
        switch (mood) {
            case WELL -> {
                var right = Objects.equals(headers.get("authorization"), "Bearer " + SECRET);
                if (right) {
                    var message = now.message();
                    onPhones.putIfAbsent(message.path("id").asString(), message);
                }
                say(exchange, right ? 202 : 401, "");
            }
            case NO_SUCH_PHONE -> say(exchange, 422, "{\"code\":\"undeliverable\"}");
            case FORBIDS -> say(exchange, 403, "{\"code\":\"quota\"}");
            case BROKEN -> say(exchange, 500, "<html>" + new String(now.body(), UTF_8));
            case SLOW -> sleep();
            case SLOW_IN_THE_MIDDLE -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write("{".getBytes(UTF_8));
                exchange.getResponseBody().flush();
                sleep();
            }
            case ELSEWHERE -> {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/sms");
                say(exchange, 307, "");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
