package lianlin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who speaks with an [Application] over HTTP alone, from an address of his own.
public final class Guest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Application application;
    private final HttpClient client;
    private final @Nullable String cookie;
    private final @Nullable String csrf;

    private Guest(Application application, HttpClient client, @Nullable String cookie, @Nullable String csrf) {
        this.application = application;
        this.client = client;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    /// Not signed in. Every 127.x.y.z is this computer; `number` says which one.
    public static Guest of(Application application, int number) throws IOException {
        var address = new byte[] {127, 2, (byte) (number / 250), (byte) (number % 250 + 1)};
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByAddress(address))
                .build();
        return new Guest(application, client, null, null);
    }

    /// A resident of a community, with an account of his own; the code stands in the demo's inbox.
    public Guest join(String phone, String community) throws Exception {
        ask("POST", "/api/session/codes", Map.of("phone", phone));
        var text = get("/api/demo/inbox?phone=" + phone).at("/items/0/text").asString();
        var code = text.replaceAll("(?s).*?(\\d{6}).*", "$1");
        return signed(
                ask("POST", "/api/residents", Map.of("phone", phone, "code", code, "name", "李梅", "area", community)));
    }

    /// One of the first three administrators, with a password of his own: the one that was handed over opens nothing
    /// but its own change.
    public Guest administrator(String login) throws Exception {
        var file = Files.readString(application.data().resolve("secrets/first-administrators.txt"));
        var password = file.lines()
                .filter(line -> line.startsWith(login + " "))
                .findFirst()
                .orElseThrow()
                .substring(login.length())
                .strip();
        var entered = signed(ask("POST", "/api/session", Map.of("login", login, "password", password)));
        entered.ask("PUT", "/api/me/password", Map.of("old", password, "fresh", "own-" + password));
        return entered;
    }

    public JsonNode get(String path) throws Exception {
        return JSON.readTree(ask("GET", path, null).body());
    }

    public JsonNode post(String path, Object body) throws Exception {
        return JSON.readTree(ask("POST", path, body).body());
    }

    /// A POST under a key, to be sent as often as need be.
    public HttpRequest request(String path, String key, Object body) {
        return begin("POST", path, body).setHeader("Idempotency-Key", key).build();
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    /// Sends and does not wait for the answer.
    public void sendAndHangUp(HttpRequest request, int millis) throws InterruptedException {
        var going = client.sendAsync(request, BodyHandlers.ofString());
        Thread.sleep(millis);
        going.cancel(true);
    }

    private HttpResponse<String> ask(String method, String path, @Nullable Object body) throws Exception {
        var answer = send(begin(method, path, body).build());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 204);
        return answer;
    }

    private HttpRequest.Builder begin(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(application.address(path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body), UTF_8))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return cookie == null || csrf == null
                ? request
                : request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }

    private Guest signed(HttpResponse<String> opened) {
        var token = opened.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        return new Guest(
                application,
                client,
                token,
                JSON.readTree(opened.body()).at("/csrf").asString());
    }
}
