package lianlin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody at a browser, on one connection that stays open. So plain because whoever measures takes the processors
/// away
/// from what is measured.
final class Visitor implements AutoCloseable {
    record Answer(int status, byte[] body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    static final JsonMapper JSON = JsonMapper.builder().build();
    /// Then the application may have hung up.
    private static final long LONGEST_REST = 5_000_000_000L;
    private static final String PASSWORD = "lianlin-yanshi";

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";
    private long used;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;

    Visitor(int port) {
        this.port = port;
    }

    /// Somebody of the demonstration district who has signed in.
    static Visitor signedIn(int port, String login) throws IOException {
        var visitor = new Visitor(port);
        visitor.signIn(login);
        return visitor;
    }

    JsonNode signIn(String login) throws IOException {
        var session = json("POST", "/api/session", Map.of("login", login, "password", PASSWORD));
        csrf = session.path("csrf").asString();
        return session;
    }

    /// The same session on another connection.
    Visitor twin() {
        var twin = new Visitor(port);
        twin.cookies.putAll(cookies);
        twin.csrf = csrf;
        return twin;
    }

    JsonNode json(String method, String path, @Nullable Object body, String... headers) throws IOException {
        return ok(method, path, body == null ? null : JSON.writeValueAsBytes(body), headers)
                .json();
    }

    void get(String path) throws IOException {
        ok("GET", path, null);
    }

    Answer ok(String method, String path, byte @Nullable [] body, String... headers) throws IOException {
        var answer = ask(method, path, body, headers);
        if (answer.status() / 100 != 2) {
            throw new IOException(
                    method + " " + path + ": " + answer.status() + " " + new String(answer.body(), UTF_8));
        }
        return answer;
    }

    /// `headers` are whole lines.
    Answer ask(String method, String path, byte @Nullable [] body, String... headers) throws IOException {
        var head = new StringBuilder(400)
                .append(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port)
                .append("\r\nOrigin: http://127.0.0.1:" + port + "\r\nAccept: application/json");
        if (!cookies.isEmpty()) {
            head.append("\r\nCookie: ")
                    .append(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (!method.equals("GET")) {
            head.append("\r\nX-CSRF-Token: " + csrf + "\r\nIdempotency-Key: " + UUID.randomUUID());
            head.append("\r\nContent-Length: " + (body == null ? 0 : body.length));
        }
        for (var header : headers) {
            head.append("\r\n").append(header);
        }
        if (body != null && !head.toString().contains("\r\nContent-Type:")) {
            head.append("\r\nContent-Type: application/json");
        }
        var bytes = head.append("\r\n\r\n").toString().getBytes(UTF_8);
        var to = out;
        if (to == null || System.nanoTime() - used > LONGEST_REST) {
            to = open();
        }
        var sent = new byte[bytes.length + (body == null ? 0 : body.length)];
        System.arraycopy(bytes, 0, sent, 0, bytes.length);
        if (body != null) {
            System.arraycopy(body, 0, sent, bytes.length, body.length);
        }
        to.write(sent);
        to.flush();
        var answer = read(in());
        used = System.nanoTime();
        return answer;
    }

    private OutputStream open() throws IOException {
        close();
        var fresh = new Socket("127.0.0.1", port);
        fresh.setTcpNoDelay(true);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream(), 1 << 16);
        var to = fresh.getOutputStream();
        out = to;
        return to;
    }

    private InputStream in() throws IOException {
        var from = in;
        if (from == null) {
            throw new IOException("no connection");
        }
        return from;
    }

    private Answer read(InputStream from) throws IOException {
        var status = Integer.parseInt(line(from).split(" ")[1]);
        var length = -1;
        var chunked = false;
        for (var line = line(from); !line.isEmpty(); line = line(from)) {
            var name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            var value = line.substring(line.indexOf(':') + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "set-cookie" -> {
                    var pair = value.split(";")[0].split("=", 2);
                    cookies.put(pair[0], pair[1]);
                }
                case "connection" -> {
                    if (value.equalsIgnoreCase("close")) {
                        out = null;
                    }
                }
                default -> {
                    // of no interest here
                }
            }
        }
        if (chunked) {
            var body = new ByteArrayOutputStream();
            for (var size = size(from); size > 0; size = size(from)) {
                body.write(from.readNBytes(size));
                line(from);
            }
            line(from);
            return new Answer(status, body.toByteArray());
        }
        return new Answer(status, length > 0 ? from.readNBytes(length) : new byte[0]);
    }

    private static int size(InputStream from) throws IOException {
        return Integer.parseInt(line(from), 16);
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (var next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new IOException("The application hung up.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        var open = socket;
        if (open != null) {
            open.close();
        }
    }
}
