package lianlin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One request, made up piece by piece.
public final class Call {
    private final World world;
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte @Nullable [] body;
    private boolean alone;
    private boolean proxied;

    Call(World world, String method, String path) {
        this.world = world;
        this.method = method;
        this.path = path;
    }

    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Call without(String header) {
        headers.remove(header);
        return this;
    }

    /// The key under which the request happens once; each call has a new one by itself.
    public Call key(String key) {
        return header("Idempotency-Key", key);
    }

    public Call version(int version) {
        return header("If-Match", "\"" + version + "\"");
    }

    public Call english() {
        return header("Accept-Language", "en");
    }

    /// A record, map or list as JSON; a text goes as it is.
    public Call body(@Nullable Object content) {
        if (content == null) {
            return this;
        }
        return content instanceof String text
                ? bytes("application/json", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : bytes("application/json", world.bean(JsonMapper.class).writeValueAsBytes(content));
    }

    /// A file.
    public Call bytes(String type, byte[] content) {
        body = content;
        return header("Content-Type", type);
    }

    /// With the scope of the application switched off, so that the database alone decides what is seen (S2).
    public Call withoutScope() {
        return header(WithoutScope.HEADER, "yes");
    }

    /// As if from another computer, for what has limits by address.
    public Call fromAnAddressOfItsOwn() {
        alone = true;
        return this;
    }

    /// As a request that the proxy of the run hands on, which is named to the server.
    public Call throughTheProxy() {
        proxied = true;
        return this;
    }

    public Answer send() {
        var number = UUID.randomUUID().toString();
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(world.server().address(path)).method(method, publisher);
        headers.forEach(request::setHeader);
        request.setHeader(Calls.NUMBER, number);
        request.setHeader(Calls.AHEAD, world.ahead().toString());
        try {
            var client = alone ? world.client() : world.server().client();
            var response =
                    (proxied ? world.server().proxy() : client).send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    method + " " + path, response, world.server().calls().statements(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
